package io.credentialrules.internal.plan;

import com.google.common.collect.Lists;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
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
  /** By how many days months differ in length. */
  static final int UNEVEN_DAYS = 3;

  private final PlanStart start;

  Sooner(PlanStart start) {
    this.start = start;
  }

  /**
   * Whether what it takes by itself comes after something else that is new, or that is there and to
   * come before what is done from now on.
   */
  boolean isAfterOthers(Step.Match match, Slots slots, State state) {
    boolean isForLaterDay = start.since().isBefore(start.today());
    if ((state.steps() < 2 && !isForLaterDay) || match.ownFirst().equals(match.tests())) {
      return false;
    }
    for (Test test : match.tests()) {
      for (int slot : test.slots()) {
        Draft other = slot == match.slot() ? null : state.draft(slots.at(slot));
        if (slot != match.slot() && (isForLaterDay || (other != null && other.isFresh()))) {
          return true;
        }
      }
    }
    return false;
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
    long days = Math.abs(ChronoUnit.DAYS.between(left, right));
    List<OpenFields.Changed> changed = new ArrayList<>();
    for (long by = Math.max(1, days); by <= days + 2 * UNEVEN_DAYS && changed.isEmpty(); by++) {
      add(test, slots, state, sooner(dated, last, Period.ofDays((int) by), 0), changed);
    }
    for (Period by : shifts(tests)) {
      add(test, slots, state, sooner(dated, last, by, 0), changed);
    }
    Period apart = Period.ofDays((int) days);
    add(test, slots, state, sooner(dated, last, apart, UNEVEN_DAYS), changed);
    return changed;
  }

  private static void add(
      Test test,
      Slots slots,
      State before,
      @Nullable State sooner,
      List<OpenFields.Changed> changed) {
    if (sooner != null) {
      Slots row = OpenFields.refreshed(slots, before, sooner);
      if (Passing.passes(test, row)) {
        changed.add(new OpenFields.Changed(row, sooner));
      }
    }
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

  /** By what the tests shift dates: months differ in length. */
  private Set<Period> shifts(List<Test> tests) {
    Set<Period> shifts = new LinkedHashSet<>();
    for (Test test : tests) {
      for (Period shift : start.operands(test).shifts()) {
        shifts.add(shift.isNegative() ? shift.negated() : shift);
      }
    }
    shifts.remove(Period.ZERO);
    return shifts;
  }

  /**
   * With all new facts before the last one sooner; null where they cannot be.
   *
   * @param apart by how many days more than the next one each of them is
   */
  private @Nullable State sooner(State state, int last, Period by, int apart) {
    State sooner = state;
    int more = 0;
    for (Draft draft : Lists.reverse(state.drafts())) {
      if (draft.number() < last && draft.isFresh()) {
        more += apart;
        Draft moved = null;
        for (int longer = 0; longer <= UNEVEN_DAYS && moved == null; longer++) {
          moved = sooner(draft, by.plusDays(more), longer);
        }
        if (moved == null) {
          return null;
        }
        sooner = sooner.with(moved);
      }
    }
    return sooner;
  }

  /** A fact that begins some days sooner yet; null where it cannot be, or does not fit any more. */
  private @Nullable Draft sooner(Draft draft, Period by, int longer) {
    Map<String, Optional<Object>> fixed = new HashMap<>(draft.fixed());
    String happens = start.drafts().dayField(draft.type());
    for (VocabularyField field : draft.type().fields()) {
      if (field.kind() == FieldKind.DATE
          && !field.ofProvenance()
          && draft.value(field.name()) instanceof LocalDate day) {
        LocalDate then = minus(day, by, field.name().equals(happens) ? 0 : longer);
        if (then == null || isTooSoon(then)) {
          return null;
        }
        fixed.put(field.name(), Optional.of(then));
      }
    }
    Draft moved = start.drafts().changed(draft, fixed);
    return moved != null && fits(moved) ? moved : null;
  }

  private static boolean fits(Draft draft) {
    Step.Match match = draft.origin().pattern();
    return match == null
        || Passing.all(
            match.own(), Slots.empty(match.slot() + 1).with(match.slot(), draft.candidate()));
  }

  /** Whether it is before the days that are planned for, where these are to come. */
  private boolean isTooSoon(LocalDate day) {
    return start.since().isBefore(start.today()) && day.isBefore(start.since());
  }

  private static @Nullable LocalDate minus(LocalDate day, Period by, int longer) {
    try {
      return day.minus(by).minusDays(longer);
    } catch (DateTimeException beyondTheCalendar) {
      return null;
    }
  }
}
