package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import java.util.List;
import java.util.Set;

/**
 * Whether more evidence never makes an alternative fail, as far as its form tells: patterns, and
 * totals of which enough is enough, of all facts or of groups. Credentials and days are there
 * whatever the evidence. What must be absent is looked for among all facts, whatever the evidence.
 */
final class Growing {
  private Growing() {}

  static boolean isGrowing(Branch branch) {
    return branch.steps().stream()
        .allMatch(step -> isGrowing(step) && isByItself(step, branch.steps()));
  }

  private static boolean isGrowing(Step step) {
    if (step instanceof Step.Match) {
      return isPattern(step);
    }
    if (step instanceof Step.Some some) {
      return some.steps().stream().allMatch(Growing::isGrowing);
    }
    return !(step instanceof Step.Total total)
        || (total.steps().stream().allMatch(Growing::isPattern)
            && isSummedUpGrowing(total)
            && total.tests().stream().allMatch(Growing::isEnough));
  }

  /** Of groups, more are kept and none is lost; what else is worked out for them may be less. */
  private static boolean isSummedUpGrowing(Step.Total total) {
    GroupedBy grouping = total.grouping();
    if (grouping == null) {
      return total.functions().stream().allMatch(Growing::isGrowing);
    }
    Set<Integer> key = Set.of(grouping.slot());
    return grouping.functions().stream().allMatch(Growing::isGrowing)
        && grouping.tests().stream()
            .allMatch(test -> key.containsAll(test.slots()) || isEnough(test))
        && total.functions().stream().allMatch(function -> function.kind() == Aggregation.COUNT);
  }

  private static boolean isPattern(Step step) {
    return step instanceof Step.Match match && !match.type().name().equals(Vocabulary.MET);
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
