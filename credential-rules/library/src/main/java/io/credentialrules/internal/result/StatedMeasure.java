package io.credentialrules.internal.result;

import io.credentialrules.Measure;
import io.credentialrules.policy.Operator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A {@link Measure} as the library states it. */
public record StatedMeasure(
    @Nullable BigDecimal has, Operator operator, BigDecimal needs, String unit) implements Measure {

  /** Checks that the amounts have a unit. */
  public StatedMeasure {
    if (unit.isBlank()) {
      throw new IllegalArgumentException("an amount needs a unit");
    }
  }

  @Override
  public boolean isSatisfied() {
    return has != null && operator.accepts(has.compareTo(needs));
  }

  @Override
  public BigDecimal counts() {
    if (isSatisfied()) {
      return needs;
    }
    return operator == Operator.AT_LEAST && has != null
        ? has.max(BigDecimal.ZERO)
        : BigDecimal.ZERO;
  }

  @Override
  public int percent() {
    if (isSatisfied()) {
      return 100;
    }
    return needs.signum() <= 0
        ? 0
        : counts().movePointRight(2).divide(needs, 0, RoundingMode.DOWN).intValueExact();
  }

  /** Such as {@code 140 of 200 hours}, where at least 200 are asked for. */
  @Override
  public String toString() {
    return (has == null ? "nothing" : has.toPlainString())
        + " of "
        + (operator == Operator.AT_LEAST ? "" : operator + " ")
        + needs.toPlainString()
        + " "
        + unit;
  }
}
