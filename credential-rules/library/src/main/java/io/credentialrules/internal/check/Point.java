package io.credentialrules.internal.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A value that a field can have, on a line: amounts and dates by their order, texts and words
 * beside each other. Values of different kinds are never on one line.
 */
record Point(BigDecimal number, String text) implements Comparable<Point> {
  private static final Comparator<Point> ORDER =
      Comparator.comparing(Point::number).thenComparing(Point::text);

  static Point of(BigDecimal number) {
    return new Point(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros(), "");
  }

  static Point of(long number) {
    return of(BigDecimal.valueOf(number));
  }

  static Point of(String text) {
    return new Point(BigDecimal.ZERO, text);
  }

  /** The point of a literal; null for what has none, such as a list. */
  static @Nullable Point ofLiteral(@Nullable Object literal) {
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
  public int compareTo(Point other) {
    return ORDER.compare(this, other);
  }
}
