package io.credentialrules.internal.plan;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What parts of several amounts add up to. */
final class PartialSums {
  private static final int MOST_SUMS = 200;

  private PartialSums() {}

  /** What some of the amounts add up to, the empty sum first; not all where they are many. */
  static List<BigDecimal> of(List<BigDecimal> amounts) {
    Set<BigDecimal> sums = new LinkedHashSet<>(List.of(BigDecimal.ZERO));
    for (BigDecimal amount : amounts) {
      for (BigDecimal sum : List.copyOf(sums)) {
        if (sums.size() < MOST_SUMS) {
          sums.add(sum.add(amount).stripTrailingZeros());
        }
      }
    }
    return List.copyOf(sums);
  }
}
