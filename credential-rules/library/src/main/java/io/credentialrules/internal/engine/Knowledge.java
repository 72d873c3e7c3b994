package io.credentialrules.internal.engine;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.policy.syntax.Met;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What evaluations look up beside the rules of the network. Immutable and thread-safe. */
final class Knowledge {
  private final List<Requirement> requirements;
  private final TouchIndex touch;
  private final Candidacies candidacies;
  private final VocabularyType met;
  private final VocabularyType earned;
  private final boolean asksForMet;

  /** The facts that credentials are earned, by number; none where no condition looks at them. */
  private final Earned[] allEarned;

  private final boolean asksNodes;

  Knowledge(Program program, TouchIndex touch, Savings savings) {
    this.requirements = program.requirements();
    this.touch = touch;
    this.candidacies = new Candidacies(program);
    this.met = Objects.requireNonNull(program.vocabulary().type(Vocabulary.MET));
    this.earned = Objects.requireNonNull(program.vocabulary().type(Vocabulary.EARNED));
    this.asksForMet = touch.ofFactsOf(Vocabulary.MET) != null;
    this.asksNodes = savings.byNode();
    this.allEarned =
        touch.ofFactsOf(Vocabulary.EARNED) == null
            ? new Earned[0]
            : program.credentials().stream().map(Award::fact).toArray(Earned[]::new);
  }

  /** Which branches a fact can touch. */
  TouchIndex touch() {
    return touch;
  }

  /** Which ways ask for a requirement. */
  Candidacies candidacies() {
    return candidacies;
  }

  /** The type of the fact that a requirement is met. */
  VocabularyType met() {
    return met;
  }

  /** The type of the fact that a credential is earned. */
  VocabularyType earned() {
    return earned;
  }

  /** The fact that a requirement is met; null where no condition of a rule could look at it. */
  @Nullable Met metToEnter(int requirement) {
    return asksForMet && requirements.get(requirement).kind() == Kind.REQUIREMENT
        ? requirements.get(requirement).fact()
        : null;
  }

  /** Whether what one fact decides is asked of the nodes of its rule, without a session. */
  boolean asksNodes() {
    return asksNodes;
  }

  /** Whether some condition of a rule looks at what is earned. */
  boolean asksForEarned() {
    return allEarned.length > 0;
  }

  /** That a credential is earned, for the rules that look at it. */
  Candidate earned(int credential, Given given) {
    return dated(
        credential,
        new Candidate(allEarned[credential], earned, given.asOf(), given.budget()),
        given);
  }

  /** That it was earned once and is not any more, for the rules that look at it. */
  Candidate lapsed(int credential, Given given) {
    return dated(
        credential,
        Candidate.lapsed(allEarned[credential], earned, given.asOf(), given.budget()),
        given);
  }

  private static Candidate dated(int credential, Candidate fact, Given given) {
    return fact.dated(() -> given.dated().apply(credential));
  }
}
