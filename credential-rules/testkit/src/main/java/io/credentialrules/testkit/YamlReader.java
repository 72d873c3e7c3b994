package io.credentialrules.testkit;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.credentialrules.testkit.Yaml.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one YAML document, with the place of every value. Aliases and repeated keys are refused,
 * numbers and truths that look like something else, and what is nested deeper than a learner record
 * in JSON may be.
 */
final class YamlReader {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,6})?");

  private static final int DEEPEST = 32;

  /** Takes what is refused; reading goes on unless it throws. */
  @FunctionalInterface
  interface Refusals {
    void refuse(Place place, String message, String hint);
  }

  private final String file;
  private final YAMLParser parser;
  private final Offsets offsets;
  private final Refusals refusals;
  private int depth;

  private YamlReader(String file, String text, YAMLParser parser, Refusals refusals) {
    this.file = file;
    this.offsets = new Offsets(text);
    this.parser = parser;
    this.refusals = refusals;
  }

  /**
   * Reads a scenario.
   *
   * @throws ScenarioException at the first thing that is refused
   */
  static Yaml read(String file, String text) {
    try {
      return read(
          file,
          text,
          "write a `story` first",
          (place, message, hint) -> {
            throw place.refuse(message + "; " + hint);
          });
    } catch (JsonProcessingException malformed) {
      throw new ScenarioException(
          malformedAt(file, malformed)
              + ": this is not YAML: "
              + problem(malformed.getOriginalMessage()),
          malformed);
    }
  }

  /**
   * Reads a document.
   *
   * @param first what to write into an empty file
   * @throws JsonProcessingException where it is no YAML
   */
  static Yaml read(String file, String text, String first, Refusals refusals)
      throws JsonProcessingException {
    try (YAMLParser parser = YAML.createParser(text)) {
      return new YamlReader(file, text, parser, refusals).document(first);
    } catch (JsonProcessingException malformed) {
      throw malformed;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }

  /** Where it is no YAML. */
  static Place malformedAt(String file, JsonProcessingException malformed) {
    return place(file, malformed.getLocation(), 0);
  }

  private Yaml document(String first) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      Place start = new Place(file, 1, 1, 0);
      refusals.refuse(start, "the file is empty", first);
      return new Yaml.Nothing(start);
    }
    Yaml document = value(token);
    if (parser.nextToken() != null) {
      refusals.refuse(place(), "a second document begins", "write it into a file of its own");
    }
    return document;
  }

  private Yaml value(JsonToken token) throws IOException {
    Place place = place();
    if (parser.isCurrentAlias()) {
      refusals.refuse(place, "`*` repeats another value", "write it out");
      return new Yaml.Nothing(place);
    }
    return switch (token) {
      case START_OBJECT, START_ARRAY -> nested(token, place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place);
      case VALUE_TRUE, VALUE_FALSE -> truth(place);
      case VALUE_NULL -> new Yaml.Nothing(place);
      case VALUE_STRING -> new Yaml.Text(parser.getText(), place);
      default -> {
        refusals.refuse(place, "a value that is no text, number or truth", "write it as one");
        yield new Yaml.Nothing(place);
      }
    };
  }

  private Yaml nested(JsonToken token, Place place) throws IOException {
    if (depth == DEEPEST) {
      refusals.refuse(
          place, "the file is nested deeper than " + DEEPEST, "write it as the documents show");
      parser.skipChildren();
      return new Yaml.Nothing(place);
    }
    depth++;
    Yaml nested = token == JsonToken.START_OBJECT ? mapping(place) : items(place);
    depth--;
    return nested;
  }

  /** YAML has octal, hexadecimal and other numbers, which nobody means who writes 011. */
  private Yaml.Number number(Place place) throws IOException {
    String written = parser.getText();
    if (!NUMBER.matcher(written).matches()) {
      refusals.refuse(
          place,
          Yaml.quoted(written) + " is another number in YAML than it looks",
          "write plain digits such as 12.5, or quote it where it is a text");
    }
    return new Yaml.Number(written, place);
  }

  /** YAML takes {@code no} and {@code on} for truths, which may be meant as texts. */
  private Yaml.Truth truth(Place place) throws IOException {
    String written = parser.getText();
    if (!written.equals("true") && !written.equals("false")) {
      refusals.refuse(
          place,
          Yaml.quoted(written) + " is true or false in YAML",
          "write `true` or `false`, or quote it where it is a text");
    }
    return new Yaml.Truth(written.equals("true"), place);
  }

  private Yaml.Mapping mapping(Place place) throws IOException {
    List<Yaml.Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Place keyPlace = place();
      String key = parser.currentName();
      boolean isNew = keys.add(key);
      if (!isNew) {
        refusals.refuse(keyPlace, Yaml.quoted(key) + " is there twice", "delete one");
      }
      Yaml value = value(parser.nextToken());
      if (isNew) {
        entries.add(new Yaml.Entry(key, value, keyPlace));
      }
    }
    return new Yaml.Mapping(entries, place);
  }

  private Yaml.Items items(Place place) throws IOException {
    List<Yaml> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token));
    }
    return new Yaml.Items(items, place);
  }

  private Place place() {
    JsonLocation location = parser.currentTokenLocation();
    return place(file, location, offsets.of(location == null ? 0 : location.getCharOffset()));
  }

  private static Place place(String file, @Nullable JsonLocation location, int offset) {
    return location == null
        ? new Place(file, 1, 1, 0)
        : new Place(
            file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()), offset);
  }

  /** The parser tells first what it was doing, and then what it expected. */
  private static String problem(String message) {
    return message
        .lines()
        .filter(line -> line.startsWith("expected"))
        .findFirst()
        .or(() -> message.lines().findFirst())
        .orElse("");
  }
}
