package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requirements that hold now and no longer do once there is what a choice needs, such as a course
 * that has to come before an application that was made. Used by one thread.
 */
final class Spoilt {
  /** Of more ways to serve one need, such as facts that wait for a review, none is looked at. */
  private static final int MOST_WAYS = 20;

  /** Beyond so many questions nothing is known to be spoilt, which never claims too much. */
  private static final int QUESTIONS = 200;

  private final PlanStart start;
  private final GoalSearch goals;
  private final Map<Integer, Boolean> spoilable = new HashMap<>();
  private final IdentityHashMap<Step.Match, List<Arrival>> ways = new IdentityHashMap<>();
  private final Map<Question, List<Alternative>> known = new HashMap<>();

  /** What becomes of a requirement when one need is served in one of some ways. */
  private record Question(int requirement, List<Arrival> ways) {}

  /**
   * An alternative, with the patterns that are still matched together and what is needed beside.
   */
  record Alternative(Branch branch, List<Beside> together) {
    private boolean isWhole() {
      return together.stream().anyMatch(this::isWhole);
    }

    private boolean isWhole(Beside beside) {
      return beside.needs().isEmpty()
          && branch.steps().stream()
              .allMatch(
                  step ->
                      !(step instanceof Step.Match match)
                          || PlanStart.isDerived(match.type())
                          || beside.matched().contains(match));
    }
  }

  /** A requirement that has to be met again, by one of its alternatives. */
  record Again(int requirement, List<Alternative> alternatives) {}

  Spoilt(PlanStart start, GoalSearch goals) {
    this.start = start;
    this.goals = goals;
  }

  /** The first that is spoilt and for which no alternative is chosen; null where none is. */
  @Nullable Again first(Selection selection, List<Need> needs) {
    if (!start.record().waivers().isEmpty() || start.notCounted().size() > MOST_WAYS) {
      return null;
    }
    for (Way way : selection.ways().values()) {
      for (int requirement : way.requires()) {
        if (!selection.branches().containsKey(requirement)
            && spoilable.computeIfAbsent(requirement, this::isSpoilable)
            && start.empty().verdicts(start).satisfied(requirement)) {
          for (Need need : needs) {
            List<Alternative> left = left(requirement, need);
            if (left != null && left.stream().noneMatch(Alternative::isWhole)) {
              return new Again(requirement, left);
            }
          }
        }
      }
    }
    return null;
  }

  /** What is left of the alternatives of a requirement; null where that is not known. */
  private @Nullable List<Alternative> left(int requirement, Need need) {
    Step.Match pattern = need.pattern();
    if (pattern == null || !need.onRecord().isEmpty()) {
      return null;
    }
    List<Arrival> arrivals = ways.computeIfAbsent(pattern, asked -> Arrival.of(need, start));
    Question question = new Question(requirement, arrivals);
    List<Alternative> left = known.get(question);
    if (left == null && !arrivals.isEmpty() && known.size() < QUESTIONS) {
      left = alternatives(requirement, arrivals);
      known.put(question, left);
    }
    return left;
  }

  private List<Alternative> alternatives(int requirement, List<Arrival> arrivals) {
    return branches(requirement).stream()
        .map(branch -> new Alternative(branch, JoinedSteps.beside(start, branch, arrivals)))
        .toList();
  }

  /** Whether it can be spoilt, and is seen to hold as it is. */
  private boolean isSpoilable(int requirement) {
    return branches(requirement).stream()
            .anyMatch(branch -> branch.steps().stream().anyMatch(Arrival::canSpoil))
        && alternatives(requirement, List.of()).stream().anyMatch(Alternative::isWhole);
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
