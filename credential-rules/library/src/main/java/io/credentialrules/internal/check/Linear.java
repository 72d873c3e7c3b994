package io.credentialrules.internal.check;

import io.credentialrules.internal.program.Calculation;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Solves a comparison for the only amount that is not a number in it: {@code score / 100 >= 0.7}
 * says {@code score >= 70}. Both sides are {@code ( times × of + plus ) ÷ over}.
 *
 * @param of the amount; null where the side is a number
 * @param over above zero
 */
public record Linear(@Nullable Value of, BigDecimal times, BigDecimal plus, BigDecimal over) {

  /** The same comparison of an amount with a number; itself where there is no such. */
  public static Comparison solved(Comparison comparison) {
    if (!comparison.isCalculated() || !comparison.operator().isOrdering()) {
      return comparison;
    }
    Linear left = of(comparison.left());
    Linear right = of(comparison.right());
    if (left == null || right == null || (left.of == null) == (right.of == null)) {
      return comparison;
    }
    Comparison solved =
        left.of == null
            ? right.compared(comparison.operator().mirrored(), left)
            : left.compared(comparison.operator(), right);
    return solved == null ? comparison : solved;
  }

  /**
   * The share of another amount that an amount is compared with, without a number to be added: half
   * of {@code $all} in {@code $on * 2 >= $all}, as {@code times ÷ over}; null where there is none.
   */
  public static @Nullable Linear share(Comparison comparison) {
    Linear left = of(comparison.left());
    Linear right = of(comparison.right());
    if (left == null || right == null || !left.isProduct() || !right.isProduct()) {
      return null;
    }
    return new Linear(
        left.of, right.times.multiply(left.over), BigDecimal.ZERO, left.times.multiply(right.over));
  }

  private boolean isProduct() {
    return of != null && plus.signum() == 0 && times.signum() > 0;
  }

  private @Nullable Comparison compared(Operator operator, Linear number) {
    BigDecimal bound =
        quotient(
            number.plus.multiply(over).subtract(plus.multiply(number.over)),
            times.multiply(number.over));
    return bound == null || of == null
        ? null
        : new Comparison(
            of,
            times.signum() < 0 ? operator.mirrored() : operator,
            Value.Literal.of(FieldKind.AMOUNT, bound));
  }

  /** Null where it has no end, or the divisor is zero. */
  private static @Nullable BigDecimal quotient(BigDecimal number, BigDecimal divisor) {
    try {
      return number.divide(divisor);
    } catch (ArithmeticException hasNoEnd) {
      return null;
    }
  }

  private static @Nullable Linear of(Value value) {
    if (value.literal() instanceof BigDecimal number) {
      return new Linear(null, BigDecimal.ZERO, number, BigDecimal.ONE);
    }
    if (!(value instanceof Calculation calculation)) {
      return value.type().is(FieldKind.AMOUNT)
          ? new Linear(value, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE)
          : null;
    }
    Linear left = of(calculation.left());
    Linear right = of(calculation.right());
    if (left == null || right == null || (left.of != null && right.of != null)) {
      return null;
    }
    return switch (calculation.operation()) {
      case PLUS -> left.and(right);
      case MINUS -> left.and(right.by(BigDecimal.ONE.negate(), BigDecimal.ONE));
      case TIMES ->
          right.of == null ? left.by(right.plus, right.over) : right.by(left.plus, left.over);
      case DIVIDED_BY ->
          right.of != null || right.plus.signum() == 0 ? null : left.by(right.over, right.plus);
    };
  }

  private Linear and(Linear other) {
    return new Linear(
        of == null ? other.of : of,
        times.multiply(other.over).add(other.times.multiply(over)),
        plus.multiply(other.over).add(other.plus.multiply(over)),
        over.multiply(other.over));
  }

  /** Multiplied by a number that is a quotient. */
  private Linear by(BigDecimal factor, BigDecimal divisor) {
    BigDecimal positive = divisor.signum() < 0 ? factor.negate() : factor;
    return new Linear(
        of, times.multiply(positive), plus.multiply(positive), over.multiply(divisor.abs()));
  }
}
