package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.util.List;

/**
 * Whether more evidence never makes an alternative fail, as far as its form tells: patterns, and
 * totals of which enough is enough. What must be absent is looked for among all facts, whatever the
 * evidence.
 */
final class Growing {
  private Growing() {}

  static boolean isGrowing(Branch branch) {
    return branch.steps().stream()
        .allMatch(step -> isGrowing(step) && isByItself(step, branch.steps()));
  }

  private static boolean isGrowing(Step step) {
    if (step instanceof Step.Match match) {
      return !match.type().isDerived();
    }
    if (step instanceof Step.Some some) {
      return some.steps().stream().allMatch(Growing::isGrowing);
    }
    return !(step instanceof Step.Total total)
        || (total.grouping() == null
            && total.steps().stream().allMatch(Growing::isPattern)
            && total.functions().stream().allMatch(Growing::isGrowing)
            && total.tests().stream().allMatch(Growing::isEnough));
  }

  private static boolean isPattern(Step step) {
    return step instanceof Step.Match match && !match.type().isDerived();
  }

  private static boolean isGrowing(Step.Function function) {
    return switch (function.kind()) {
      case COUNT, COUNT_DISTINCT, MAX -> true;
      case SUM -> {
        VocabularyField field = function.argument() == null ? null : function.argument().field();
        yield field != null && field.min() != null && field.min().signum() >= 0;
      }
      case MIN, AVERAGE, COLLECT_LIST, COLLECT_SET -> false;
    };
  }

  private static boolean isEnough(Test test) {
    Comparison comparison = test.comparison();
    return comparison != null
        && (comparison.operator() == Operator.AT_LEAST || comparison.operator() == Operator.MORE)
        && comparison.left() instanceof Value.Slot
        && comparison.right() instanceof Value.Literal;
  }

  /** Whether no other step looks at what a total comes to. */
  private static boolean isByItself(Step step, List<Step> steps) {
    return !(step instanceof Step.Total)
        || steps.stream()
            .allMatch(
                other -> other == step || other.reads().stream().noneMatch(step.fills()::contains));
  }
}
