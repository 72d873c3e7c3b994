package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes room for what comes after other new facts and takes time itself: all that was planned
 * before it happens sooner, by the same time, so that the order and the lengths of these stay as
 * they are.
 */
final class Sooner {
  private final PlanStart start;

  Sooner(PlanStart start) {
    this.start = start;
  }

  /**
   * What becomes of a plan where a date of one new fact comes too early after that of another one;
   * empty where a test compares no such dates, or nothing that is sooner passes it.
   *
   * @param tests all tests of the pattern
   */
  List<OpenFields.Changed> of(Test test, List<Test> tests, Slots slots, State state) {
    Comparison comparison = test.comparison();
    if (comparison == null) {
      return List.of();
    }
    State dated = dated(comparison.right(), slots, dated(comparison.left(), slots, state));
    Draft one = dated == null ? null : fresh(comparison.left(), slots, state);
    Draft other = dated == null ? null : fresh(comparison.right(), slots, state);
    if (dated == null || one == null || other == null || one.number() == other.number()) {
      return List.of();
    }
    Slots before = OpenFields.refreshed(slots, state, dated);
    if (!(comparison.left().in(before) instanceof LocalDate left)
        || !(comparison.right().in(before) instanceof LocalDate right)) {
      return List.of();
    }
    int last = Math.max(one.number(), other.number());
    List<OpenFields.Changed> changed = new ArrayList<>();
    for (Period by : periods(Math.abs(ChronoUnit.DAYS.between(left, right)), tests)) {
      State sooner = sooner(dated, last, by);
      if (sooner != null) {
        Slots row = OpenFields.refreshed(slots, state, sooner);
        if (Passing.passes(test, row)) {
          changed.add(new OpenFields.Changed(row, sooner));
        }
      }
    }
    return changed;
  }

  private static @Nullable Draft fresh(Value value, Slots slots, State state) {
    DateChain chain = DateChain.of(value);
    Draft draft = chain == null ? null : state.draft(slots.at(chain.field().of().slot()));
    return draft != null && draft.isFresh() ? draft : null;
  }

  /** With a date of a new fact that has none yet; null where it is no such date. */
  private @Nullable State dated(Value value, Slots slots, @Nullable State state) {
    DateChain chain = DateChain.of(value);
    Draft draft = state == null || chain == null ? null : fresh(value, slots, state);
    if (state == null || chain == null || draft == null) {
      return null;
    }
    String name = chain.field().field().name();
    if (draft.value(name) != null) {
      return state;
    }
    Draft dated = draft.isOpen(name) ? start.drafts().changed(draft, name, start.newOn()) : null;
    return dated == null ? null : state.with(dated);
  }

  /** What is missing in days, and what the tests shift dates by: months differ in length. */
  private Set<Period> periods(long days, List<Test> tests) {
    Set<Period> periods = new LinkedHashSet<>();
    for (Test test : tests) {
      for (Period shift : start.operands(test).shifts()) {
        periods.add(shift.isNegative() ? shift.negated() : shift);
      }
    }
    periods.add(Period.ofDays((int) days));
    periods.add(Period.ofDays((int) days + 1));
    periods.remove(Period.ZERO);
    return periods;
  }

  /**
   * With all new facts but the last, and what comes after it, sooner; null where they cannot be.
   */
  private @Nullable State sooner(State state, int last, Period by) {
    State sooner = state;
    for (Draft draft : state.drafts()) {
      if (draft.number() < last && draft.isFresh()) {
        Map<String, Optional<Object>> fixed = new HashMap<>(draft.fixed());
        for (VocabularyField field : draft.type().fields()) {
          if (field.kind() == FieldKind.DATE
              && !field.ofProvenance()
              && draft.value(field.name()) instanceof LocalDate day) {
            LocalDate then = minus(day, by);
            if (then == null || isTooSoon(then)) {
              return null;
            }
            fixed.put(field.name(), Optional.of(then));
          }
        }
        Draft moved = start.drafts().changed(draft, fixed);
        if (moved == null) {
          return null;
        }
        sooner = sooner.with(moved);
      }
    }
    return sooner;
  }

  /** Whether it is before the days that are planned for, where these are to come. */
  private boolean isTooSoon(LocalDate day) {
    return start.since().isBefore(start.today()) && day.isBefore(start.since());
  }

  private static @Nullable LocalDate minus(LocalDate day, Period by) {
    try {
      return day.minus(by);
    } catch (DateTimeException beyondTheCalendar) {
      return null;
    }
  }
}
