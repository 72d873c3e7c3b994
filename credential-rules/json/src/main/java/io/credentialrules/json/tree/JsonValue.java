package io.credentialrules.json.tree;

import io.credentialrules.internal.text.Quoted;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a document, with its place. Numbers stay as they are written. Immutable. */
public sealed interface JsonValue {

  /** Its place in the document. */
  Place place();

  /** The kind of value, in the words of messages. */
  String described();

  /**
   * An object; of names that are repeated, the first.
   *
   * @param byName its members, in their order
   */
  record Members(Place place, Map<String, Member> byName) implements JsonValue {
    /** Copies the members. */
    public Members {
      byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    @Override
    public String described() {
      return "an object";
    }
  }

  /**
   * A named value of an object.
   *
   * @param name where its name is
   */
  record Member(Place name, JsonValue value) {}

  /** A list. */
  record Items(Place place, List<JsonValue> values) implements JsonValue {
    /** Copies the values. */
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public String described() {
      return "a list";
    }
  }

  /** A text. */
  record Text(Place place, String text) implements JsonValue {
    @Override
    public String described() {
      return Quoted.of(text);
    }
  }

  /** A number, as it is written. */
  record Numeral(Place place, String digits) implements JsonValue {
    @Override
    public String described() {
      return Quoted.of(digits);
    }
  }

  /** True or false. */
  record Truth(Place place, boolean isTrue) implements JsonValue {
    @Override
    public String described() {
      return isTrue ? "`true`" : "`false`";
    }
  }

  /** Null. */
  record Null(Place place) implements JsonValue {
    @Override
    public String described() {
      return "`null`";
    }
  }
}
