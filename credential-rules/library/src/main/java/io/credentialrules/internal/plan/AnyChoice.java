package io.credentialrules.internal.plan;

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

  /** The cheapest that is found; null where none is. */
  static @Nullable State found(PlanStart start, Reduction reduction) {
    AnyChoice any = new AnyChoice(start, reduction);
    new Choices(start, any).visit(reduction.award());
    return any.found;
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
    GoalSearch goals = new GoalSearch(start, false, Set.of(), selection);
    found = State.smaller(found, reduction.found(goals, start.empty()));
  }
}
