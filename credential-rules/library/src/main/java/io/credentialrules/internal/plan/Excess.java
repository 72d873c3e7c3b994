package io.credentialrules.internal.plan;

import io.credentialrules.Measure;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.result.StatedMeasure;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A total that is past its upper bound.
 *
 * @param measure what there is and what is allowed; null where it has no unit
 * @param isCertain whether no further fact can make it smaller
 */
record Excess(@Nullable Measure measure, boolean isCertain) {

  /** The first test of a total that it is too much for; null when there is none. */
  static @Nullable Excess of(Step.Total total, Slots filled) {
    for (Test test : total.tests()) {
      Comparison comparison = test.comparison();
      if (comparison == null
          || comparison.isCalculated()
          || test.in(filled)
          || !(comparison.left().in(filled) instanceof BigDecimal has)
          || !(comparison.right().in(filled) instanceof BigDecimal needs)
          || !isPast(has, comparison.operator(), needs)) {
        continue;
      }
      String unit = comparison.unit();
      return new Excess(
          unit.isEmpty() ? null : new StatedMeasure(has, comparison.operator(), needs, unit),
          comparison.right().slots().isEmpty()
              && total.functions().stream()
                  .filter(function -> comparison.left().slots().contains(function.slot()))
                  .allMatch(function -> onlyGrows(total, function)));
    }
    return null;
  }

  private static boolean isPast(BigDecimal has, Operator operator, BigDecimal needs) {
    int order = has.compareTo(needs);
    return switch (operator) {
      case LESS -> order >= 0;
      case AT_MOST, EQUAL -> order > 0;
      default -> false;
    };
  }

  /** Whether no further fact makes the result of a function smaller. */
  static boolean onlyGrows(Step.Total total, Step.Function function) {
    if (total.grouping() != null || !Closed.onlyLooksAtWhatCounts(total.steps())) {
      return false;
    }
    return switch (function.kind()) {
      case COUNT, COUNT_DISTINCT, MAX -> true;
      case SUM -> {
        VocabularyField field = function.argument() == null ? null : function.argument().field();
        yield field != null && field.min() != null && field.min().signum() >= 0;
      }
      case MIN, AVERAGE, COLLECT_LIST, COLLECT_SET -> false;
    };
  }
}
