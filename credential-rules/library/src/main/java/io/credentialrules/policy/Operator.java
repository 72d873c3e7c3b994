package io.credentialrules.policy;

/**
 * How two values are compared. A comparison with an absent value is false, but for {@code == null};
 * the negative operators are the exact opposites of the positive ones.
 */
public enum Operator {
  /** Equal. */
  EQUAL("=="),
  /** Not equal. */
  NOT_EQUAL("!="),
  /** Less, or earlier. */
  LESS("<"),
  /** At most, or not later. */
  AT_MOST("<="),
  /** More, or later. */
  MORE(">"),
  /** At least, or not earlier. */
  AT_LEAST(">="),
  /** One of the listed values. */
  IN("in"),
  /** None of the listed values. */
  NOT_IN("not in"),
  /** The set or list on the left contains the value on the right. */
  CONTAINS("contains"),
  /** The set or list on the left does not contain the value on the right. */
  NOT_CONTAINS("not contains"),
  /** The value on the left is in the set or list on the right. */
  MEMBER_OF("memberOf"),
  /** The value on the left is not in the set or list on the right. */
  NOT_MEMBER_OF("not memberOf"),
  /** The whole text matches the regular expression. */
  MATCHES("matches"),
  /** The whole text does not match the regular expression. */
  NOT_MATCHES("not matches");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /** As it is written in DRL. */
  public String symbol() {
    return symbol;
  }
}
