package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requirements that hold now and no longer do once there is what a choice needs, such as a course
 * that has to come before an application that was made. Used by one thread.
 */
final class Spoilt {
  private final PlanStart start;
  private final GoalSearch goals;
  private final Map<Integer, Boolean> spoilable = new HashMap<>();

  Spoilt(PlanStart start, GoalSearch goals) {
    this.start = start;
    this.goals = goals;
  }

  /** What comes about when needs are served, each in one of some ways. */
  List<List<Arrival>> arrivals(List<Need> needs) {
    List<List<Arrival>> arrivals = new ArrayList<>();
    for (Need need : needs) {
      List<Arrival> ways = Arrival.of(need, start);
      if (!ways.isEmpty()) {
        arrivals.add(ways);
      }
    }
    return arrivals;
  }

  /** The first that is spoilt and for which no alternative is chosen; null where none is. */
  @Nullable Integer first(Selection selection, List<Need> needs) {
    if (!start.record().waivers().isEmpty()) {
      return null;
    }
    List<List<Arrival>> arrivals = null;
    for (Way way : selection.ways().values()) {
      for (int requirement : way.requires()) {
        if (!selection.branches().containsKey(requirement)
            && spoilable.computeIfAbsent(requirement, this::isSpoilable)
            && start.empty().verdicts(start).satisfied(requirement)) {
          arrivals = arrivals == null ? arrivals(needs) : arrivals;
          if (!arrivals.isEmpty() && isSpoilt(requirement, arrivals)) {
            return requirement;
          }
        }
      }
    }
    return null;
  }

  private boolean isSpoilable(int requirement) {
    return branches(requirement).stream()
        .anyMatch(branch -> branch.steps().stream().anyMatch(Arrival::canSpoil));
  }

  private boolean isSpoilt(int requirement, List<List<Arrival>> arrivals) {
    return branches(requirement).stream()
        .noneMatch(
            branch ->
                JoinedSteps.beside(start, branch, arrivals).stream()
                    .anyMatch(beside -> isWhole(beside, branch)));
  }

  private static boolean isWhole(Beside beside, Branch branch) {
    return beside.needs().isEmpty()
        && branch.steps().stream()
            .allMatch(
                step ->
                    !(step instanceof Step.Match match)
                        || PlanStart.isDerived(match.type())
                        || beside.matched().contains(match));
  }

  /** The alternatives of a requirement, by all rules that are in force. */
  List<Branch> branches(int requirement) {
    List<Branch> branches = new ArrayList<>();
    for (Proof proof : goals.inForce(start.program().requirements().get(requirement))) {
      branches.addAll(proof.branches());
    }
    return branches;
  }
}
