package io.credentialrules.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import io.credentialrules.Laws;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sets of values are what the general operations on ranges make of them. */
class ValueSetProperties {

  @Property(seed = Laws.SEED)
  void both_of_two_sets_is_their_intersection(
      @ForAll("sets") ValueSet one, @ForAll("sets") ValueSet other) {
    boolean isWhole = one.whole() || other.whole();
    ValueSet common =
        new ValueSet(
            one.absent() && other.absent(), one.values().intersection(other.values()), isWhole);
    assertThat(one.and(other)).isEqualTo(ValueSet.anything(true, isWhole).and(common));
    assertThat(other.and(one)).isEqualTo(one.and(other));
  }

  @Property(seed = Laws.SEED)
  void one_of_some_values_is_the_union_of_each(@ForAll("points") List<Position> points) {
    RangeSet<Position> union = TreeRangeSet.create();
    points.forEach(point -> union.add(Range.singleton(point)));
    assertThat(ValueSet.oneOf(points, false).values()).isEqualTo(ImmutableRangeSet.copyOf(union));
  }

  @Property(seed = Laws.SEED)
  void positions_are_ordered_by_number_and_then_by_text(
      @ForAll("position") Position one, @ForAll("position") Position other) {
    Comparator<Position> order =
        Comparator.comparing(Position::number).thenComparing(Position::text);
    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(Integer.signum(order.compare(one, other)));
  }

  @Provide
  Arbitrary<Position> position() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(-3, 3).map(Position::of),
        Arbitraries.bigDecimals()
            .between(BigDecimal.valueOf(-3), BigDecimal.valueOf(3))
            .ofScale(1)
            .map(Position::of),
        Arbitraries.of("", "a", "b", "ba").map(Position::of));
  }

  @Provide
  Arbitrary<List<Position>> points() {
    return position().list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<ValueSet> sets() {
    Arbitrary<Position> number = Arbitraries.integers().between(-3, 3).map(Position::of);
    Arbitrary<Boolean> truth = Arbitraries.of(true, false);
    Arbitrary<ValueSet> ranges =
        Combinators.combine(number, Arbitraries.of(0, 1, 2, 3), truth)
            .as(
                (point, kind, whole) ->
                    ValueSet.of(
                        switch (kind) {
                          case 0 -> Range.lessThan(point);
                          case 1 -> Range.atMost(point);
                          case 2 -> Range.greaterThan(point);
                          default -> Range.atLeast(point);
                        },
                        whole));
    Arbitrary<ValueSet> listed =
        Combinators.combine(number.list().ofMaxSize(4), truth).as(ValueSet::oneOf);
    Arbitrary<ValueSet> anything = truth.map(whole -> ValueSet.anything(true, whole));
    Arbitrary<ValueSet> one = Arbitraries.oneOf(ranges, listed, anything);
    Arbitrary<ValueSet> opposite = one.map(ValueSet::opposite);
    Arbitrary<ValueSet> several = one.list().ofMinSize(1).ofMaxSize(3).map(ValueSet::anyOf);
    return Arbitraries.oneOf(one, opposite, several).map(set -> set.orAbsent(set.whole()));
  }
}
