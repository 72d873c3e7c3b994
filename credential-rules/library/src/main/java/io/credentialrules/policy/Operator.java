package io.credentialrules.policy;

/**
 * How two values are compared. A comparison with an absent value is false, but for {@code == null};
 * the negative operators are the opposites of the positive ones, and so accept an absent value.
 * Only two absent values are neither equal nor different: {@code ==}, {@code !=}, {@code in} and
 * {@code not in} of them are all false.
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

  /**
   * Whether the order of two values decides it.
   *
   * @return whether it is one of {@code <}, {@code <=}, {@code >} and {@code >=}
   */
  public boolean isOrdering() {
    return switch (this) {
      case LESS, AT_MOST, MORE, AT_LEAST -> true;
      default -> false;
    };
  }

  /** Whether two amounts can be compared so: in their order, or as equal or not. */
  public boolean comparesAmounts() {
    return isOrdering() || this == EQUAL || this == NOT_EQUAL;
  }

  /**
   * Whether it accepts two values in this order.
   *
   * @param order less than, equal to or more than 0, as {@link Comparable#compareTo} returns it
   * @throws IllegalStateException if it does not {@linkplain #comparesAmounts() compare amounts}
   */
  public boolean accepts(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case MORE -> order > 0;
      case AT_LEAST -> order >= 0;
      default -> throw new IllegalStateException("amounts are not compared with " + this);
    };
  }

  /** Whether it is one of the negative operators, which accept absent values. */
  public boolean isNegative() {
    return switch (this) {
      case NOT_EQUAL, NOT_IN, NOT_CONTAINS, NOT_MEMBER_OF, NOT_MATCHES -> true;
      default -> false;
    };
  }

  /**
   * The operator that accepts what this one refuses: exactly so, but for those of an order, which
   * both refuse an absent value, and for two absent values.
   */
  public Operator opposite() {
    return switch (this) {
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
      case LESS -> AT_LEAST;
      case AT_LEAST -> LESS;
      case MORE -> AT_MOST;
      case AT_MOST -> MORE;
      case IN -> NOT_IN;
      case NOT_IN -> IN;
      case CONTAINS -> NOT_CONTAINS;
      case NOT_CONTAINS -> CONTAINS;
      case MEMBER_OF -> NOT_MEMBER_OF;
      case NOT_MEMBER_OF -> MEMBER_OF;
      case MATCHES -> NOT_MATCHES;
      case NOT_MATCHES -> MATCHES;
    };
  }

  /**
   * The operator that says the same with its sides exchanged: {@code 200 <= hours} is {@code hours
   * >= 200}. Equality is its own mirror; so is, for want of another, each operator whose sides
   * cannot be exchanged.
   */
  public Operator mirrored() {
    return switch (this) {
      case LESS -> MORE;
      case AT_MOST -> AT_LEAST;
      case MORE -> LESS;
      case AT_LEAST -> AT_MOST;
      case CONTAINS -> MEMBER_OF;
      case NOT_CONTAINS -> NOT_MEMBER_OF;
      case MEMBER_OF -> CONTAINS;
      case NOT_MEMBER_OF -> NOT_CONTAINS;
      default -> this;
    };
  }
}
