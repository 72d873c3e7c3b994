package io.credentialrules.internal.plan;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets time pass: alone, or after new facts that must first grow old. The day is what the rules say
 * of the record if nothing else is added.
 */
final class Waiting {
  private final PlanStart start;

  Waiting(PlanStart start) {
    this.start = start;
  }

  /**
   * The day until which only to wait, where that is less than a plan for the date of evaluation:
   * one review or completion is sooner done, whatever is new is not.
   */
  @Nullable LocalDate alone(@Nullable State best) {
    boolean isLittle = best != null && best.steps() == 1 && best.additions() == 0;
    return isLittle ? null : until(start.empty());
  }

  @Nullable LocalDate until(State state) {
    return start.eligibleFrom(state);
  }

  /** Whether it is earned by a day. */
  boolean isBy(State state, @Nullable LocalDate day) {
    LocalDate then = until(state);
    return then != null && day != null && !then.isAfter(day);
  }

  /**
   * The facts with which waiting earns it, without those that are not needed for that day; null
   * where it never does.
   */
  @Nullable State after(@Nullable State today) {
    State state = today;
    LocalDate day = state == null ? null : until(state);
    if (state == null || day == null) {
      return null;
    }
    for (Draft draft : state.drafts()) {
      State without = state.without(Set.of(draft.number()));
      LocalDate then = until(without);
      if (then != null && !then.isAfter(day)) {
        state = without;
      }
    }
    return state;
  }

  /** What was found for a later day, as it is today; null where it cannot be done yet. */
  @Nullable State now(@Nullable State found) {
    if (found == null) {
      return null;
    }
    State now = found.steps() == 0 ? start.empty() : found; // what it was then is not what it is
    for (Draft draft : found.drafts()) {
      Draft same = start.drafts().changed(draft, draft.fixed());
      if (same == null) {
        return null;
      }
      now = now.with(same);
    }
    return now;
  }
}
