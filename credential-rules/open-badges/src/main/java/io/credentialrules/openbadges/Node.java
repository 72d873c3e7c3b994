package io.credentialrules.openbadges;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of a document at its place. Whatever has another form than the one that is asked for is
 * reported there, and then read as absent.
 */
record Node(Document document, String pointer, JsonValue value) {
  private static final int LAST_YEAR = 9_999;

  boolean isObject() {
    return value instanceof JsonObject;
  }

  boolean isText() {
    return value instanceof JsonString;
  }

  JsonObject object() {
    return value instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }

  boolean has(String name) {
    return object().containsKey(name) && object().get(name) != JsonValue.NULL;
  }

  /** A member; null where it is absent. */
  @Nullable Node member(String name) {
    JsonValue member = object().get(name);
    return member == null || member == JsonValue.NULL ? null : at(name, member);
  }

  /** A member that must be one object; null where it is absent, or reported. */
  @Nullable Node objectAt(String name) {
    Node member = member(name);
    if (member != null && !member.isObject()) {
      member.malformed("is not an object");
      return null;
    }
    return member;
  }

  /** A member as a list: empty where it is absent, one element where it is no list. */
  List<Node> list(String name) {
    Node member = member(name);
    if (member == null) {
      return List.of();
    }
    if (!(member.value instanceof JsonArray array)) {
      return List.of(member);
    }
    List<Node> elements = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      elements.add(member.at(Integer.toString(i), array.get(i)));
    }
    return elements;
  }

  private Node at(String name, JsonValue child) {
    return new Node(document, pointer + "/" + name.replace("~", "~0").replace("/", "~1"), child);
  }

  /** A text; null where it is absent, blank or reported. */
  @Nullable String text(String name) {
    Node member = member(name);
    return member == null ? null : member.asText();
  }

  /** This value as a text; null where it is blank or reported. */
  @Nullable String asText() {
    if (value instanceof JsonString text) {
      return text.getString().isBlank() ? null : text.getString();
    }
    malformed("is not a text");
    return null;
  }

  /** A text that must be there; reported and null where it is not. */
  @Nullable String requireText(String name) {
    if (!has(name)) {
      malformed("has no `" + name + "`");
      return null;
    }
    return text(name);
  }

  /** The texts of a list. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Node element : list(name)) {
      String text = element.asText();
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** A number, or a text that is one; null where it is absent or reported. */
  @Nullable BigDecimal number(String name) {
    Node member = member(name);
    if (member == null) {
      return null;
    }
    if (member.value instanceof JsonNumber number) {
      return number.bigDecimalValue();
    }
    String text = member.asText();
    BigDecimal number = text == null ? null : decimal(text);
    if (text != null && number == null) {
      member.malformed("is " + Quote.of(text) + ", which is not a number");
    }
    return number;
  }

  /** A text as a number; null where it is none that people write. */
  static @Nullable BigDecimal decimal(String text) {
    return text.length() <= 30 && text.matches("[+-]?\\d+(\\.\\d+)?") ? new BigDecimal(text) : null;
  }

  /** A date with time and offset; null where it is absent or reported. */
  @Nullable Instant instant(String name) {
    Node member = member(name);
    String text = member == null ? null : member.asText();
    if (member == null || text == null) {
      return null;
    }
    OffsetDateTime time = time(text);
    if (time == null) {
      member.malformed(
          "is " + Quote.of(text) + ", which is not a date with time and offset",
          "write it like `2026-11-25T09:30:00Z`");
      return null;
    }
    return time.toInstant();
  }

  /**
   * Null for what is none, or has a year that is not written with four digits: no record has it.
   */
  private static @Nullable OffsetDateTime time(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return time.getYear() < 0 || time.getYear() > LAST_YEAR ? null : time;
    } catch (DateTimeException none) {
      return null;
    }
  }

  boolean flag(String name) {
    return object().get(name) == JsonValue.TRUE;
  }

  boolean hasType(String... types) {
    for (String type : types) {
      if (types().contains(type)) {
        return true;
      }
    }
    return false;
  }

  /** The types, without reporting; {@link #requireType} reports. */
  List<String> types() {
    List<String> types = new ArrayList<>();
    for (Node type : list("type")) {
      if (type.value instanceof JsonString text) {
        types.add(text.getString());
      }
    }
    return types;
  }

  /** Reports an object that has none of these types. */
  boolean requireType(String... types) {
    if (!isObject()) {
      malformed("is not an object");
      return false;
    }
    if (hasType(types)) {
      return true;
    }
    Node type = member("type");
    (type == null ? this : type)
        .malformed(
            type == null
                ? "has no `type`"
                : "is " + Quote.of(String.join(", ", types())) + ", which is not the type here",
            "write `" + types[0] + "`");
    return false;
  }

  /** Reports what is no object, and each member of one that has another name than these. */
  void only(List<String> names) {
    for (String name : object().keySet()) {
      if (!names.contains(name)) {
        malformed(
            "has the unknown name " + Quote.of(name),
            "write one of `" + String.join("`, `", names) + "`");
      }
    }
    if (!isObject()) {
      malformed("is not an object");
    }
  }

  void malformed(String message) {
    malformed(message, "");
  }

  void malformed(String message, String hint) {
    document.report(BadgeProblem.Kind.MALFORMED, pointer, message, hint);
  }

  void reference(String message, String hint) {
    document.report(BadgeProblem.Kind.REFERENCE, pointer, message, hint);
  }

  void leftOut(String message, String hint) {
    document.report(BadgeProblem.Kind.LEFT_OUT, pointer, message, hint);
  }
}
