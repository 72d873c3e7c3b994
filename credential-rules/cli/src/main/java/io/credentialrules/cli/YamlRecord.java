package io.credentialrules.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.RecordException;
import io.credentialrules.json.RecordProblem;
import io.credentialrules.json.tree.JsonValue;
import io.credentialrules.json.tree.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads the record of one learner from a YAML file, as {@code template} writes it: the same names
 * as in JSON, and a type whose facts were all deleted is empty. Refused are aliases, repeated keys,
 * numbers and truths that look like something else, whatever is still to be filled in, and what is
 * nested deeper than a record in JSON may be.
 */
final class YamlRecord {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final String FACTS = "facts";
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,6})?");

  private static final int DEEPEST = 32;
  private static final int MOST_PROBLEMS = 100;

  /** What the parser takes. */
  private static final int MOST_CHARACTERS = 3_000_000;

  /** As many as a text of a record has. The parser takes the square of the time for a line. */
  private static final int LONGEST_LINE = 100_000;

  private final String source;
  private final String text;
  private final YAMLParser parser;
  private final List<RecordProblem> problems = new ArrayList<>();
  private int characters;
  private int offset;
  private int depth;

  private YamlRecord(String source, String text, YAMLParser parser) {
    this.source = source;
    this.text = text;
    this.parser = parser;
  }

  static boolean isYaml(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /**
   * Reads a record.
   *
   * @throws RecordException with all problems
   * @throws UncheckedIOException when the file cannot be read
   */
  static LearnerRecord read(LearnerRecordReader reader, String source, Path file) {
    try {
      if (Files.size(file) > MOST_CHARACTERS) {
        throw refused(
            source,
            1,
            1,
            "the file is larger than 3 MB",
            "write one record a file, or a larger one as JSON");
      }
      String text = Files.readString(file);
      refuseLongLines(source, text);
      try (YAMLParser parser = YAML.createParser(text)) {
        return reader.read(source, text, new YamlRecord(source, text, parser).document());
      }
    } catch (JsonProcessingException malformed) {
      JsonLocation location = malformed.getLocation();
      throw refused(
          source,
          location == null ? 1 : Math.max(1, location.getLineNr()),
          location == null ? 1 : Math.max(1, location.getColumnNr()),
          "this is not YAML",
          "maybe the indentation differs, or a text needs quotes");
    } catch (CharacterCodingException otherCharacters) {
      throw refused(source, 1, 1, "the file is not UTF-8", "save it as UTF-8");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void refuseLongLines(String source, String text) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      } else if (i - start == LONGEST_LINE) {
        throw refused(
            source,
            line,
            LONGEST_LINE + 1,
            "the line is longer than 100,000 characters",
            "write each value on a line of its own");
      }
    }
  }

  private JsonValue document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw refused(source, 1, 1, "the file is empty", "write the `learner` first");
    }
    JsonValue document = value(first, Place.root(here()));
    if (parser.nextToken() != null) {
      problem("a second document begins", "write it into a file of its own");
    }
    if (!problems.isEmpty()) {
      throw new RecordException(problems);
    }
    return document;
  }

  private JsonValue value(JsonToken token, Place place) throws IOException {
    if (parser.isCurrentAlias()) {
      problem("`*` repeats another value", "write it out");
      return new JsonValue.Null(place);
    }
    return switch (token) {
      case START_OBJECT, START_ARRAY -> nested(token, place);
      case VALUE_NULL -> new JsonValue.Null(place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place);
      case VALUE_TRUE, VALUE_FALSE -> truth(place);
      default -> text(place);
    };
  }

  private JsonValue nested(JsonToken token, Place place) throws IOException {
    if (++depth > DEEPEST) {
      problem("the file is nested deeper than " + DEEPEST, "write the record as the template is");
      throw new RecordException(problems);
    }
    JsonValue value = token == JsonToken.START_OBJECT ? members(place) : items(place);
    depth--;
    return value;
  }

  /** YAML has octal, hexadecimal and other numbers, which nobody means who writes 011. */
  private JsonValue number(Place place) throws IOException {
    JsonValue.Numeral number = new JsonValue.Numeral(place, parser.getText());
    if (!NUMBER.matcher(number.digits()).matches()) {
      problem(
          number.described() + " is another number in YAML than it looks",
          "write plain digits such as 12.5, or quote it where it is a text");
    }
    return number;
  }

  /** YAML takes {@code no} and {@code on} for truths, which may be meant as texts. */
  private JsonValue truth(Place place) throws IOException {
    String written = parser.getText();
    if (!written.equals("true") && !written.equals("false")) {
      problem(
          "`" + written + "` is true or false in YAML",
          "write `true` or `false`, or quote it where it is a text");
    }
    return new JsonValue.Truth(place, written.equals("true"));
  }

  private JsonValue text(Place place) throws IOException {
    JsonValue.Text text = new JsonValue.Text(place, parser.getText());
    if (text.text().startsWith("<") && text.text().endsWith(">")) {
      problem(
          "`" + place.step() + "` is still to be filled in: " + text.described(),
          "replace it, or delete the fact");
    }
    return text;
  }

  private JsonValue members(Place place) throws IOException {
    Map<String, JsonValue.Member> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place at = new Place(place, key, here());
      if (members.containsKey(key)) {
        problem("`" + key + "` is there twice", "delete one");
      }
      JsonToken token = parser.nextToken();
      Place from = at.at(here());
      boolean isEmptyType = token == JsonToken.VALUE_NULL && place.step().equals(FACTS);
      members.put(
          key,
          new JsonValue.Member(
              at, isEmptyType ? new JsonValue.Items(from, List.of()) : value(token, from)));
    }
    return new JsonValue.Members(place, members);
  }

  private JsonValue items(Place place) throws IOException {
    List<JsonValue> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token, new Place(place, Integer.toString(items.size()), here())));
    }
    return new JsonValue.Items(place, items);
  }

  /** Where the token begins, in UTF-16 units; the parser counts characters, and goes forward. */
  private int here() {
    long wanted = Math.max(0, parser.currentTokenLocation().getCharOffset());
    for (; characters < wanted && offset < text.length(); characters++) {
      offset += Character.charCount(text.codePointAt(offset));
    }
    return offset;
  }

  private void problem(String message, String hint) {
    JsonLocation location = parser.currentTokenLocation();
    problems.add(
        RecordProblem.of(
            source,
            "",
            Math.max(1, location.getLineNr()),
            Math.max(1, location.getColumnNr()),
            message,
            hint));
    if (problems.size() == MOST_PROBLEMS) {
      throw new RecordException(problems);
    }
  }

  private static RecordException refused(
      String source, int line, int column, String message, String hint) {
    return new RecordException(List.of(RecordProblem.of(source, "", line, column, message, hint)));
  }
}
