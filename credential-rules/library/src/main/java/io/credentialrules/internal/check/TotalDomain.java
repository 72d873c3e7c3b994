package io.credentialrules.internal.check;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Value;
import org.jspecify.annotations.Nullable;

/** What the result of a function can be, by what it sums up. */
final class TotalDomain {
  private static final Range<Point> NOT_NEGATIVE = Range.atLeast(Point.of(0));

  private TotalDomain() {}

  static Domain of(
      Step.Function function, Step.Total total, Known inner, Domains domains, Bounds bounds) {
    Value argument = function.argument();
    Domain summed = argument == null ? null : inner.of(argument.key());
    if (summed == null && argument != null) {
      summed = domains.natural(argument);
    }
    return switch (function.kind()) {
      case COUNT -> upTo(bounds.mostFacts(total.steps()));
      case COUNT_DISTINCT -> upTo(least(size(summed), bounds.mostFacts(total.steps())));
      case SUM -> sum(summed);
      case MIN, MAX, AVERAGE -> within(summed, function.kind().written().equals("average"));
      case COLLECT_LIST, COLLECT_SET -> Domain.anything(false, false);
    };
  }

  private static @Nullable Integer size(@Nullable Domain summed) {
    return summed == null ? null : summed.size();
  }

  private static @Nullable Integer least(@Nullable Integer one, @Nullable Integer other) {
    return one == null ? other : other == null ? one : Integer.valueOf(Math.min(one, other));
  }

  private static Domain upTo(@Nullable Integer most) {
    return Domain.of(most == null ? NOT_NEGATIVE : Range.closed(Point.of(0), Point.of(most)), true);
  }

  /** Of amounts that are never negative, the sum is not; of nothing it is 0. */
  private static Domain sum(@Nullable Domain summed) {
    return summed == null || !NOT_NEGATIVE.encloses(span(summed))
        ? Domain.anything(false, false)
        : Domain.of(NOT_NEGATIVE, summed.whole());
  }

  private static Domain within(@Nullable Domain summed, boolean isMean) {
    if (summed == null) {
      return Domain.anything(true, false);
    }
    boolean whole = summed.whole() && !isMean;
    return isMean
        ? Domain.of(span(summed), false).orAbsent(true)
        : new Domain(true, summed.values(), whole);
  }

  private static Range<Point> span(Domain domain) {
    ImmutableRangeSet<Point> values = domain.values();
    return values.isEmpty() ? Range.singleton(Point.of(0)) : values.span();
  }
}
