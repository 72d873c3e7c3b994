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
 * and so is what is nested deeper than a learner record in JSON may be.
 */
final class YamlReader {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,6})?");

  private static final int DEEPEST = 32;

  private final String file;
  private final YAMLParser parser;
  private final Offsets offsets;
  private int depth;

  private YamlReader(String file, String text, YAMLParser parser) {
    this.file = file;
    this.offsets = new Offsets(text);
    this.parser = parser;
  }

  static Yaml read(String file, String text) {
    try (YAMLParser parser = YAML.createParser(text)) {
      return new YamlReader(file, text, parser).document();
    } catch (JsonProcessingException malformed) {
      Place place = place(file, malformed.getLocation(), 0);
      throw new ScenarioException(
          place + ": this is not YAML: " + problem(malformed.getOriginalMessage()), malformed);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }

  private Yaml document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new Place(file, 1, 1, 0).refuse("the file is empty; write a `story` first");
    }
    Yaml document = value(first);
    if (parser.nextToken() != null) {
      throw place().refuse("a second document begins; write it into a file of its own");
    }
    return document;
  }

  private Yaml value(JsonToken token) throws IOException {
    Place place = place();
    if (parser.isCurrentAlias()) {
      throw place.refuse("`*` repeats another value; write it out");
    }
    return switch (token) {
      case START_OBJECT -> mapping(place);
      case START_ARRAY -> items(place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place);
      case VALUE_TRUE, VALUE_FALSE -> truth(place);
      case VALUE_NULL -> new Yaml.Nothing(place);
      case VALUE_STRING -> new Yaml.Text(parser.getText(), place);
      default -> throw place.refuse("a value that is no text, number or truth; write it as one");
    };
  }

  /** YAML has octal, hexadecimal and other numbers, which nobody means who writes 011. */
  private Yaml.Number number(Place place) throws IOException {
    String written = parser.getText();
    if (!NUMBER.matcher(written).matches()) {
      throw place.refuse(
          "`"
              + written
              + "` is another number in YAML than it looks; write plain digits such as 12.5, or"
              + " quote it where it is a text");
    }
    return new Yaml.Number(written, place);
  }

  /** YAML takes {@code no} and {@code on} for truths, which may be meant as texts. */
  private Yaml.Truth truth(Place place) throws IOException {
    String written = parser.getText();
    if (!written.equals("true") && !written.equals("false")) {
      throw place.refuse(
          "`"
              + written
              + "` is true or false in YAML; write `true` or `false`, or quote it where it is a"
              + " text");
    }
    return new Yaml.Truth(written.equals("true"), place);
  }

  private Yaml.Mapping mapping(Place place) throws IOException {
    goDeeper(place);
    List<Yaml.Entry> entries = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Place keyPlace = place();
      String key = parser.currentName();
      if (!keys.add(key)) {
        throw keyPlace.refuse("`" + key + "` is there twice; delete one");
      }
      entries.add(new Yaml.Entry(key, value(parser.nextToken()), keyPlace));
    }
    depth--;
    return new Yaml.Mapping(entries, place);
  }

  private Yaml.Items items(Place place) throws IOException {
    goDeeper(place);
    List<Yaml> items = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      items.add(value(token));
    }
    depth--;
    return new Yaml.Items(items, place);
  }

  private void goDeeper(Place place) {
    if (++depth > DEEPEST) {
      throw place.refuse("the file is nested deeper than " + DEEPEST);
    }
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
