package io.credentialrules.internal.program;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * An exact quotient of two decimals. Calculations keep it, so that a ratio is compared by
 * cross-multiplication; only where a number is needed is it rounded.
 *
 * @param over what is divided
 * @param under by what; above zero
 */
record Fraction(BigDecimal over, BigDecimal under) implements Comparable<Fraction> {

  /** Rounds a quotient that no decimal is: to 34 digits, half to even. */
  private static final MathContext ROUNDING = MathContext.DECIMAL128;

  /** An amount, or a fraction already. */
  static Fraction of(Object amount) {
    return amount instanceof Fraction fraction
        ? fraction
        : new Fraction((BigDecimal) amount, BigDecimal.ONE);
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
  }

  Fraction minus(Fraction other) {
    return plus(new Fraction(other.over.negate(), other.under));
  }

  Fraction times(Fraction other) {
    return new Fraction(over.multiply(other.over), under.multiply(other.under));
  }

  /** The quotient; null where the other is zero. */
  @Nullable Fraction dividedBy(Fraction other) {
    BigDecimal divisor = under.multiply(other.over);
    return switch (divisor.signum()) {
      case 0 -> null;
      case 1 -> new Fraction(over.multiply(other.under), divisor);
      default -> new Fraction(over.multiply(other.under).negate(), divisor.negate());
    };
  }

  /** As a decimal: exact where nothing is divided, else to 34 digits. */
  BigDecimal rounded() {
    return under.compareTo(BigDecimal.ONE) == 0 ? over : over.divide(under, ROUNDING);
  }

  @Override
  public int compareTo(Fraction other) {
    return over.multiply(other.under).compareTo(other.over.multiply(under));
  }

  /** Fractions are equal by value: 2/4 is 1/2. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fraction fraction && compareTo(fraction) == 0;
  }

  @Override
  public int hashCode() {
    return rounded().stripTrailingZeros().hashCode();
  }
}
