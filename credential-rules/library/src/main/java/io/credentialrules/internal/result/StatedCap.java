package io.credentialrules.internal.result;

import io.credentialrules.Shortfall;
import io.credentialrules.policy.SourceSpan;
import java.math.BigDecimal;

/** A {@link Shortfall.Cap} as the library states it. */
public record StatedCap(
    String function, SourceSpan place, BigDecimal has, BigDecimal counts, String unit)
    implements Shortfall.Cap {

  /** Checks that less counts than there is, and that the amounts have a unit. */
  public StatedCap {
    if (counts.compareTo(has) >= 0 || unit.isBlank()) {
      throw new IllegalArgumentException("nothing is capped: " + counts + " of " + has);
    }
  }

  /** Such as {@code 6 of 8 credits count}. */
  @Override
  public String toString() {
    return counts.toPlainString() + " of " + has.toPlainString() + " " + unit + " count";
  }
}
