package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What parts of several amounts add up to. */
final class PartialSums {
  private static final int MOST_SUMS = 200;
  private static final int MOST_VALUES = 50;

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

  /**
   * By how much sums can be short where part of what is there serves something else: the least
   * first.
   */
  static List<Map<String, Optional<Object>>> missing(Summand summand, NextValues next) {
    TreeSet<BigDecimal> amounts = new TreeSet<>();
    String name = null;
    for (Step.Function function : summand.total().functions()) {
      String field = TotalGap.field(function, summand.match());
      if (function.kind() != Aggregation.SUM || field == null || name != null) {
        continue;
      }
      name = field;
      List<BigDecimal> sums = of(next.present(summand, function));
      for (TotalGap.Bound bound : summand.bounds(function)) {
        if (bound.value() instanceof BigDecimal needs) {
          for (BigDecimal sum : sums) {
            BigDecimal amount = needs.subtract(sum);
            amounts.add(bound.isStrict() ? amount.add(TotalGap.least(needs)) : amount);
          }
        }
      }
    }
    List<Map<String, Optional<Object>>> values = new ArrayList<>();
    for (BigDecimal amount : amounts) {
      if (amount.signum() > 0 && values.size() < MOST_VALUES && name != null) {
        values.add(Map.of(name, Optional.of(amount)));
      }
    }
    return values;
  }
}
