package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How far the totals of requirements are from what they must be with only some facts. */
final class TotalGaps {
  private final Claims claims;

  TotalGaps(Claims claims) {
    this.claims = claims;
  }

  /** Of the alternative that lacks least; 0 where its totals are reached. */
  BigDecimal of(int number, Predicate<Candidate> given) {
    Matcher only = claims.only(given);
    return claims.branches(number).stream()
        .map(branch -> of(branch, only))
        .min(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal of(Branch branch, Matcher only) {
    BigDecimal gap = BigDecimal.ZERO;
    for (Step step : branch.steps()) {
      if (step instanceof Step.Total total && total.reads().isEmpty()) {
        Slots with = only.totalled(total, Slots.empty(branch.slots()));
        for (Test test : total.tests()) {
          gap = gap.add(test.in(with) ? BigDecimal.ZERO : missing(test.comparison(), with));
        }
      }
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
