package io.credentialrules.internal.plan;

import java.util.Set;

/**
 * Looks for a cheaper plan among all choices that can have one, and knows whether there is none.
 * Choices and searches are bounded; beyond the bounds it does not know.
 */
final class Smallest implements Choices.Visitor {
  private static final int SEARCHES = 40;
  private static final long WORK = 60_000;

  private final PlanStart start;
  private final Reduction reduction;
  private State best;
  private int searches;
  private long unsettled = Long.MAX_VALUE;

  /** Looks for less than a plan. */
  Smallest(PlanStart start, State found, Reduction reduction) {
    this.start = start;
    this.best = found;
    this.reduction = reduction;
  }

  /** Goes through the choices; whether the plan is then known to be the cheapest. */
  boolean prove() {
    boolean isWhole =
        limit() <= start.range().least() || new Choices(start, this).visit(reduction.award());
    return isWhole && unsettled >= limit();
  }

  /** The smallest plan that was found. */
  State best() {
    return best;
  }

  @Override
  public long limit() {
    return best.cost();
  }

  @Override
  public void visit(Selection selection, long least) {
    if (unsettled <= least && searches >= SEARCHES) {
      return;
    }
    if (searches++ < SEARCHES && start.work() < WORK) {
      State found =
          reduction.found(new GoalSearch(start, false, Set.of(), selection), start.empty());
      if (found != null && State.SMALLEST.compare(found, best) < 0) {
        best = found;
      }
      if (found != null && found.cost() <= Math.max(least, start.range().least())) {
        return;
      }
    }
    unsettled = Math.min(unsettled, least);
  }
}
