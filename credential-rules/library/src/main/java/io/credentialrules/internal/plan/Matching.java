package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Totals;
import io.credentialrules.policy.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds combinations of the facts that there are, without adding any. */
final class Matching {
  private final PlanStart start;

  Matching(PlanStart start) {
    this.start = start;
  }

  /**
   * The first combination that passes all steps, with its slots filled; null when there is none.
   */
  @Nullable Object @Nullable [] first(List<Step> steps, @Nullable Object[] slots, State state) {
    List<@Nullable Object[]> found = new ArrayList<>();
    visit(steps, 0, slots.clone(), state, row -> found.add(row.clone()));
    return found.isEmpty() ? null : found.get(0);
  }

  /** The first fact that should fit and does not; null when all do. */
  @Nullable Candidate misfit(Step.Every every, @Nullable Object[] slots, State state) {
    List<Candidate> misfit = new ArrayList<>();
    visit(
        List.of(every.each()),
        0,
        slots.clone(),
        state,
        row ->
            first(every.fits(), row, state) == null
                && row[every.each().slot()] instanceof Candidate candidate
                && misfit.add(candidate));
    return misfit.isEmpty() ? null : misfit.get(0);
  }

  /** All combinations of a total's source. */
  List<@Nullable Object[]> rows(Step.Total total, @Nullable Object[] slots, State state) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    visit(
        total.steps(),
        0,
        slots.clone(),
        state,
        row -> {
          rows.add(row.clone());
          return false;
        });
    return rows;
  }

  /** The slots with the results of totals filled in, one after the other. */
  @Nullable Object[] totalled(List<Step.Total> totals, @Nullable Object[] slots, State state) {
    @Nullable Object[] filled = slots;
    for (Step.Total total : totals) {
      filled = totalled(total, filled, state);
    }
    return filled;
  }

  /** The slots with the results of a total filled in. */
  @Nullable Object[] totalled(Step.Total total, @Nullable Object[] slots, State state) {
    List<Row> rows = new ArrayList<>();
    for (@Nullable Object[] row : rows(total, slots, state)) {
      rows.add(slot -> row[slot]);
    }
    Totals totals = Totals.of(total, rows);
    @Nullable Object[] filled = slots.clone();
    total.functions().forEach(function -> filled[function.slot()] = totals.at(function.slot()));
    return filled;
  }

  private boolean visit(
      List<Step> steps,
      int at,
      @Nullable Object[] slots,
      State state,
      Predicate<@Nullable Object[]> visitor) {
    if (at == steps.size()) {
      return visitor.test(slots);
    }
    Step step = steps.get(at);
    if (step instanceof Step.Match match) {
      for (Candidate candidate : start.candidates(match.type(), state)) {
        start.budget().spendRow();
        slots[match.slot()] = candidate;
        if (passes(match.tests(), slots) && visit(steps, at + 1, slots, state, visitor)) {
          return true;
        }
      }
      slots[match.slot()] = null;
      return false;
    }
    if (step instanceof Step.Total total) {
      @Nullable Object[] filled = totalled(total, slots, state);
      return passes(total.tests(), filled) && visit(steps, at + 1, filled, state, visitor);
    }
    return holds(step, slots, state) && visit(steps, at + 1, slots, state, visitor);
  }

  private boolean holds(Step step, @Nullable Object[] slots, State state) {
    if (step instanceof Step.None none) {
      return first(none.steps(), slots, state) == null;
    }
    if (step instanceof Step.Some some) {
      return first(some.steps(), slots, state) != null;
    }
    return step instanceof Step.Every every && misfit(every, slots, state) == null;
  }

  static boolean passes(List<Test> tests, @Nullable Object[] slots) {
    for (Test test : tests) {
      if (!passes(test, slots)) {
        return false;
      }
    }
    return true;
  }

  static boolean passes(Test test, @Nullable Object[] slots) {
    return test.in(slot -> slots[slot]) && !isByAbsence(test, slots);
  }

  /** Whether two facts would pass for different only because one of them has no name. */
  private static boolean isByAbsence(Test test, @Nullable Object[] slots) {
    Comparison comparison = test.comparison();
    return comparison != null
        && comparison.operator() == Operator.NOT_EQUAL
        && !comparison.left().isLiteral()
        && !comparison.right().isLiteral()
        && (comparison.left().in(slot -> slots[slot]) == null
            || comparison.right().in(slot -> slots[slot]) == null);
  }
}
