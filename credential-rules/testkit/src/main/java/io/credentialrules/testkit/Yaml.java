package io.credentialrules.testkit;

import io.credentialrules.json.tree.JsonValue;
import java.math.BigDecimal;
import java.util.List;

/**
 * A YAML value that knows its place, so that a mistake can be reported at its place. Lines and
 * columns count from 1.
 */
sealed interface Yaml {

  /** Its state. */
  Place place();

  /** A text of a file in a message. */
  static String quoted(String text) {
    return new JsonValue.Text(io.credentialrules.json.tree.Place.root(0), text).described();
  }

  /**
   * A place in a file.
   *
   * @param offset its first character, from 0, in UTF-16 units
   */
  record Place(String file, int line, int column, int offset) {
    ScenarioException refuse(String message) {
      return new ScenarioException(this + ": " + message);
    }

    @Override
    public String toString() {
      return file + ":" + line + ":" + column;
    }
  }

  /** Keys and values, in the order of the file; each key is there once. */
  record Mapping(List<Entry> entries, Place place) implements Yaml {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** A key and its value. */
  record Entry(String key, Yaml value, Place place) {}

  /** A sequence of values. */
  record Items(List<Yaml> values, Place place) implements Yaml {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** A text; dates are texts too. */
  record Text(String value, Place place) implements Yaml {}

  /** A number, exact, in plain digits or with an exponent. */
  record Number(String written, Place place) implements Yaml {
    BigDecimal value() {
      return new BigDecimal(written);
    }
  }

  /** {@code true} or {@code false}. */
  record Truth(boolean value, Place place) implements Yaml {}

  /** Nothing. */
  record Nothing(Place place) implements Yaml {}
}
