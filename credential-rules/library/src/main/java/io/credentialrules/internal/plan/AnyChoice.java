package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Step;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan by some choice of routes and alternatives, where the cheapest ways to what is asked for,
 * each for itself, do not go together. Choices and searches are bounded.
 */
final class AnyChoice implements Choices.Visitor {
  private static final int SEARCHES = 40;
  private static final long WORK = 60_000;

  private final PlanStart start;
  private final Reduction reduction;
  private @Nullable State found;
  private int searches;

  private AnyChoice(PlanStart start, Reduction reduction) {
    this.start = start;
    this.reduction = reduction;
  }

  /** The cheapest that is found; null where none is, or where there is nothing to choose. */
  static @Nullable State found(PlanStart start, Reduction reduction) {
    if (!hasChoice(reduction.award(), start)) {
      return null;
    }
    AnyChoice any = new AnyChoice(start, reduction);
    new Choices(start, any).visit(reduction.award());
    return any.found;
  }

  /** Whether there are several rules or alternatives, or it rests on what has some perhaps. */
  private static boolean hasChoice(Award award, PlanStart start) {
    if (award.ways().size() > 1) {
      return true;
    }
    for (int requirement : award.ways().get(0).requires()) {
      List<Branch> branches =
          start.program().requirements().get(requirement).proofs().stream()
              .flatMap(proof -> proof.branches().stream())
              .toList();
      if (branches.size() > 1 || branches.get(0).steps().stream().anyMatch(AnyChoice::isDerived)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDerived(Step step) {
    return step instanceof Step.Match match
        ? PlanStart.isDerived(match.type())
        : step.parts().stream().anyMatch(AnyChoice::isDerived);
  }

  @Override
  public long limit() {
    if (searches >= SEARCHES || start.work() > WORK) {
      return 0;
    }
    return found == null ? Long.MAX_VALUE : found.cost();
  }

  @Override
  public void visit(Selection selection, long least) {
    searches++;
    State usual = found(selection.onRecordToo());
    found = State.smaller(found, usual == null ? found(selection) : usual);
  }

  private @Nullable State found(Selection selection) {
    GoalSearch goals = new GoalSearch(start, false, Set.of(), selection);
    return reduction.found(goals, start.empty());
  }
}
