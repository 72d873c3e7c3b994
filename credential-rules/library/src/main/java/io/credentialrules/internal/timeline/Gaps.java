package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Components;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How far requirements are from holding with only some facts: the amounts that their totals lack,
 * and one for each other group of conditions that belong together.
 */
final class Gaps {
  private final Claims claims;

  Gaps(Claims claims) {
    this.claims = claims;
  }

  /** Of the alternative that lacks least; 0 where it holds. */
  BigDecimal of(int number, Predicate<Candidate> given) {
    Matcher only = claims.only(given);
    return claims.branches(number).stream()
        .map(branch -> of(branch, only))
        .min(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal of(Branch branch, Matcher only) {
    BigDecimal gap = BigDecimal.ZERO;
    for (List<Step> component : Components.of(branch.steps())) {
      Slots slots = Slots.empty(branch.slots());
      BigDecimal amounts = BigDecimal.ZERO;
      for (Step step : component) {
        if (step instanceof Step.Total total && total.reads().isEmpty()) {
          amounts = amounts.add(of(total, only.totalled(total, slots)));
        }
      }
      boolean isOther = amounts.signum() == 0 && !only.exists(component, slots);
      gap = gap.add(isOther ? BigDecimal.ONE : amounts);
    }
    return gap;
  }

  private static BigDecimal of(Step.Total total, Slots with) {
    BigDecimal gap = BigDecimal.ZERO;
    for (Test test : total.tests()) {
      gap = gap.add(test.in(with) ? BigDecimal.ZERO : missing(test.comparison(), with));
    }
    return gap;
  }

  private static BigDecimal missing(@Nullable Comparison comparison, Slots with) {
    if (comparison == null || !(comparison.right().in(with) instanceof BigDecimal needs)) {
      return BigDecimal.ONE;
    }
    BigDecimal has =
        comparison.left().in(with) instanceof BigDecimal amount ? amount : BigDecimal.ZERO;
    return needs.subtract(has).abs();
  }
}
