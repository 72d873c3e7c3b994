package io.credentialrules.internal.engine;

import io.credentialrules.Credential;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Earned;
import io.credentialrules.vocabulary.Met;
import java.util.HashMap;
import java.util.Map;

/**
 * What the consequences of the rules do in one evaluation: settle each requirement and credential
 * once. Used by one thread.
 */
public final class Firing {
  private final Verdicts verdicts = new Verdicts();
  private final Given given;
  private final Limits limits;
  private final Completion completion;
  private final VocabularyType met;
  private final VocabularyType earned;
  private final Map<Integer, Candidate> lapsed = new HashMap<>();

  /** How facts come and go, in the words of the engine. */
  interface Memory {
    void insert(Object fact);

    void delete(Object fact);
  }

  Firing(
      Given given,
      Limits limits,
      Completion completion,
      VocabularyType met,
      VocabularyType earned) {
    this.given = given;
    this.limits = limits;
    this.completion = completion;
    this.met = met;
    this.earned = earned;
  }

  Verdicts verdicts() {
    return verdicts;
  }

  void satisfied(Requirement requirement, boolean isNamed, Memory memory) {
    if (verdicts.settleRequirement(requirement.number())) {
      spend();
      memory.insert(new Settled(requirement.number()));
      if (isNamed) {
        memory.insert(new Candidate(new Met(requirement.id()), met, given.asOf(), given.budget()));
      }
    }
  }

  /** All that a way asks for is satisfied, each by itself. */
  void complete(Award award, Way way, Memory memory) {
    if (!given.withdrawn().contains(award.number())
        && (!looksAtAllTogether(way) || completion.holds(way, verdicts))) {
      earned(award, memory);
    }
  }

  private static boolean looksAtAllTogether(Way way) {
    CredentialSettings settings = way.rule().settings();
    return settings.validFor() != null || settings.evidence() == EvidenceUse.EXCLUSIVE;
  }

  /** What was lapsed is earned again; it is there only once. */
  void earned(Award award, Memory memory) {
    if (verdicts.settleCredential(award.number())) {
      spend();
      Candidate before = lapsed.remove(award.number());
      if (before != null) {
        memory.delete(before);
      }
      memory.insert(new Candidate(fact(award), earned, given.asOf(), given.budget()));
    }
  }

  void lapsed(Award award, Memory memory) {
    Candidate candidate = Candidate.lapsed(fact(award), earned, given.asOf(), given.budget());
    lapsed.put(award.number(), candidate);
    memory.insert(candidate);
  }

  private static Earned fact(Award award) {
    Credential credential = award.credential();
    return new Earned(credential.id(), credential.pathway(), credential.level());
  }

  private void spend() {
    if (verdicts.derived() > limits.maxDerivedFacts()) {
      throw new LimitExceededException(
          "maxDerivedFacts",
          limits.maxDerivedFacts(),
          "the record satisfies too many requirements and credentials; raise the limit");
    }
    given.budget().checkTime();
  }
}
