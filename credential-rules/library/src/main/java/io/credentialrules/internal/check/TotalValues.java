package io.credentialrules.internal.check;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Capped;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Value;
import org.jspecify.annotations.Nullable;

/** What the result of a function can be, by what it sums up. */
final class TotalValues {
  private static final Range<Position> NOT_NEGATIVE = Range.atLeast(Position.of(0));

  private TotalValues() {}

  static ValueSet of(
      Step.Function function,
      Step.Total total,
      KnownValues inner,
      Restrictions restrictions,
      Bounds bounds) {
    if (function.argument() instanceof Capped capped) {
      ValueSet uncapped = of(function, capped.value(), total, inner, restrictions, bounds);
      return capped(capped, function.kind(), uncapped);
    }
    return of(function, function.argument(), total, inner, restrictions, bounds);
  }

  private static ValueSet of(
      Step.Function function,
      @Nullable Value argument,
      Step.Total total,
      KnownValues inner,
      Restrictions restrictions,
      Bounds bounds) {
    ValueSet summed = argument == null ? null : inner.of(argument.key());
    if (summed == null && argument != null) {
      summed = restrictions.natural(argument);
    }
    return switch (function.kind()) {
      case COUNT ->
          upTo(total.grouping() == null ? bounds.mostFacts(total.steps()) : groups(total, inner));
      case COUNT_DISTINCT -> upTo(least(size(summed), bounds.mostFacts(total.steps())));
      case SUM -> sum(summed);
      case MIN, MAX, AVERAGE -> within(summed, function.kind().written().equals("average"));
      case COLLECT_LIST, COLLECT_SET -> ValueSet.anything(false, false);
    };
  }

  /** What counts in all is no more than the cap; of each value of a key, nothing is known. */
  private static ValueSet capped(Capped capped, Aggregation kind, ValueSet uncapped) {
    if (capped.each() != null || capped.way() == Capped.Way.GREATEST) {
      return kind == Aggregation.COUNT_DISTINCT ? ValueSet.of(NOT_NEGATIVE, true) : uncapped;
    }
    boolean isWhole = uncapped.whole() && capped.most().stripTrailingZeros().scale() <= 0;
    ValueSet within =
        new ValueSet(
            uncapped.absent(),
            ImmutableRangeSet.of(Range.atMost(Position.of(capped.most()))),
            isWhole);
    return new ValueSet(uncapped.absent(), uncapped.values(), isWhole).and(within);
  }

  /** Of a list of keys, there are no more groups than keys. */
  private static @Nullable Integer groups(Step.Total total, KnownValues inner) {
    return total.grouping() == null ? null : size(inner.of(total.grouping().key().key()));
  }

  private static @Nullable Integer size(@Nullable ValueSet summed) {
    return summed == null ? null : summed.size();
  }

  private static @Nullable Integer least(@Nullable Integer one, @Nullable Integer other) {
    return one == null ? other : other == null ? one : Integer.valueOf(Math.min(one, other));
  }

  private static ValueSet upTo(@Nullable Integer most) {
    return ValueSet.of(
        most == null ? NOT_NEGATIVE : Range.closed(Position.of(0), Position.of(most)), true);
  }

  /** Of amounts that are never negative, the sum is not; of nothing it is 0. */
  private static ValueSet sum(@Nullable ValueSet summed) {
    return summed == null || !NOT_NEGATIVE.encloses(span(summed))
        ? ValueSet.anything(false, false)
        : ValueSet.of(NOT_NEGATIVE, summed.whole());
  }

  private static ValueSet within(@Nullable ValueSet summed, boolean isMean) {
    if (summed == null) {
      return ValueSet.anything(true, false);
    }
    boolean whole = summed.whole() && !isMean;
    return isMean
        ? ValueSet.of(span(summed), false).orAbsent(true)
        : new ValueSet(true, summed.values(), whole);
  }

  private static Range<Position> span(ValueSet domain) {
    ImmutableRangeSet<Position> values = domain.values();
    return values.isEmpty() ? Range.singleton(Position.of(0)) : values.span();
  }
}
