package io.credentialrules.internal.explain;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Components;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Step;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a branch that holds rests on: of all combinations the one that is complete first. */
final class Witnesses {
  private static final int COMBINATIONS_COMPARED = 1000;

  private final Matcher matcher;
  private final Dates dates;

  /** When what a fact says came about; the epoch where it is not known. */
  interface Dates {
    long day(Candidate candidate);
  }

  Witnesses(Matcher matcher, Dates dates) {
    this.matcher = matcher;
    this.dates = dates;
  }

  /** The facts of the combination that is complete first, or null when the branch does not hold. */
  @Nullable Witness of(Branch branch) {
    return of(branch, false);
  }

  /** The facts of the combination that is complete last, by which a credential is renewed. */
  @Nullable Witness latest(Branch branch) {
    return of(branch, true);
  }

  private @Nullable Witness of(Branch branch, boolean isLatest) {
    Witness witness = new Witness();
    for (List<Step> component : Components.of(branch.steps())) {
      @Nullable Object[] slots = chosen(component, branch.slots(), isLatest);
      if (slots == null) {
        return null;
      }
      component.forEach(step -> collect(step, slots, witness.candidates()));
    }
    return witness;
  }

  private @Nullable Object @Nullable [] chosen(List<Step> component, int size, boolean isLatest) {
    Choice choice = new Choice(isLatest);
    matcher.visit(component, new @Nullable Object[size], slots -> choice.look(slots, component));
    return choice.best;
  }

  /**
   * Remembers the combination whose last fact is the earliest, or the latest; the first where
   * several are.
   */
  private final class Choice {
    private final boolean isLatest;
    private @Nullable Object @Nullable [] best;
    private long bestDay;
    private int looked;

    private Choice(boolean isLatest) {
      this.isLatest = isLatest;
    }

    private boolean look(@Nullable Object[] slots, List<Step> component) {
      long day = Long.MIN_VALUE;
      for (Step step : component) {
        if (step instanceof Step.Match match && slots[match.slot()] instanceof Candidate fact) {
          day = Math.max(day, dates.day(fact));
        }
      }
      if (best == null || (isLatest ? day > bestDay : day < bestDay)) {
        best = slots.clone();
        bestDay = day;
      }
      return ++looked >= COMBINATIONS_COMPARED;
    }
  }

  /**
   * Patterns rest on their fact, totals on all facts that they count, {@code exists} on the first
   * that there is.
   */
  private void collect(Step step, @Nullable Object[] slots, Set<Candidate> candidates) {
    if (step instanceof Step.Match match && slots[match.slot()] instanceof Candidate fact) {
      candidates.add(fact);
    } else if (step instanceof Step.Total total) {
      for (@Nullable Object[] row : matcher.rows(total.steps(), slots)) {
        total.steps().forEach(inner -> collect(inner, row, candidates));
      }
    } else if (step instanceof Step.Some some) {
      matcher.visit(
          some.steps(),
          slots.clone(),
          row -> {
            some.steps().forEach(inner -> collect(inner, row, candidates));
            return true;
          });
    }
  }
}
