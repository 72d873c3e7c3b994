package io.credentialrules.internal.plan;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Vocabulary;
import java.util.List;

/** The credentials and requirements that a pattern can mean and that are not there yet. */
record Referents(PlanStart start, Selection selection) {
  private static final int MOST = 100;

  List<Award> credentials(Step.Match match, Slots slots, State state) {
    return match.referents().stream()
        .map(start.program().credentials()::get)
        .filter(award -> selection.allows(match, award.number()))
        .filter(award -> !start.isEarned(state, award.number()))
        .filter(award -> fits(match, slots, award))
        .limit(MOST)
        .toList();
  }

  /** Whether a pattern asks until when a credential is earned. */
  static boolean asksForEnd(Step.Match match, PlanStart start) {
    return match.type().name().equals(Vocabulary.EARNED)
        && match.tests().stream()
            .anyMatch(test -> start.operands(test).reads(match.slot(), "until"));
  }

  /** Those that are earned, where it is asked until when: earned again, they are so for longer. */
  List<Award> renewals(Step.Match match, Slots slots, State state) {
    if (!asksForEnd(match, start)) {
      return List.of();
    }
    return match.referents().stream()
        .map(start.program().credentials()::get)
        .filter(award -> selection.allows(match, award.number()))
        .filter(award -> start.isEarned(state, award.number()))
        .filter(award -> fits(match, slots, award))
        .limit(MOST)
        .toList();
  }

  List<Requirement> requirements(Step.Match match, Slots slots, State state) {
    return match.referents().stream()
        .map(start.program().requirements()::get)
        .filter(requirement -> selection.allows(match, requirement.number()))
        .filter(requirement -> !state.verdicts(start).satisfied(requirement.number()))
        .filter(requirement -> fits(match, slots, start.derivedFacts().met(requirement)))
        .limit(MOST)
        .toList();
  }

  /**
   * Where a later day is planned for, it can have been earned on any day until then: what is
   * fitting is seen when it is. Until when it is valid is seen then too.
   */
  private boolean fits(Step.Match match, Slots slots, Award award) {
    return fits(match, slots, start.derivedFacts().earned(award, start.since()))
        || (start.since().isBefore(start.newOn())
            && fits(match, slots, start.derivedFacts().earned(award, start.newOn())));
  }

  private boolean fits(Step.Match match, Slots slots, Candidate candidate) {
    Slots row = slots.with(match.slot(), candidate);
    for (Test test : match.tests()) {
      if (!start.operands(test).reads(match.slot(), "until") && !Passing.passes(test, row)) {
        start.laterDays().keepWhere(test, row, true);
        return false;
      }
    }
    return true;
  }

  /**
   * Whether it asks for credentials and requirements and for nothing else. Such goals are posed
   * before facts are added, and so in few states, in which they are known once they are found.
   */
  static boolean isOfGoalsAlone(Requirement requirement) {
    return requirement.kind() == Kind.PREREQUISITE
        || requirement.proofs().stream()
            .flatMap(proof -> proof.branches().stream())
            .flatMap(branch -> branch.steps().stream())
            .allMatch(
                step -> step instanceof Step.Match match && PlanStart.isDerived(match.type()));
  }
}
