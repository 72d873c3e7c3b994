package io.credentialrules.internal.check;

import io.credentialrules.Credential;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Whether there is no way around a fact of some types: each alternative of a rule has a pattern on
 * one of them, or asks for a requirement of which that is true, or for a credential outside of the
 * pathway, such as a badge for a skill. What is followed further than {@link #DEEPEST} is taken to
 * ask for it, as is what no work is left for.
 */
final class SurelyAsked {
  private static final int DEEPEST = 50;

  private final Program program;
  private final Set<String> types;
  private final String pathway;
  private final Work work;
  private final Map<Integer, Boolean> requirements = new HashMap<>();
  private final Map<Integer, Boolean> credentials = new HashMap<>();
  private int depth;

  SurelyAsked(Program program, Set<String> types, String pathway, Work work) {
    this.program = program;
    this.types = types;
    this.pathway = pathway;
    this.work = work;
  }

  /** Whether whoever earns a credential this way has such a fact. */
  boolean by(Way way) {
    return way.requires().stream().anyMatch(this::byRequirement);
  }

  private boolean byRequirement(int number) {
    Boolean known = requirements.get(number);
    if (known != null) {
      return known;
    }
    if (depth >= DEEPEST || !work.spend(1)) {
      return true;
    }
    depth++;
    Requirement requirement = program.requirements().get(number);
    Integer credential = program.credentialNumbers().get(requirement.id());
    boolean is =
        requirement.proofs().isEmpty()
            ? credential != null && byCredential(credential)
            : requirement.proofs().stream()
                .allMatch(proof -> proof.branches().stream().allMatch(this::byBranch));
    depth--;
    requirements.put(number, is);
    return is;
  }

  private boolean byCredential(int number) {
    Boolean known = credentials.get(number);
    if (known != null) {
      return known;
    }
    Award award = program.credentials().get(number);
    Credential credential = award.credential();
    boolean isOtherLevel = credential.level() != null && pathway.equals(credential.pathway());
    boolean is =
        !isOtherLevel
            && !award.isExternal()
            && award.ways().stream()
                .allMatch(way -> way.requires().stream().anyMatch(this::byRequirement));
    credentials.put(number, is);
    return is;
  }

  private boolean byBranch(Branch branch) {
    return branch.steps().stream().anyMatch(this::byStep);
  }

  /** What must not be there is no evidence, and neither is what holds where there is nothing. */
  private boolean byStep(Step step) {
    if (!work.spend(1)) {
      return true;
    }
    if (step instanceof Step.Match match) {
      return types.contains(match.type().record().getSimpleName()) || byReferents(match);
    }
    return (step instanceof Step.Some || step instanceof Step.Total)
        && step.parts().stream().anyMatch(this::byStep);
  }

  private boolean byReferents(Step.Match match) {
    if (match.referents().isEmpty()) {
      return false;
    }
    boolean isMet = match.type().name().equals(Vocabulary.MET);
    return match.referents().stream()
        .allMatch(number -> isMet ? byRequirement(number) : byCredential(number));
  }
}
