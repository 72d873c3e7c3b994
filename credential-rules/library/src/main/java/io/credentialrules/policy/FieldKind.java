package io.credentialrules.policy;

/** What a field holds. Values of different kinds are never compared. */
public enum FieldKind {
  /** A text. */
  TEXT("a text"),
  /** One of the words that exist for the field; written as a text. */
  WORD("one of a list of words"),
  /** A level of a rubric or a grade, ordered by the rule's {@code @scale}; written as a text. */
  LEVEL("a level of a scale"),
  /** An exact decimal number with a unit. */
  AMOUNT("a number"),
  /** True or false. */
  TRUTH("true or false"),
  /** A date without a time; written as a text such as {@code "2025-03-17"}. */
  DATE("a date"),
  /** A set or list of texts. */
  TEXTS("a set of texts");

  private final String described;

  FieldKind(String described) {
    this.described = described;
  }

  /** The kind in the words of messages, such as {@code a number}. */
  public String described() {
    return described;
  }
}
