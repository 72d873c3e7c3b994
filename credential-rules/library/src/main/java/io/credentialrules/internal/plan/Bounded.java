package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An amount or a date, in the order of the rules. */
record Bounded(Object value) implements Comparable<Bounded> {

  /** For each field of a pattern that is compared with bounds, between which of them it is. */
  static ImmutableMap<String, Range<Bounded>> ranges(Step.Match match) {
    Map<String, Range<Bounded>> ranges = new HashMap<>();
    for (Test test : match.own()) {
      Comparison comparison = test.comparison();
      VocabularyField field = comparison == null ? null : comparison.left().field();
      Range<Bounded> range = comparison == null ? null : range(comparison);
      if (field == null || range == null) {
        continue;
      }
      Range<Bounded> known = ranges.getOrDefault(field.name(), Range.all());
      if (known.isConnected(range)) {
        ranges.put(field.name(), known.intersection(range));
      }
    }
    return ImmutableMap.copyOf(ranges);
  }

  private static @Nullable Range<Bounded> range(Comparison comparison) {
    Object literal = comparison.right().literal();
    if (!(literal instanceof BigDecimal) && !(literal instanceof LocalDate)) {
      return null;
    }
    Bounded bound = new Bounded(Comparing.canonical(literal));
    Operator operator = comparison.operator();
    return switch (operator) {
      case AT_LEAST -> Range.atLeast(bound);
      case MORE -> Range.greaterThan(bound);
      case AT_MOST -> Range.atMost(bound);
      case LESS -> Range.lessThan(bound);
      case EQUAL -> Range.singleton(bound);
      default -> null;
    };
  }

  @Override
  public int compareTo(Bounded other) {
    return Comparing.order(value, other.value);
  }
}
