package io.credentialrules.json;

import java.io.IOException;
import java.util.Map;

/**
 * The JSON form of one kind of value. What is written and the JSON Schema that describes it are
 * both derived from it, so that neither has a member that the other lacks.
 */
interface Form<T> {

  /** Writes a value. */
  void write(T value, JsonOutput out) throws IOException;

  /**
   * The schema that a value is valid by, or a reference to it; what it refers to is then among the
   * definitions.
   */
  Map<String, Object> schema(Definitions definitions);
}
