package io.credentialrules.testkit;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.credentialrules.testkit.Yaml.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one YAML document, with the place of every value. Anchors and repeated keys are refused.
 */
final class YamlReader {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,6})?");

  private final String file;
  private final YAMLParser parser;

  private YamlReader(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  static Yaml read(String file, String text) {
    try (YAMLParser parser = YAML.createParser(text)) {
      return new YamlReader(file, parser).document();
    } catch (JsonProcessingException malformed) {
      Place place = place(file, malformed.getLocation());
      throw new ScenarioException(
          place + ": this is not YAML: " + problem(malformed.getOriginalMessage()), malformed);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    }
  }

  private Yaml document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new Place(file, 1, 1).refuse("the file is empty; write a `story` first");
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
    return new Yaml.Number(new BigDecimal(written), place);
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
    return new Yaml.Mapping(entries, place);
  }

  private Yaml.Items items(Place place) throws IOException {
    List<Yaml> values = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      values.add(value(token));
    }
    return new Yaml.Items(values, place);
  }

  private Place place() {
    return place(file, parser.currentTokenLocation());
  }

  private static Place place(String file, @Nullable JsonLocation location) {
    return location == null
        ? new Place(file, 1, 1)
        : new Place(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
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
