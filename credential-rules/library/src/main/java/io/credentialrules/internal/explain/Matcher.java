package io.credentialrules.internal.explain;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the combinations of facts that pass steps, in canonical order. */
final class Matcher {
  private final Situation situation;
  private final Predicate<Candidate> given;
  private final Matcher all;

  Matcher(Situation situation) {
    this.situation = situation;
    this.given = fact -> true;
    this.all = this;
  }

  private Matcher(Situation situation, Predicate<Candidate> given, Matcher all) {
    this.situation = situation;
    this.given = given;
    this.all = all;
  }

  /** Patterns match only what is given; absences still look at all facts. */
  Matcher only(Predicate<Candidate> someFacts) {
    return new Matcher(situation, someFacts, all);
  }

  /**
   * Visits each combination that passes all steps, with the slots filled; the visitor returns true
   * to stop.
   *
   * @return whether the visitor stopped
   */
  boolean visit(List<Step> steps, @Nullable Object[] slots, Predicate<@Nullable Object[]> visitor) {
    return visit(steps, 0, slots, visitor);
  }

  private boolean visit(
      List<Step> steps, int at, @Nullable Object[] slots, Predicate<@Nullable Object[]> visitor) {
    if (at == steps.size()) {
      return visitor.test(slots);
    }
    Step step = steps.get(at);
    if (step instanceof Step.Match match) {
      for (Candidate candidate : situation.ofType(match.type())) {
        situation.budget().spendRow();
        slots[match.slot()] = candidate;
        if (passes(match.tests(), slots)
            && given.test(candidate)
            && visit(steps, at + 1, slots, visitor)) {
          return true;
        }
      }
      slots[match.slot()] = null;
      return false;
    }
    if (step instanceof Step.Total total) {
      Totals totals = totals(total, slots);
      total.functions().forEach(function -> slots[function.slot()] = totals.at(function.slot()));
      return passes(total.tests(), slots) && visit(steps, at + 1, slots, visitor);
    }
    return holds(step, slots) && visit(steps, at + 1, slots, visitor);
  }

  /** Whether a step that fills no slot holds. */
  boolean holds(Step step, @Nullable Object[] slots) {
    if (step instanceof Step.None none) {
      return !all.exists(none.steps(), slots);
    }
    if (step instanceof Step.Some some) {
      return exists(some.steps(), slots);
    }
    if (step instanceof Step.Every every) {
      return all.misfit(every, slots) == null;
    }
    return exists(List.of(step), slots);
  }

  boolean exists(List<Step> steps, @Nullable Object[] slots) {
    return visit(steps, slots.clone(), row -> true);
  }

  /** The first fact that should fit and does not; null when all do. */
  @Nullable Candidate misfit(Step.Every every, @Nullable Object[] slots) {
    List<Candidate> misfit = new ArrayList<>();
    visit(
        List.of(every.each()),
        slots.clone(),
        row -> {
          if (exists(every.fits(), row)) {
            return false;
          }
          misfit.add((Candidate) java.util.Objects.requireNonNull(row[every.each().slot()]));
          return true;
        });
    return misfit.isEmpty() ? null : misfit.get(0);
  }

  /** All combinations of a total's source. */
  List<@Nullable Object[]> rows(List<Step> steps, @Nullable Object[] slots) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    visit(
        steps,
        slots.clone(),
        row -> {
          rows.add(row.clone());
          return false;
        });
    return rows;
  }

  Totals totals(Step.Total total, @Nullable Object[] slots) {
    List<Row> rows = new ArrayList<>();
    for (@Nullable Object[] row : rows(total.steps(), slots)) {
      rows.add(slot -> row[slot]);
    }
    return Totals.of(total.functions(), rows);
  }

  static boolean passes(List<Test> tests, @Nullable Object[] slots) {
    Row row = slot -> slots[slot];
    for (Test test : tests) {
      if (!test.in(row)) {
        return false;
      }
    }
    return true;
  }
}
