package io.credentialrules.internal.explain;

import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import java.util.List;

/**
 * Whether a fact would bear on a requirement if it counted: some pattern asks for its type and for
 * what identifies it.
 */
final class Bearing {
  private final Situation situation;

  Bearing(Situation situation) {
    this.situation = situation;
  }

  boolean on(List<Proof> proofs, Fact fact) {
    return proofs.stream()
        .flatMap(proof -> proof.branches().stream())
        .anyMatch(branch -> anyOf(branch.steps(), fact));
  }

  private boolean anyOf(List<Step> steps, Fact fact) {
    return steps.stream().anyMatch(step -> bears(step, fact));
  }

  private boolean bears(Step step, Fact fact) {
    if (step instanceof Step.Match match) {
      return identifies(match, fact);
    }
    if (step instanceof Step.Some some) {
      return anyOf(some.steps(), fact);
    }
    return step instanceof Step.Total total && anyOf(total.steps(), fact);
  }

  private boolean identifies(Step.Match match, Fact fact) {
    situation.budget().spendRow();
    boolean isHeld =
        match.type().name().equals(Vocabulary.EARNED) && fact instanceof HeldCredential;
    if (!isHeld && match.type().record() != fact.getClass()) {
      return false;
    }
    Object seen = isHeld ? new Earned(((HeldCredential) fact).credential(), null, null) : fact;
    Row row = Row.of(situation.candidate(seen, match.type()));
    for (Test test : match.tests()) {
      Comparison comparison = test.comparison();
      if (comparison != null && comparison.isIdentity() && !test.in(row)) {
        return false;
      }
    }
    return true;
  }
}
