package io.credentialrules.internal.compile;

import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Earned;
import io.credentialrules.vocabulary.Met;
import java.time.ZonedDateTime;
import java.util.function.Consumer;

/**
 * What the consequences of the rules do in one evaluation: settle each requirement and credential
 * once. Used by one thread.
 */
public final class Firing {
  private final Verdicts verdicts = new Verdicts();
  private final ZonedDateTime asOf;
  private final Budget budget;
  private final Limits limits;
  private final Validity validity;
  private final VocabularyType met;
  private final VocabularyType earned;

  Firing(
      ZonedDateTime asOf,
      Budget budget,
      Limits limits,
      Validity validity,
      VocabularyType met,
      VocabularyType earned) {
    this.asOf = asOf;
    this.budget = budget;
    this.limits = limits;
    this.validity = validity;
    this.met = met;
    this.earned = earned;
  }

  Verdicts verdicts() {
    return verdicts;
  }

  void satisfied(Requirement requirement, boolean isNamed, Consumer<Object> insert) {
    if (verdicts.settleRequirement(requirement.number())) {
      spend();
      insert.accept(new Settled(requirement.number()));
      if (isNamed) {
        insert.accept(new Candidate(new Met(requirement.id()), met, asOf, budget));
      }
    }
  }

  /**
   * All that a way asks for is satisfied; where it is valid for a time only, the time must not be
   * over.
   */
  void complete(Award award, Way way, Consumer<Object> insert) {
    if (way.rule().settings().validFor() == null || validity.holds(way, verdicts)) {
      earned(award, insert);
    }
  }

  void earned(Award award, Consumer<Object> insert) {
    if (verdicts.settleCredential(award.number())) {
      spend();
      Earned fact =
          new Earned(
              award.credential().id(), award.credential().pathway(), award.credential().level());
      insert.accept(new Candidate(fact, earned, asOf, budget));
    }
  }

  private void spend() {
    if (verdicts.derived() > limits.maxDerivedFacts()) {
      throw new LimitExceededException(
          "maxDerivedFacts",
          limits.maxDerivedFacts(),
          "the record satisfies too many requirements and credentials; raise the limit");
    }
    budget.checkTime();
  }
}
