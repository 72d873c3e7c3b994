package io.credentialrules.internal.check;

import io.credentialrules.Credential;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The credentials that nobody can do without who earns another: each alternative of a condition has
 * a pattern on them, whatever else it says of them and whatever it joins them with, or a
 * requirement of which that is true. What is followed further than {@link #DEEPEST} is taken to
 * require them, as is what no work is left for.
 */
final class SurelyEarned {
  private static final int DEEPEST = 50;

  private final Program program;
  private final Work work;

  SurelyEarned(Program program, Work work) {
    this.program = program;
    this.work = work;
  }

  /** Whether whoever earns a credential this way has earned one that fits. */
  boolean by(Way way, Predicate<Credential> fits) {
    return way.requires().stream().anyMatch(number -> by(number, fits, 0));
  }

  private boolean by(int number, Predicate<Credential> fits, int depth) {
    if (depth >= DEEPEST || !work.spend(1)) {
      return true;
    }
    Requirement requirement = program.requirements().get(number);
    return !requirement.proofs().isEmpty()
        && requirement.proofs().stream()
            .flatMap(proof -> proof.branches().stream())
            .allMatch(
                branch -> branch.steps().stream().anyMatch(step -> byStep(step, fits, depth)));
  }

  /** What must not be there is not earned, and neither is what holds where there is nothing. */
  private boolean byStep(Step step, Predicate<Credential> fits, int depth) {
    if (step instanceof Step.Some some) {
      return some.steps().stream().anyMatch(part -> byStep(part, fits, depth));
    }
    if (!(step instanceof Step.Match match) || match.referents().isEmpty()) {
      return false;
    }
    return match.type().name().equals(Vocabulary.MET)
        ? match.referents().stream().allMatch(number -> by(number, fits, depth + 1))
        : match.referents().stream()
            .allMatch(number -> fits.test(program.credentials().get(number).credential()));
  }

  /**
   * The numbers of the credentials that a condition without alternatives requires by name, and not
   * by those that its requirements require.
   */
  static List<Integer> named(Requirement requirement) {
    List<Integer> named = new ArrayList<>();
    for (Step step : steps(requirement)) {
      if (step instanceof Step.Match match
          && match.type().name().equals(Vocabulary.EARNED)
          && match.referents().size() == 1) {
        named.add(match.referents().get(0));
      }
    }
    return named;
  }

  /** What all has to hold for a requirement; empty where there are alternatives. */
  static List<Step> steps(Requirement requirement) {
    List<Branch> branches =
        requirement.proofs().stream().flatMap(proof -> proof.branches().stream()).toList();
    return branches.size() == 1 ? branches.get(0).steps() : List.of();
  }
}
