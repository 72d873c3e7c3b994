package io.credentialrules.json;

import java.util.List;
import java.util.Map;

/** A value of a document, with its place. Numbers stay as they are written. */
sealed interface JsonValue {

  Place place();

  /** The kind of value, in the words of messages. */
  String described();

  /** An object; of names that are repeated, the first. */
  record Members(Place place, Map<String, Member> byName) implements JsonValue {
    @Override
    public String described() {
      return "an object";
    }
  }

  /** A named value of an object. */
  record Member(Place name, JsonValue value) {}

  /** A list. */
  record Items(Place place, List<JsonValue> values) implements JsonValue {
    @Override
    public String described() {
      return "a list";
    }
  }

  /** A text. */
  record Text(Place place, String text) implements JsonValue {
    @Override
    public String described() {
      return Quote.of(text);
    }
  }

  /** A number, as it is written. */
  record Numeral(Place place, String digits) implements JsonValue {
    @Override
    public String described() {
      return Quote.of(digits);
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
