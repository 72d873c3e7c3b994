package io.credentialrules.internal.program;

import io.credentialrules.policy.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares values that the checks have found comparable. A comparison with an absent value is
 * false.
 */
public final class Comparing {
  private Comparing() {}

  /** Whether two values are equal; amounts by value. An absent value equals nothing. */
  public static boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return false;
    }
    boolean isFraction = left instanceof Fraction || right instanceof Fraction;
    return isFraction ? order(left, right) == 0 : canonical(left).equals(canonical(right));
  }

  /** Whether two values are in the order that the operator says. */
  public static boolean ordered(@Nullable Object left, Operator operator, @Nullable Object right) {
    return left != null && right != null && operator.accepts(order(left, right));
  }

  /** Whether an amount or a date is less, equal or more. */
  public static int order(Object left, Object right) {
    if (left instanceof LocalDate date) {
      return date.compareTo((LocalDate) right);
    }
    return left instanceof BigDecimal one && right instanceof BigDecimal other
        ? one.compareTo(other)
        : Fraction.of(left).compareTo(Fraction.of(right));
  }

  /**
   * Whether two levels are in that order on a scale from low to high; false for a level that is
   * absent or not on it.
   */
  public static boolean ordered(
      List<String> scale, @Nullable Object left, Operator operator, @Nullable Object right) {
    if (left == null || right == null) {
      return false;
    }
    int leftPlace = scale.indexOf(left);
    int rightPlace = scale.indexOf(right);
    return leftPlace >= 0
        && rightPlace >= 0
        && operator.accepts(Integer.compare(leftPlace, rightPlace));
  }

  /** Whether a set, list or text contains a value. */
  public static boolean contains(@Nullable Object container, @Nullable Object value) {
    if (container == null || value == null) {
      return false;
    }
    if (container instanceof String text) {
      return text.contains((String) value);
    }
    for (Object element : (Collection<?>) container) {
      if (equal(element, value)) {
        return true;
      }
    }
    return false;
  }

  /** The form in which equal values are equal: facts themselves, amounts without trailing zeros. */
  public static Object canonical(Object value) {
    if (value instanceof Candidate candidate) {
      return candidate.fact();
    }
    return value instanceof BigDecimal amount ? amount.stripTrailingZeros() : value;
  }
}
