package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Capped;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.OncePer;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one more value takes the place of, where only the greatest values count, or one of each key:
 * it must be larger by what is missing.
 */
final class TakenPlaces {
  private TakenPlaces() {}

  /**
   * A value for a key that has one already.
   *
   * @param key the value of the field of the key
   */
  record Better(Object key, BigDecimal amount) {}

  /** The values that count beside one more: all, or the greatest but for one. */
  static List<BigDecimal> beside(Step.Function function, List<BigDecimal> present) {
    return function.argument() instanceof Capped capped && capped.way() == Capped.Way.GREATEST
        ? present.stream()
            .sorted(Comparator.reverseOrder())
            .limit(Math.max(0, capped.most().intValueExact() - 1L))
            .toList()
        : present;
  }

  /** Of what is missing from a sum as much as one more value must have, and as counts at all. */
  static BigDecimal counted(BigDecimal amount, Step.Function function, List<BigDecimal> present) {
    if (!(function.argument() instanceof Capped capped)) {
      return amount;
    }
    return capped.way() == Capped.Way.GREATEST
        ? present.stream()
            .sorted(Comparator.reverseOrder())
            .skip(Math.max(0, capped.most().intValueExact() - 1L))
            .findFirst()
            .map(amount::add)
            .orElse(amount)
        : amount.min(capped.most());
  }

  /** Values for the keys that have one already, where each counts once. */
  static List<Better> ofKeys(Step.Function function, Summand summand, NextValues next) {
    if (!(function.argument() instanceof OncePer once)) {
      return List.of();
    }
    Map<Object, List<Row>> keys = new LinkedHashMap<>();
    for (Row row : summand.rows(next.start())) {
      Object key = once.in(row) == null ? null : once.each().in(row);
      if (key != null) {
        keys.computeIfAbsent(Comparing.canonical(key), none -> new ArrayList<>()).add(row);
      }
    }
    Map<Object, BigDecimal> counted = new LinkedHashMap<>();
    for (List<Row> rows : keys.values()) {
      Object key = once.each().in(rows.get(0));
      if (key != null && once.total(Aggregation.SUM, rows) instanceof BigDecimal amount) {
        counted.put(key, amount);
      }
    }
    BigDecimal sum = counted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Better> better = new ArrayList<>();
    for (TotalGap.Bound bound : summand.bounds(function)) {
      if (bound.passes() || !(bound.value() instanceof BigDecimal needs)) {
        continue;
      }
      BigDecimal all =
          function.kind() == Aggregation.AVERAGE
              ? needs.multiply(BigDecimal.valueOf(counted.size()))
              : needs;
      BigDecimal missing = all.subtract(sum);
      BigDecimal more = bound.isStrict() ? missing.add(TotalGap.least(needs)) : missing;
      counted.forEach(
          (key, amount) -> {
            Object again = again(once.each(), key, next.newOn());
            if (again != null && more.signum() > 0) {
              better.add(new Better(again, amount.add(more)));
            }
          });
    }
    better.sort(Comparator.comparing(Better::amount));
    return better;
  }

  /** What the field of a key must be for the same key; null where nothing new can have it. */
  private static @Nullable Object again(Value each, Object key, LocalDate newOn) {
    if (key instanceof LocalDate) {
      DateChain chain = DateChain.of(each);
      return chain != null && key.equals(chain.on(newOn)) ? newOn : null;
    }
    return each instanceof Value.Field ? key : null;
  }
}
