package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.OverRows;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.Operator;
import java.math.BigDecimal;
import java.util.List;

/** What fails because of a fact that is there and counts, and that no further fact mends. */
final class Closed {
  private Closed() {}

  /** Whether a step that looks at nothing before it is closed. */
  static boolean isForGood(Step step, int slots, PlanStart start) {
    if (!step.reads().isEmpty()) {
      return false;
    }
    if (step instanceof Step.None none) {
      return onlyLooksAtWhatCounts(none.steps())
          && start.matcher(start.empty()).first(none.steps(), Slots.empty(slots)) != null;
    }
    if (step instanceof Step.Every every) {
      return onlyLooksAtWhatCounts(List.of(every.each()))
          && every.itself() != null
          && new Matcher(new StateFacts(start, start.empty())).misfit(every, Slots.empty(slots))
              != null;
    }
    if (step instanceof Step.Total total) {
      Slots filled = start.matcher(start.empty()).totalled(total, Slots.empty(slots));
      Excess excess = Excess.of(total, filled);
      return (excess != null && excess.isCertain()) || isTooLow(total, filled);
    }
    return false;
  }

  /** Whether facts on record that match stay as they are. */
  static boolean onlyLooksAtWhatCounts(List<Step> steps) {
    return steps.stream()
        .allMatch(
            step ->
                step instanceof Step.Match match
                    && !PlanStart.isDerived(match.type())
                    && match.type().including().isEmpty());
  }

  /** Whether the least value is too low, which nothing more makes higher. */
  private static boolean isTooLow(Step.Total total, Slots filled) {
    return total.grouping() == null
        && onlyLooksAtWhatCounts(total.steps())
        && total.tests().stream().anyMatch(test -> isTooLow(total, test, filled));
  }

  private static boolean isTooLow(Step.Total total, Test test, Slots filled) {
    Comparison comparison = test.comparison();
    return comparison != null
        && comparison.left() instanceof Value.Slot left
        && total.functions().stream()
            .anyMatch(
                function ->
                    function.slot() == left.slot()
                        && function.kind() == Aggregation.MIN
                        && !(function.argument() instanceof OverRows))
        && filled.at(left.slot()) instanceof BigDecimal has
        && comparison.right().literal() instanceof BigDecimal needs
        && isBelow(has.compareTo(needs), comparison.operator());
  }

  private static boolean isBelow(int order, Operator operator) {
    return switch (operator) {
      case AT_LEAST, EQUAL -> order < 0;
      case MORE -> order <= 0;
      default -> false;
    };
  }
}
