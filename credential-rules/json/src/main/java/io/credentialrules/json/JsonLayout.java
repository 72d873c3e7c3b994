package io.credentialrules.json;

/** How a JSON document is laid out; either ends with a line feed. */
public enum JsonLayout {
  /** On one line, without spaces. */
  COMPACT,
  /** A line for each value, two spaces a level. */
  INDENTED
}
