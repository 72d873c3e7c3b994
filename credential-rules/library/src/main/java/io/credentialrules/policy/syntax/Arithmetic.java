package io.credentialrules.policy.syntax;

/** The four operations on amounts, as they are written. */
public enum Arithmetic {
  /** The sum. */
  PLUS("+"),
  /** The difference. */
  MINUS("-"),
  /** The product. */
  TIMES("*"),
  /** The quotient; by zero there is none. */
  DIVIDED_BY("/");

  private final String symbol;

  Arithmetic(String symbol) {
    this.symbol = symbol;
  }

  /** As it is written in DRL. */
  public String symbol() {
    return symbol;
  }

  /** Whether it joins summands, and so binds less tightly than the others. */
  public boolean isSum() {
    return this == PLUS || this == MINUS;
  }
}
