package io.credentialrules.internal.explain;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Components;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a branch that holds rests on: of all combinations the one that is complete first. */
final class Witnesses {
  private static final int COMBINATIONS_COMPARED = 1000;

  private final Matcher matcher;
  private final Dates dates;

  /** When what a fact says came about. */
  interface Dates {

    /** The day of the epoch: the first, or the last on which it came about anew. */
    long day(Candidate candidate, boolean isLatest);
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
      Set<Candidate> chosen = chosen(component, new @Nullable Object[branch.slots()], isLatest);
      if (chosen == null) {
        return null;
      }
      witness.candidates().addAll(chosen);
    }
    return witness;
  }

  private @Nullable Set<Candidate> chosen(
      List<Step> steps, @Nullable Object[] slots, boolean isLatest) {
    Choice choice = new Choice(steps, isLatest);
    matcher.visit(steps, slots, choice::look);
    return choice.best;
  }

  /**
   * Remembers the facts of the combination whose last fact is the earliest, or the latest; of the
   * first where several are.
   */
  private final class Choice {
    private final List<Step> steps;
    private final boolean isLatest;
    private @Nullable Set<Candidate> best;
    private long bestDay;
    private int looked;

    private Choice(List<Step> steps, boolean isLatest) {
      this.steps = steps;
      this.isLatest = isLatest;
    }

    private boolean look(@Nullable Object[] slots) {
      Set<Candidate> facts = new LinkedHashSet<>();
      steps.forEach(step -> collect(step, slots, isLatest, facts));
      long day = Long.MIN_VALUE;
      for (Candidate fact : facts) {
        day = Math.max(day, dates.day(fact, isLatest));
      }
      if (best == null || (isLatest ? day > bestDay : day < bestDay)) {
        best = facts;
        bestDay = day;
      }
      return ++looked >= COMBINATIONS_COMPARED;
    }
  }

  /**
   * Patterns rest on their fact, totals on all facts that they count, {@code exists} on the first
   * that there is, or the last.
   */
  private void collect(
      Step step, @Nullable Object[] slots, boolean isLatest, Set<Candidate> facts) {
    if (step instanceof Step.Match match && slots[match.slot()] instanceof Candidate fact) {
      facts.add(fact);
    } else if (step instanceof Step.Total total) {
      for (@Nullable Object[] row : matcher.rows(total.steps(), slots)) {
        total.steps().forEach(inner -> collect(inner, row, isLatest, facts));
      }
    } else if (step instanceof Step.Some some) {
      Set<Candidate> chosen = chosen(some.steps(), slots.clone(), isLatest);
      if (chosen != null) {
        facts.addAll(chosen);
      }
    }
  }
}
