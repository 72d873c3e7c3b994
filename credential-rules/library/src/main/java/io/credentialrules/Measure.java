package io.credentialrules;

import io.credentialrules.policy.Operator;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount that a requirement needs, beside what there is. */
public interface Measure {

  /** What there is; null where there is no value at all. */
  @Nullable BigDecimal has();

  /** How the two must compare, such as {@link Operator#AT_LEAST}. */
  Operator operator();

  /** What is needed. */
  BigDecimal needs();

  /** The unit of both, plural, such as {@code hours}; never blank. */
  String unit();

  /** Whether what there is satisfies what is needed. */
  boolean isSatisfied();

  /**
   * How much of what is asked for is there: never more than that, so that three where two are
   * needed are 2 of 2. Zero where there is no value, and for comparisons that are not {@link
   * Operator#AT_LEAST} either nothing or all.
   */
  BigDecimal counts();

  /** Whole percent, rounded down, so that it is 100 only when what is needed is there. */
  int percent();
}
