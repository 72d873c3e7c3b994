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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a value can be.
 *
 * @param absent whether it can be absent
 * @param values what it can be where it is there
 * @param whole whether there is nothing between two neighbours, as with counts and dates
 */
record ValueSet(boolean absent, ImmutableRangeSet<Position> values, boolean whole) {
  private static final ImmutableRangeSet<Position> ALL = ImmutableRangeSet.of(Range.all());

  static ValueSet anything(boolean absent, boolean whole) {
    return new ValueSet(absent, ALL, whole);
  }

  static ValueSet onlyAbsent() {
    return new ValueSet(true, ImmutableRangeSet.of(), false);
  }

  static ValueSet of(Range<Position> range, boolean whole) {
    return new ValueSet(
        false, whole ? wholes(ImmutableRangeSet.of(range)) : ImmutableRangeSet.of(range), whole);
  }

  /** One of a few values, and there. */
  static ValueSet oneOf(Collection<Position> points, boolean whole) {
    if (points.size() == 1) {
      return of(Range.singleton(points.iterator().next()), whole);
    }
    ImmutableRangeSet.Builder<Position> set = ImmutableRangeSet.builder();
    for (Position point : new TreeSet<>(points)) {
      set.add(Range.singleton(point));
    }
    return new ValueSet(false, whole ? wholes(set.build()) : set.build(), whole);
  }

  ValueSet orAbsent(boolean also) {
    return new ValueSet(absent || also, values, whole);
  }

  /** The same values, and there. */
  ValueSet onlyPresent() {
    return new ValueSet(false, values, whole);
  }

  ValueSet and(ValueSet other) {
    boolean both = whole || other.whole;
    ImmutableRangeSet<Position> common = common(other);
    return new ValueSet(absent && other.absent, both ? wholes(common) : common, both);
  }

  private ImmutableRangeSet<Position> common(ValueSet other) {
    if (other.isInOneRangeOf(this)) {
      return other.values;
    }
    return isInOneRangeOf(other) ? values : values.intersection(other.values);
  }

  private boolean isInOneRangeOf(ValueSet other) {
    return values.isEmpty() || other.values.encloses(values.span());
  }

  /** What is in one of them, at least one. */
  static ValueSet anyOf(List<ValueSet> sets) {
    RangeSet<Position> values = TreeRangeSet.create();
    sets.forEach(set -> values.addAll(set.values));
    return new ValueSet(
        sets.stream().anyMatch(ValueSet::absent),
        ImmutableRangeSet.copyOf(values),
        sets.stream().anyMatch(ValueSet::whole));
  }

  /** What is in all of them, at least one. */
  static ValueSet allOf(List<ValueSet> sets) {
    ValueSet all = anyOf(sets.stream().map(ValueSet::opposite).toList()).opposite();
    return all.whole ? new ValueSet(all.absent, wholes(all.values), true) : all;
  }

  ValueSet opposite() {
    return new ValueSet(!absent, values.complement(), whole);
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
  boolean encloses(ValueSet other) {
    return (absent || !other.absent) && enclosesValues(other);
  }

  boolean enclosesValues(ValueSet other) {
    return (other.whole && !whole)
        ? wholes(values).enclosesAll(other.values)
        : values.enclosesAll(other.values);
  }

  /** How many values there are; null where they cannot be counted. */
  @Nullable Integer size() {
    int size = 0;
    for (Range<Position> range : values.asRanges()) {
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
  private static ImmutableRangeSet<Position> wholes(RangeSet<Position> values) {
    RangeSet<Position> whole = TreeRangeSet.create();
    for (Range<Position> range : values.asRanges()) {
      Range<Position> rounded = Range.all();
      if (range.hasLowerBound()) {
        rounded = rounded.intersection(Range.atLeast(first(range)));
      }
      if (range.hasUpperBound()) {
        Position end = end(range);
        if (rounded.hasLowerBound() && rounded.lowerEndpoint().compareTo(end) >= 0) {
          continue;
        }
        rounded = rounded.intersection(Range.lessThan(end));
      }
      whole.add(rounded);
    }
    return ImmutableRangeSet.copyOf(whole);
  }

  private static Position first(Range<Position> range) {
    BigDecimal bound = range.lowerEndpoint().number();
    BigDecimal up = bound.setScale(0, RoundingMode.CEILING);
    boolean excluded = range.lowerBoundType() == BoundType.OPEN && up.compareTo(bound) == 0;
    return Position.of(excluded ? up.add(BigDecimal.ONE) : up);
  }

  /** The first whole number above the range. */
  private static Position end(Range<Position> range) {
    BigDecimal bound = range.upperEndpoint().number();
    BigDecimal down = bound.setScale(0, RoundingMode.FLOOR);
    boolean excluded = range.upperBoundType() == BoundType.OPEN && down.compareTo(bound) == 0;
    return Position.of(excluded ? down : down.add(BigDecimal.ONE));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValueSet that
        && absent == that.absent
        && whole == that.whole
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
