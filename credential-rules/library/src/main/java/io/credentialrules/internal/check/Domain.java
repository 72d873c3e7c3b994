package io.credentialrules.internal.check;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value can be.
 *
 * @param absent whether it can be absent
 * @param values what it can be where it is there
 * @param whole whether there is nothing between two neighbours, as with counts and dates
 */
record Domain(boolean absent, ImmutableRangeSet<Point> values, boolean whole) {
  private static final ImmutableRangeSet<Point> ALL = ImmutableRangeSet.of(Range.all());

  static Domain anything(boolean absent, boolean whole) {
    return new Domain(absent, ALL, whole);
  }

  static Domain onlyAbsent() {
    return new Domain(true, ImmutableRangeSet.of(), false);
  }

  static Domain of(Range<Point> range, boolean whole) {
    return new Domain(
        false, whole ? wholes(ImmutableRangeSet.of(range)) : ImmutableRangeSet.of(range), whole);
  }

  /** One of a few values, and there. */
  static Domain oneOf(Collection<Point> points, boolean whole) {
    RangeSet<Point> set = TreeRangeSet.create();
    points.forEach(point -> set.add(Range.singleton(point)));
    return new Domain(false, whole ? wholes(set) : ImmutableRangeSet.copyOf(set), whole);
  }

  Domain orAbsent(boolean also) {
    return new Domain(absent || also, values, whole);
  }

  Domain and(Domain other) {
    boolean both = whole || other.whole;
    ImmutableRangeSet<Point> common = values.intersection(other.values);
    return new Domain(absent && other.absent, both ? wholes(common) : common, both);
  }

  /** What is in one of them, at least one. */
  static Domain anyOf(List<Domain> domains) {
    RangeSet<Point> values = TreeRangeSet.create();
    domains.forEach(domain -> values.addAll(domain.values));
    return new Domain(
        domains.stream().anyMatch(Domain::absent),
        ImmutableRangeSet.copyOf(values),
        domains.stream().anyMatch(Domain::whole));
  }

  /** What is in all of them, at least one. */
  static Domain allOf(List<Domain> domains) {
    Domain all = anyOf(domains.stream().map(Domain::opposite).toList()).opposite();
    return all.whole ? new Domain(all.absent, wholes(all.values), true) : all;
  }

  Domain opposite() {
    return new Domain(!absent, values.complement(), whole);
  }

  /** How many ranges its values are in, which is what it costs to look at it. */
  int ranges() {
    return values.asRanges().size() + 1;
  }

  boolean onlyAsksForAbsence() {
    return absent && values.isEmpty();
  }

  boolean isEmpty() {
    return !absent && values.isEmpty();
  }

  /** Whether whatever is in the other is in this one. */
  boolean encloses(Domain other) {
    return (absent || !other.absent) && enclosesValues(other);
  }

  boolean enclosesValues(Domain other) {
    return (other.whole && !whole)
        ? wholes(values).enclosesAll(other.values)
        : values.enclosesAll(other.values);
  }

  /** How many values there are; null where they cannot be counted. */
  @Nullable Integer size() {
    int size = 0;
    for (Range<Point> range : values.asRanges()) {
      if (!range.hasLowerBound() || !range.hasUpperBound()) {
        return null;
      }
      if (range.lowerEndpoint().equals(range.upperEndpoint())) {
        size++;
      } else if (whole) {
        BigDecimal more = range.upperEndpoint().number().subtract(range.lowerEndpoint().number());
        if (more.precision() > 6) {
          return null;
        }
        size += more.intValue();
      } else {
        return null;
      }
    }
    return size;
  }

  /** The same whole numbers, as ranges from one to just below another, so that neighbours join. */
  private static ImmutableRangeSet<Point> wholes(RangeSet<Point> values) {
    RangeSet<Point> whole = TreeRangeSet.create();
    for (Range<Point> range : values.asRanges()) {
      Range<Point> rounded = Range.all();
      if (range.hasLowerBound()) {
        rounded = rounded.intersection(Range.atLeast(first(range)));
      }
      if (range.hasUpperBound()) {
        Point end = end(range);
        if (rounded.hasLowerBound() && rounded.lowerEndpoint().compareTo(end) >= 0) {
          continue;
        }
        rounded = rounded.intersection(Range.lessThan(end));
      }
      whole.add(rounded);
    }
    return ImmutableRangeSet.copyOf(whole);
  }

  private static Point first(Range<Point> range) {
    BigDecimal bound = range.lowerEndpoint().number();
    BigDecimal up = bound.setScale(0, RoundingMode.CEILING);
    boolean excluded = range.lowerBoundType() == BoundType.OPEN && up.compareTo(bound) == 0;
    return Point.of(excluded ? up.add(BigDecimal.ONE) : up);
  }

  /** The first whole number behind the range. */
  private static Point end(Range<Point> range) {
    BigDecimal bound = range.upperEndpoint().number();
    BigDecimal down = bound.setScale(0, RoundingMode.FLOOR);
    boolean excluded = range.upperBoundType() == BoundType.OPEN && down.compareTo(bound) == 0;
    return Point.of(excluded ? down : down.add(BigDecimal.ONE));
  }
}
