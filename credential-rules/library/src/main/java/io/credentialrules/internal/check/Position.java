package io.credentialrules.internal.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value that a field can have, on a line: amounts and dates by their order, texts and words
 * beside each other. Values of different kinds are never on one line.
 */
record Position(BigDecimal number, String text) implements Comparable<Position> {
  static Position of(BigDecimal number) {
    return new Position(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros(), "");
  }

  static Position of(long number) {
    return of(BigDecimal.valueOf(number));
  }

  static Position of(String text) {
    return new Position(BigDecimal.ZERO, text);
  }

  /** The point of a literal; null for what has none, such as a list. */
  static @Nullable Position ofLiteral(@Nullable Object literal) {
    if (literal instanceof BigDecimal number) {
      return of(number);
    }
    if (literal instanceof LocalDate date) {
      return of(date.toEpochDay());
    }
    if (literal instanceof String text) {
      return of(text);
    }
    return literal instanceof Boolean truth ? of(truth.toString()) : null;
  }

  @Override
  public int compareTo(Position other) {
    int byNumber = number.compareTo(other.number);
    return byNumber == 0 ? text.compareTo(other.text) : byNumber;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Position that && number.equals(that.number) && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return 31 * number.hashCode() + text.hashCode();
  }
}
