package io.credentialrules;

import io.credentialrules.policy.Operator;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An amount that a requirement asks for, beside what there is.
 *
 * @param has what there is; null where there is no value at all
 * @param operator how the two must compare, such as {@link Operator#AT_LEAST}
 * @param needs what is asked for
 * @param unit the unit of both, plural, such as {@code hours}; never blank
 */
public record Measure(@Nullable BigDecimal has, Operator operator, BigDecimal needs, String unit) {

  /** Checks that the amounts have a unit. */
  public Measure {
    if (unit.isBlank()) {
      throw new IllegalArgumentException("an amount needs a unit");
    }
  }

  /** Whether what there is satisfies what is asked for. */
  public boolean isSatisfied() {
    return has != null && operator.accepts(has.compareTo(needs));
  }

  /**
   * How much of what is asked for is there: never more than that, so that three where two are
   * needed are 2 of 2. Zero where there is no value, and for comparisons that are not {@link
   * Operator#AT_LEAST} either nothing or all.
   */
  public BigDecimal counts() {
    if (isSatisfied()) {
      return needs;
    }
    return operator == Operator.AT_LEAST && has != null
        ? has.max(BigDecimal.ZERO)
        : BigDecimal.ZERO;
  }

  /** Whole percent, rounded down, so that it is 100 only when what is asked for is there. */
  public int percent() {
    if (isSatisfied()) {
      return 100;
    }
    return needs.signum() <= 0
        ? 0
        : counts().movePointRight(2).divide(needs, 0, RoundingMode.DOWN).intValueExact();
  }
}
