package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Running;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The results of a total on each day, from what came about after one. It goes through the changes
 * once, no further than to the last day that was asked for, and remembers the results of each day
 * on which one of them changed.
 */
final class RunningTotal {
  private final TotalDays days;
  private final long floor;
  private final Budget budget;
  private final List<Running> running = new ArrayList<>();
  private final TreeMap<Long, Totals> results = new TreeMap<>();
  private int next;

  /** From what came about after a day; {@link Courses#NO_FLOOR} for all. */
  RunningTotal(TotalDays days, long floor, Budget budget) {
    this.days = days;
    this.floor = floor;
    this.budget = budget;
    for (Step.Function function : days.functions()) {
      running.add(new Running(function));
    }
    for (TotalDays.Change change : days.undated()) {
      if (change.day() <= floor) {
        apply(change);
      }
    }
    remember(Long.MIN_VALUE);
    next = firstAfter(floor);
  }

  private int firstAfter(long day) {
    int low = 0;
    int high = days.changes().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (days.changes().get(middle).day() <= day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The results on a day that is not before the one after which all came about. */
  Totals on(long day) {
    List<TotalDays.Change> changes = days.changes();
    while (next < changes.size() && changes.get(next).day() <= day) {
      long changing = changes.get(next).day();
      for (; next < changes.size() && changes.get(next).day() == changing; next++) {
        if (changes.get(next).fact().isAfter(floor)) {
          apply(changes.get(next));
        }
      }
      remember(changing);
    }
    return results.floorEntry(day).getValue();
  }

  private void apply(TotalDays.Change change) {
    budget.spendRow();
    for (int i = 0; i < running.size(); i++) {
      Object value = change.values().get(i);
      if (value != null && change.isThere()) {
        running.get(i).add(value);
      } else if (value != null) {
        running.get(i).remove(value);
      }
    }
  }

  private void remember(long day) {
    @Nullable Object[] worked = running.stream().map(Running::result).toArray();
    results.put(day, Totals.of(days.functions(), worked));
  }
}
