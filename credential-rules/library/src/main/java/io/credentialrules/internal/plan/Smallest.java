package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Program.Award;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a plan of fewer facts among all choices that can have one, and knows whether there is
 * none. Choices and searches are bounded; beyond the bounds it does not know.
 */
final class Smallest implements Choices.Visitor {
  private static final int SEARCHES = 40;
  private static final long WORK = 60_000;

  private final PlanStart start;
  private final Award award;
  private final UnaryOperator<@Nullable State> minimal;
  private State best;
  private int searches;
  private int unsettled = Integer.MAX_VALUE;

  /**
   * Looks for less than a plan.
   *
   * @param minimal leaves out what a found state does not need; null where it does not earn
   */
  Smallest(PlanStart start, Award award, State found, UnaryOperator<@Nullable State> minimal) {
    this.start = start;
    this.award = award;
    this.best = found;
    this.minimal = minimal;
  }

  /** Goes through the choices; whether the plan is then known to have the fewest facts. */
  boolean prove() {
    boolean isWhole = limit() <= 1 || new Choices(start, this).visit(award);
    return isWhole && unsettled >= limit();
  }

  /** The smallest plan that was found. */
  State best() {
    return best;
  }

  @Override
  public int limit() {
    return best.steps();
  }

  @Override
  public void visit(Selection selection, int least) {
    if (unsettled <= least && searches >= SEARCHES) {
      return;
    }
    if (searches++ < SEARCHES && start.work() < WORK) {
      State found =
          minimal.apply(
              new GoalSearch(start, false, Set.of(), selection).credential(award, start.empty()));
      if (found != null && State.SMALLEST.compare(found, best) < 0) {
        best = found;
      }
      if (found != null && found.steps() <= Math.max(least, 1)) {
        return;
      }
    }
    unsettled = Math.min(unsettled, least);
  }
}
