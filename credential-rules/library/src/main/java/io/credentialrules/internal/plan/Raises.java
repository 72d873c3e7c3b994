package io.credentialrules.internal.plan;

import io.credentialrules.Plan.Action;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Larger amounts of a fact that is planned or still in progress, so that one fact does for a total
 * too that it was not made for: what a sum lacks, and the bounds of a least, greatest or mean
 * value.
 */
record Raises(PlanStart start, Step.Total total, List<Test> tests, Step.Match match) {

  /** The fact with more of an amount, the best first. */
  List<Draft> of(Draft draft, Slots filled) {
    List<Draft> raised = new ArrayList<>();
    if (draft.type().record() != match.type().record()
        || (draft.action() != Action.ADD && draft.action() != Action.COMPLETE)) {
      return raised;
    }
    for (Step.Function function : total.functions()) {
      String name = TotalGap.field(function, match);
      VocabularyField field = name == null ? null : draft.type().field(name);
      if (name == null || field == null || !isAmount(draft, name)) {
        continue;
      }
      BigDecimal has = draft.value(name) instanceof BigDecimal own ? own : BigDecimal.ZERO;
      Set<Object> amounts = new LinkedHashSet<>();
      for (BigDecimal amount : amounts(function, has, filled)) {
        if (amount.compareTo(has) > 0) {
          NextValues.within(field, amount, amounts);
        }
      }
      for (Object amount : amounts) {
        Draft grown = start.drafts().changed(draft, name, amount);
        if (grown != null) {
          raised.add(grown);
        }
      }
    }
    return raised;
  }

  /** Whether it has an amount, or can still have one. */
  private static boolean isAmount(Draft draft, String field) {
    return draft.value(field) instanceof BigDecimal
        || (draft.value(field) == null && draft.isOpen(field));
  }

  private List<BigDecimal> amounts(Step.Function function, BigDecimal has, Slots filled) {
    return switch (function.kind()) {
      case SUM -> TotalGap.shortOf(tests, function, filled).stream().map(has::add).toList();
      case MIN, MAX, AVERAGE -> {
        List<BigDecimal> bounds = new ArrayList<>();
        for (TotalGap.Bound bound : TotalGap.bounds(tests, function, filled)) {
          if (!bound.passes() && bound.value() instanceof BigDecimal needs) {
            bounds.add(bound.isStrict() ? needs.add(TotalGap.least(needs)) : needs);
          }
        }
        yield bounds;
      }
      default -> List.of();
    };
  }
}
