package io.credentialrules.internal.plan;

import io.credentialrules.Measure;
import io.credentialrules.Plan;
import io.credentialrules.internal.plan.Draft.Amount;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.result.StatedDemand;
import io.credentialrules.internal.result.StatedMeasure;
import io.credentialrules.internal.result.StatedStep;
import io.credentialrules.internal.timeline.Allocations;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.Condition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** States the steps of a plan. */
final class PlanSteps {
  private PlanSteps() {}

  /** A step of a plan. */
  static Plan.Step step(Program program, Draft draft, State plan, List<StatedDemand> demands) {
    Requirement requirement = program.requirements().get(draft.origin().requirement());
    return new StatedStep(
        draft.action(),
        draft.cost(),
        program.credentials().get(draft.origin().credential()).credential().id(),
        requirement.id(),
        requirement.name(),
        draft.fact(),
        List.copyOf(demands),
        draft.base(),
        draft.adds(),
        measure(program, draft, plan),
        draft.origin().condition().text(),
        draft.origin().condition().span());
  }

  /** What exclusive evidence leaves for an amount is what the steps do not add to it. */
  private static @Nullable Measure measure(Program program, Draft draft, State plan) {
    Amount amount = draft.origin().amount();
    BigDecimal added = BigDecimal.ZERO;
    boolean isAllotted = false;
    for (Draft other : plan.drafts()) {
      BigDecimal adds = other.adds();
      if (adds != null
          && other.origin().condition().equals(draft.origin().condition())
          && Objects.equals(other.origin().function(), draft.origin().function())) {
        added = added.add(adds);
        isAllotted |= other.origin().amount() != null && other.origin().amount().isAllotted();
      }
    }
    if (amount == null) {
      return null;
    }
    Measure measure = amount.measure();
    if (!isAllotted && !(isExclusive(program, draft) && isMore(draft, amount, added))) {
      return measure;
    }
    return new StatedMeasure(
        measure.needs().subtract(added).max(BigDecimal.ZERO),
        measure.operator(),
        measure.needs(),
        measure.unit());
  }

  private static boolean isExclusive(Program program, Draft draft) {
    return program.credentials().get(draft.origin().credential()).ways().stream()
        .anyMatch(Allocations::isExclusive);
  }

  /**
   * Whether more is added than is missing from all that there is, and nothing else asks for more
   * than that: some of what there is serves another.
   */
  private static boolean isMore(Draft draft, Amount amount, BigDecimal added) {
    Measure measure = amount.measure();
    BigDecimal has = measure.has();
    return amount.function().kind() == Aggregation.SUM
        && measure.operator() == Operator.AT_LEAST
        && has != null
        && has.compareTo(measure.needs()) < 0
        && has.add(added).compareTo(measure.needs()) > 0
        && isAloneAsked(draft.origin(), amount.field());
  }

  /** Whether a field is summed up, and neither compared nor counted otherwise. */
  private static boolean isAloneAsked(Draft.Origin origin, @Nullable String field) {
    Step.Match pattern = origin.pattern();
    return pattern != null
        && field != null
        && origin.condition() instanceof Condition.Accumulate total
        && total.functions().size() == 1
        && pattern.tests().stream()
            .noneMatch(test -> Operands.of(test).reads(pattern.slot(), field));
  }
}
