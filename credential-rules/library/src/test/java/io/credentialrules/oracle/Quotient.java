package io.credentialrules.oracle;

import io.credentialrules.policy.syntax.Arithmetic;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** The result of a calculation: one whole number divided by another, in lowest terms. */
record Quotient(BigInteger over, BigInteger under) implements Comparable<Quotient> {

  static boolean isNumber(@Nullable Object value) {
    return value instanceof BigDecimal || value instanceof Quotient;
  }

  static Quotient of(Object number) {
    if (number instanceof Quotient quotient) {
      return quotient;
    }
    BigDecimal decimal = (BigDecimal) number;
    return decimal.scale() <= 0
        ? lowest(decimal.toBigIntegerExact(), BigInteger.ONE)
        : lowest(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
  }

  /** What an operation makes of two numbers; nothing of nothing, and nothing by zero. */
  static @Nullable Quotient of(
      @Nullable Object left, Arithmetic operation, @Nullable Object right) {
    if (left == null || right == null) {
      return null;
    }
    Quotient a = of(left);
    Quotient b = of(right);
    return switch (operation) {
      case PLUS ->
          lowest(a.over.multiply(b.under).add(b.over.multiply(a.under)), a.under.multiply(b.under));
      case MINUS ->
          lowest(
              a.over.multiply(b.under).subtract(b.over.multiply(a.under)),
              a.under.multiply(b.under));
      case TIMES -> lowest(a.over.multiply(b.over), a.under.multiply(b.under));
      case DIVIDED_BY ->
          b.over.signum() == 0 ? null : lowest(a.over.multiply(b.under), a.under.multiply(b.over));
    };
  }

  private static Quotient lowest(BigInteger over, BigInteger under) {
    BigInteger common = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
    return new Quotient(over.divide(common), under.divide(common));
  }

  BigDecimal rounded() {
    return new BigDecimal(over).divide(new BigDecimal(under), MathContext.DECIMAL128);
  }

  @Override
  public int compareTo(Quotient other) {
    return over.multiply(other.under).compareTo(other.over.multiply(under));
  }
}
