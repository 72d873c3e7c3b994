package io.credentialrules.internal.check;

import com.google.common.collect.Range;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.syntax.Scale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says of constraints which values they leave. Exact for comparisons of a value with literals and
 * whatever joins them; of anything else it knows only that the same constraint holds or does not.
 */
final class Restrictions {
  private static final ValueSet TRUE = ValueSet.oneOf(List.of(Position.of("true")), false);
  private static final ValueSet TRUTHS =
      ValueSet.oneOf(List.of(Position.of("true"), Position.of("false")), false);

  private static final Position BOTH_ABSENT = Position.of(2);

  /** How two values compare: less, equal, more or both absent; absent where one of them is. */
  private static final ValueSet ORDERS =
      ValueSet.oneOf(List.of(Position.of(-1), Position.of(0), Position.of(1), BOTH_ABSENT), false)
          .orAbsent(true);

  /** What {@code not in} leaves; absent where neither it nor its opposite holds. */
  private static final ValueSet FALSE = ValueSet.oneOf(List.of(Position.of("false")), false);

  private final WholeNumbers wholeNumbers;
  private final List<Scale> scales;

  /** What a value can be that is one of some words, by the words. */
  private final Map<List<String>, ValueSet> ofWords = new HashMap<>();

  Restrictions(WholeNumbers wholeNumbers, List<Scale> scales) {
    this.wholeNumbers = wholeNumbers;
    this.scales = scales;
  }

  /** What the constraint asks of one value; null where it asks something of several. */
  @Nullable Restriction asked(Test test) {
    if (test.parts().isEmpty()) {
      return single(test);
    }
    List<ValueSet> domains = new ArrayList<>();
    Restriction first = null;
    for (Test part : test.parts()) {
      Restriction asked = asked(part);
      if (asked == null || (first != null && !first.key().equals(asked.key()))) {
        return null;
      }
      first = first == null ? asked : first;
      domains.add(asked.domain());
    }
    if (first == null) {
      return null;
    }
    return first.with(
        test.formula() instanceof Formula.Not
            ? first.domain().opposite()
            : test.formula() instanceof Formula.Or
                ? ValueSet.anyOf(domains)
                : ValueSet.allOf(domains));
  }

  private Restriction single(Test test) {
    if (test.comparison() == null) {
      return new Restriction(test::key, TRUE, TRUTHS, FieldKind.TRUTH);
    }
    Comparison comparison = Linear.solved(test.comparison());
    Value left = comparison.left();
    Value right = comparison.right();
    ValueSet natural = natural(left);
    if (right.type() instanceof ValueType.Absent) {
      ValueSet domain = ValueSet.onlyAbsent();
      return new Restriction(
          left::key,
          comparison.operator() == Operator.EQUAL ? domain : domain.opposite(),
          natural,
          left.type().kind());
    }
    ValueSet domain = right.isLiteral() ? literal(comparison, natural) : null;
    if (domain != null) {
      return new Restriction(left::key, domain, natural, left.type().kind());
    }
    return right.isLiteral() ? proposition(comparison) : between(comparison);
  }

  /** Of what is not understood it is known that its opposite does not hold as well. */
  private static Restriction proposition(Comparison comparison) {
    Operator operator = comparison.operator();
    Comparison positive =
        operator.isNegative()
            ? new Comparison(comparison.left(), operator.opposite(), comparison.right())
            : comparison;
    boolean canBeNeither = operator == Operator.NOT_IN;
    ValueSet negative = canBeNeither ? FALSE : TRUE.opposite();
    return new Restriction(
        positive::key, operator.isNegative() ? negative : TRUE, TRUTHS.orAbsent(true), null);
  }

  private static Restriction between(Comparison comparison) {
    Operator operator = comparison.operator();
    if (!operator.comparesAmounts()) {
      return proposition(comparison);
    }
    boolean swapped = comparison.left().key().compareTo(comparison.right().key()) > 0;
    Value first = swapped ? comparison.right() : comparison.left();
    Value second = swapped ? comparison.left() : comparison.right();
    Operator inOrder = swapped ? operator.mirrored() : operator;
    boolean absentPasses = operator.isNegative() && !comparison.isCalculated();
    ValueSet order = orders(inOrder).orAbsent(absentPasses);
    return new Restriction(
        names -> first.key(names) + " to " + second.key(names), order, ORDERS, null);
  }

