package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Meets a requirement by one alternative, with as few facts as do.
 *
 * @param credential the number of the credential that asks for it
 */
record BranchSearch(
    PlanStart start,
    GoalSearch goals,
    Requirement requirement,
    int credential,
    Proof proof,
    Branch branch) {

  /**
   * Met by the alternative that is chosen, if one is: where another one is met by what serves
   * something else already, the requirement has nothing of its own.
   */
  static @Nullable State by(
      @Nullable Branch chosen,
      Requirement requirement,
      int credential,
      State from,
      PlanStart start,
      GoalSearch goals) {
    if (chosen == null) {
      return from;
    }
    for (Proof proof : goals.inForce(requirement)) {
      if (proof.branches().contains(chosen)) {
        return new BranchSearch(start, goals, requirement, credential, proof, chosen).held(from);
      }
    }
    return from;
  }

  /** The smallest state in which the requirement is met; null when none is found. */
  @Nullable State met(State from) {
    return found(from, state -> state.verdicts(start).satisfied(requirement.number()));
  }

  /** The smallest state in which it is met by this alternative; null when none is found. */
  @Nullable State held(State from) {
    return holds(from) ? from : found(from, this::holds);
  }

  private boolean holds(State state) {
    return start.matcher(state).exists(branch.steps(), Slots.empty(branch.slots()));
  }

  private @Nullable State found(State from, GoalSearch.Wanted wanted) {
    for (long most : start.range().rungs()) {
      SearchBounds bounds = goals.bounds(requirement, credential, proof, from, most);
      State found =
          goals.search(bounds, constraintsLast(branch.steps()), branch.slots(), from, wanted);
      if (found != null || !bounds.isCut()) {
        return found;
      }
      if (bounds.isExhausted()) {
        return null;
      }
    }
    return null;
  }

  /** What excludes facts comes after what adds some, so that these are looked at too. */
  private static List<Step> constraintsLast(List<Step> steps) {
    int first = 0;
    while (first < steps.size() && !excludes(steps.get(first))) {
      first++;
    }
    if (first == steps.size()) {
      return steps;
    }
    List<Step> all = new ArrayList<>(steps);
    all.removeIf(BranchSearch::excludes);
    steps.stream().filter(BranchSearch::excludes).forEach(all::add);
    return all;
  }

  private static boolean excludes(Step step) {
    return step instanceof Step.None || step instanceof Step.Every;
  }
}
