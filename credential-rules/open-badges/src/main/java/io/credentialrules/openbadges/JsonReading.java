package io.credentialrules.openbadges;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Reads JSON of somebody else: within limits, with the place of each value, and without anything
 * that two readers could read in two ways. A name that an object has twice is refused, and so is a
 * number that a double cannot hold exactly, because signatures cover the double.
 */
final class JsonReading {
  private static final int LONGEST_NUMBER = 40;
  private static final int GREATEST_EXPONENT = 30;

  /** Looked up once, with the provider that the module brings. */
  static final JsonProvider PROVIDER = JsonProvider.provider();

  private final String source;
  private final BadgeLimits limits;
  private final Map<String, Document.Position> positions = new HashMap<>();
  private final JsonParser parser;
  private int values;

  private JsonReading(String source, String text, BadgeLimits limits) {
    this.source = source;
    this.limits = limits;
    this.parser = PROVIDER.createParser(new StringReader(text));
  }

  /** Reads a document in UTF-8; throws {@link BadgeException} for what is no JSON or too large. */
  static Document read(String source, byte[] bytes, BadgeLimits limits) {
    if (bytes.length > limits.maxBytes()) {
      throw refused(
          source, "", Document.Position.START, "has more than " + limits.maxBytes() + " bytes", "");
    }
    try {
      return read(
          source,
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(),
          limits);
    } catch (CharacterCodingException e) {
      throw refused(source, "", Document.Position.START, "is not UTF-8", "save it as UTF-8");
    }
  }

  static Document read(String source, String text, BadgeLimits limits) {
    if (text.length() > limits.maxBytes()) {
      throw refused(
          source, "", Document.Position.START, "has more than " + limits.maxBytes() + " bytes", "");
    }
    JsonReading reading =
        new JsonReading(source, text.startsWith("\uFEFF") ? text.substring(1) : text, limits);
    return new Document(source, reading.document(), reading.positions);
  }

  private JsonValue document() {
    try (parser) {
      JsonValue value = value(parser.next(), "", 0);
      if (parser.hasNext()) {
        throw refused("", "has something after its end", "");
      }
      return value;
    } catch (JsonException | NoSuchElementException e) {
      throw refused("", "is not JSON", "");
    }
  }

  private JsonValue value(JsonParser.Event event, String pointer, int depth) {
    if (++values > limits.maxValues()) {
      throw refused(pointer, "has more than " + limits.maxValues() + " values", "");
    }
    if (depth > limits.maxDepth()) {
      throw refused(pointer, "is nested deeper than " + limits.maxDepth(), "");
    }
    JsonLocation location = parser.getLocation();
    positions.put(
        pointer,
        new Document.Position(
            (int) Math.max(1, location.getLineNumber()),
            (int) Math.max(1, location.getColumnNumber() - 1)));
    return switch (event) {
      case START_OBJECT -> object(pointer, depth);
      case START_ARRAY -> array(pointer, depth);
      case VALUE_STRING -> PROVIDER.createValue(text(pointer));
      case VALUE_NUMBER -> PROVIDER.createValue(number(pointer));
      case VALUE_TRUE -> JsonValue.TRUE;
      case VALUE_FALSE -> JsonValue.FALSE;
      case VALUE_NULL -> JsonValue.NULL;
      default -> throw refused(pointer, "is not JSON", "");
    };
  }

  private JsonObject object(String pointer, int depth) {
    JsonObjectBuilder object = PROVIDER.createObjectBuilder();
    Set<String> names = new HashSet<>();
    for (JsonParser.Event event = parser.next();
        event != JsonParser.Event.END_OBJECT;
        event = parser.next()) {
      String name = text(pointer);
      String member = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      if (!names.add(name)) {
        throw refused(member, "is there twice", "keep one of them");
      }
      object.add(name, value(parser.next(), member, depth + 1));
    }
    return object.build();
  }

  private JsonArray array(String pointer, int depth) {
    JsonArrayBuilder array = PROVIDER.createArrayBuilder();
    int index = 0;
    for (JsonParser.Event event = parser.next();
        event != JsonParser.Event.END_ARRAY;
        event = parser.next()) {
      array.add(value(event, pointer + "/" + index++, depth + 1));
    }
    return array.build();
  }

  private String text(String pointer) {
    String text = parser.getString();
    if (text.length() > limits.maxTextCharacters()) {
      throw refused(
          pointer, "has a text of more than " + limits.maxTextCharacters() + " characters", "");
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(++i))) {
          throw refused(pointer, "has half of a character", "");
        }
      }
    }
    return text;
  }

  private BigDecimal number(String pointer) {
    String written = parser.getString();
    if (written.length() > LONGEST_NUMBER) {
      throw refused(pointer, "is a number of more than " + LONGEST_NUMBER + " characters", "");
    }
    BigDecimal number = new BigDecimal(written);
    if (Math.abs((long) number.scale()) > GREATEST_EXPONENT
        || new BigDecimal(Double.toString(number.doubleValue())).compareTo(number) != 0) {
      throw refused(
          pointer,
          "is " + Quote.of(written) + ", which programs do not read exactly",
          "write it as a text, or with fewer digits");
    }
    return number;
  }

  private BadgeException refused(String pointer, String message, String hint) {
    JsonLocation location = parser.getLocation();
    return refused(
        source,
        pointer,
        positions.getOrDefault(
            pointer,
            new Document.Position(
                (int) Math.max(1, location.getLineNumber()),
                (int) Math.max(1, location.getColumnNumber()))),
        message,
        hint);
  }

  static BadgeException refused(
      String source, String pointer, Document.Position position, String message, String hint) {
    return new BadgeException(
        List.of(
            new StatedBadgeProblem(
                BadgeProblem.Kind.MALFORMED,
                source,
                pointer,
                position.line(),
                position.column(),
                message,
                hint)));
  }
}