  private static ValueSet orders(Operator operator) {
    return ValueSet.oneOf(
        IntStream.of(-1, 0, 1).filter(operator::accepts).mapToObj(Position::of).toList(), false);
  }

  private @Nullable ValueSet literal(Comparison comparison, ValueSet natural) {
    boolean whole = natural.whole();
    Object literal = comparison.right().literal();
    Operator operator = comparison.operator();
    if (operator == Operator.IN || operator == Operator.NOT_IN) {
      ValueSet listed = literal instanceof List<?> list ? listed(list, whole) : null;
      return listed == null || operator == Operator.IN ? listed : listed.opposite();
    }
    Position point = Position.ofLiteral(literal);
    if (point == null) {
      return null;
    }
    boolean isLevel = comparison.left().type().is(FieldKind.LEVEL);
    return switch (operator) {
      case EQUAL -> ValueSet.oneOf(List.of(point), whole);
      case NOT_EQUAL -> {
        ValueSet others = ValueSet.oneOf(List.of(point), whole).opposite();
        yield comparison.isCalculated() ? others.onlyPresent() : others;
      }
      case LESS, AT_MOST, MORE, AT_LEAST ->
          isLevel ? levels(comparison, point.text()) : ValueSet.of(range(operator, point), whole);
      default -> null;
    };
  }

  private static @Nullable ValueSet listed(Collection<?> literals, boolean whole) {
    List<Position> points = new ArrayList<>();
    for (Object literal : literals) {
      Position point = Position.ofLiteral(literal);
      if (point == null) {
        return null;
      }
      points.add(point);
    }
    return ValueSet.oneOf(points, whole);
  }

  private static @Nullable ValueSet levels(Comparison comparison, String level) {
    List<String> levels = comparison.levels();
    if (levels == null) {
      return null;
    }
    int at = levels.indexOf(level);
    return words(
        IntStream.range(0, levels.size())
            .filter(each -> comparison.operator().accepts(Integer.compare(each, at)))
            .mapToObj(levels::get)
            .toList());
  }

  private static ValueSet words(Collection<String> words) {
    return ValueSet.oneOf(words.stream().map(Position::of).toList(), false);
  }

  private static Range<Position> range(Operator operator, Position point) {
    return switch (operator) {
      case LESS -> Range.lessThan(point);
      case AT_MOST -> Range.atMost(point);
      case MORE -> Range.greaterThan(point);
      default -> Range.atLeast(point);
    };
  }

  /** What a value can be, whatever is asked of it. */
  ValueSet natural(Value value) {
    VocabularyField field = value.field();
    boolean absent = field == null || !field.required();
    FieldKind kind = value.type().kind();
    List<String> counting = WhatCounts.words(value);
    if (counting != null) {
      return words(counting);
    }
    if (value.type() instanceof ValueType.Plain plain && kind == FieldKind.WORD) {
      return ofWords.computeIfAbsent(plain.words(), Restrictions::words).orAbsent(absent);
    }
    if (kind == FieldKind.TRUTH) {
      return TRUTHS.orAbsent(absent);
    }
    if (kind == FieldKind.LEVEL && !scales.isEmpty() && (field == null || !field.offScale())) {
      return words(scales.stream().flatMap(scale -> scale.levels().stream()).toList())
          .orAbsent(absent);
    }
    if (field == null) {
      return value instanceof Value.Size
          ? ValueSet.of(Range.atLeast(Position.of(0)), true).orAbsent(true)
          : ValueSet.anything(absent, kind == FieldKind.DATE);
    }
    Range<Position> range = Range.all();
    if (field.min() != null) {
      range = range.intersection(Range.atLeast(Position.of(field.min())));
    }
    if (field.max() != null) {
      range = range.intersection(Range.atMost(Position.of(field.max())));
    }
    boolean whole = kind == FieldKind.DATE || wholeNumbers.contains(field);
    return ValueSet.of(range, whole).orAbsent(absent);
  }
}
