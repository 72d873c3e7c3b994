package io.credentialrules.internal.plan;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
  private long workElsewhere;
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
    if (searches++ < SEARCHES && start.work() + workElsewhere < WORK) {
      Selection loose = selection.onRecordToo();
      State found = found(loose);
      long wanted = Math.max(least, start.range().least());
      if (found == null || found.cost() > wanted) {
        found = State.smaller(found, withNewFacts(found, loose));
      }
      if (found == null || found.cost() > wanted) {
        found = State.smaller(found, withPrerequisitesLast(loose));
      }
      if (found == null || found.cost() > wanted) {
        found = State.smaller(found, withNamesInUse(loose));
      }
      if (!selection.anew().isEmpty() && (found == null || found.cost() > wanted)) {
        found = State.smaller(found, found(selection));
      }
      if (found != null && State.SMALLEST.compare(found, best) < 0) {
        best = found;
      }
      if (found != null && found.cost() <= wanted) {
        return;
      }
    }
    unsettled = Math.min(unsettled, least);
  }

  private @Nullable State found(Selection selection) {
    return reduction.found(new GoalSearch(start, false, Set.of(), selection), start.empty());
  }

  private @Nullable State withPrerequisitesLast(Selection selection) {
    return reduction.found(
        new GoalSearch(start, false, Set.of(), selection).prerequisitesLast(), start.empty());
  }

  private @Nullable State withNamesInUse(Selection selection) {
    return reduction.found(
        new GoalSearch(start, false, Set.of(), selection).withNamesInUse(), start.empty());
  }

  /**
   * With something new in place of what is on record and could come to count, which can serve
   * several requirements where that serves the first alone; null where nothing is on record.
   */
  private @Nullable State withNewFacts(@Nullable State found, Selection selection) {
    Set<Object> onRecord = new HashSet<>();
    if (found == null) {
      start.notCounted().forEach(one -> onRecord.add(one.fact()));
    } else {
      for (Draft draft : found.drafts()) {
        if (draft.base() != null) {
          onRecord.add(draft.base());
        }
      }
    }
    if (onRecord.isEmpty()) {
      return null;
    }
    PlanStart from = start.without(onRecord);
    State other = reduction.found(new GoalSearch(from, false, Set.of(), selection), from.empty());
    workElsewhere += from.work();
    return other;
  }
}
