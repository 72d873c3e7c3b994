package io.credentialrules.internal.check;

import io.credentialrules.internal.fault.MeaningFaults;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.resolve.Findings;
import java.util.List;

/** Finds rules that ask for a fact and for its absence at once. */
final class Opposites {
  private final Implication implication;
  private final Findings findings;

  Opposites(Restrictions restrictions, Work work, Findings findings) {
    this.implication = new Implication(restrictions, work);
    this.findings = findings;
  }

  void check(List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Step.None none && none.steps().size() == 1) {
        for (Step other : steps) {
          List<Step> asked = other instanceof Step.Some some ? some.steps() : List.of(other);
          if (other != none && implication.holds(asked, none.steps())) {
            findings.error(
                none.source().span(),
                MeaningFaults.neverMetTogether(none.source().text(), other.source().text()));
          }
        }
      }
    }
  }
}
