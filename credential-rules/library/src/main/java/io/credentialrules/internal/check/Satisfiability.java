package io.credentialrules.internal.check;

import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.policy.syntax.Scale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds conditions that no facts can satisfy, and constraints that every fact satisfies. What one
 * condition says of a bound value is known in the next, unless the rule has alternatives: there a
 * combination that cannot be may be one that nobody means.
 */
final class Satisfiability {
  private final WholeNumbers wholeNumbers;
  private final Bounds bounds;
  private final Findings findings;
  private final Work work;
  private final Map<List<Scale>, Restrictions> restrictions = new HashMap<>();

  /**
   * With how many facts there can be at most; nothing is known of that before all rules are
   * resolved.
   */
  Satisfiability(WholeNumbers wholeNumbers, Bounds bounds, Work work, Findings findings) {
    this.work = work;
    this.wholeNumbers = wholeNumbers;
    this.bounds = bounds;
    this.findings = findings;
  }

  void check(Proof proof) {
    Narrowing narrowing =
        new Narrowing(
            restrictions.computeIfAbsent(
                proof.header().scales(), scales -> new Restrictions(wholeNumbers, scales)),
            work,
            findings,
            proof.header());
    boolean single = proof.branches().size() == 1;
    for (Branch branch : proof.branches()) {
      KnownValues known = new KnownValues();
      for (Step step : branch.steps()) {
        step(step, single ? known : new KnownValues(), narrowing);
      }
      new Opposites(narrowing.restrictions(), work, findings).check(branch.steps());
    }
  }

  private void steps(List<? extends Step> steps, KnownValues known, Narrowing narrowing) {
    steps.forEach(step -> step(step, known, narrowing));
  }

  private void step(Step step, KnownValues known, Narrowing narrowing) {
    if (step instanceof Step.Match match) {
      narrowing.tests(match.tests(), known);
    } else if (step instanceof Step.None none) {
      steps(none.steps(), known.copy(), narrowing);
    } else if (step instanceof Step.Some some) {
      steps(some.steps(), known.copy(), narrowing);
    } else if (step instanceof Step.Every every) {
      KnownValues inner = known.copy();
      step(every.each(), inner, narrowing);
      steps(every.fits(), inner, narrowing);
    } else if (step instanceof Step.Total total) {
      KnownValues inner = known.copy();
      steps(total.steps(), inner, narrowing);
      if (total.grouping() != null) {
        totals(total.grouping().functions(), total, inner, inner, narrowing);
        narrowing.tests(total.grouping().tests(), inner);
      }
      totals(total.functions(), total, inner, known, narrowing);
      narrowing.tests(total.tests(), known);
    }
  }

  private void totals(
      List<Step.Function> functions,
      Step.Total total,
      KnownValues inner,
      KnownValues known,
      Narrowing narrowing) {
    for (Step.Function function : functions) {
      known.total(
          "$" + function.slot(),
          TotalValues.of(function, total, inner, narrowing.restrictions(), bounds));
    }
  }
}
