package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The days that are worth trying for a date: today, and those that the policy or other facts
 * compare it with.
 */
final class FieldDates {
  private final PlanStart start;
  private final boolean allowsPast;

  FieldDates(PlanStart start, boolean allowsPast) {
    this.start = start;
    this.allowsPast = allowsPast;
  }

  /**
   * What is new happens today; before today only where it is compared with other new facts, so that
   * they can come one after the other.
   */
  void add(
      Draft draft,
      int slot,
      String name,
      FieldValues.Question question,
      List<Operands> own,
      Set<Optional<Object>> values) {
    LocalDate newOn = start.newOn();
    values.add(Optional.of(newOn));
    Operands key = start.operands(question.test());
    List<LocalDate> free = new ArrayList<>();
    List<LocalDate> given = new ArrayList<>();
    boolean isAmongNew = true;
    boolean isCompared = false;
    for (Operands.Read read : key.reads()) {
      if (read.equals(new Operands.Read(slot, name))) {
        continue;
      }
      isCompared = true;
      Draft other = question.state().draft(question.slots().at(read.slot()));
      boolean isFresh = other != null && other.isFresh();
      isAmongNew &= isFresh;
      if (FieldValues.value(read, question.slots()) instanceof LocalDate date) {
        (isFresh ? free : given).add(date);
      }
    }
    own.forEach(each -> given.addAll(each.dates()));
    if (isCompared && isAmongNew) {
      free.add(newOn);
    }
    Set<LocalDate> dates = new LinkedHashSet<>();
    if (!isCompared && draft.isFresh()) {
      dates.addAll(besideOthers(draft, slot, name, question));
    }
    boolean canBePast = allowsPast || !draft.isFresh();
    free.forEach(date -> dates.addAll(around(date, key.shifts())));
    Set<LocalDate> bounded = new LinkedHashSet<>();
    given.forEach(date -> bounded.addAll(around(date, key.shifts())));
    if (allowsPast) {
      bounded.addAll(around(newOn, key.shifts()));
    }
    (isCompared && isAmongNew ? dates : bounded)
        .addAll(
            turning(
                question.test(), slot, name, question, isCompared && isAmongNew ? newOn : null));
    if (draft.isFresh() && !Passing.passes(question.test(), question.slots())) {
      Set<LocalDate> later = new LinkedHashSet<>(bounded);
      later.addAll(dates);
      later.addAll(TurningDays.next(question.test(), isField(slot, name), newOn));
      later.forEach(day -> start.laterDays().keepWhereNew(draft, name, day, question));
    }
    bounded.stream().filter(date -> canBePast || !date.isBefore(newOn)).forEach(dates::add);
    boolean isForLaterDay = start.since().isBefore(start.today());
    dates.stream()
        .filter(date -> !isForLaterDay || !draft.isFresh() || !date.isBefore(start.since()))
        .forEach(date -> values.add(Optional.of(date)));
  }

  /**
   * Where a date need only be there: what other tests compare it with, if that is another date of
   * the same fact which has none yet.
   */
  private Set<LocalDate> besideOthers(
      Draft draft, int slot, String name, FieldValues.Question question) {
    Set<LocalDate> dates = new LinkedHashSet<>();
    for (Test test : question.tests()) {
      Operands key = start.operands(test);
      boolean isBesideAnother =
          key.reads(slot, name)
              && key.reads().stream()
                  .anyMatch(
                      read ->
                          read.slot() == slot
                              && read.field() != null
                              && !read.field().equals(name)
                              && draft.isOpen(read.field()));
      if (isBesideAnother) {
        dates.addAll(around(start.newOn(), key.shifts()));
        dates.addAll(turning(test, slot, name, question, start.newOn()));
      }
    }
    return dates;
  }

  private static Set<LocalDate> turning(
      Test test, int slot, String name, FieldValues.Question question, @Nullable LocalDate newOn) {
    return TurningDays.of(test, isField(slot, name), question.slots(), newOn);
  }

  private static Predicate<Value.Field> isField(int slot, String name) {
    return field -> field.of().slot() == slot && field.field().name().equals(name);
  }

  /** The days that are so far from a day, and those beside them; none of what is no day. */
  static Set<Optional<Object>> near(Object value, Set<Period> shifts) {
    Set<Optional<Object>> near = new LinkedHashSet<>();
    if (value instanceof LocalDate day && !shifts.isEmpty()) {
      around(day, List.copyOf(shifts)).forEach(one -> near.add(Optional.of(one)));
    }
    return near;
  }

  /** A day, the days that are so far from it, and the days beside them. */
  static Set<LocalDate> around(LocalDate date, List<Period> shifts) {
    Set<LocalDate> dates = new LinkedHashSet<>();
    List<Period> all = new ArrayList<>(List.of(Period.ZERO));
    for (Period shift : shifts) {
      all.add(shift);
      all.add(shift.negated());
    }
    for (Period shift : all) {
      for (int days : new int[] {0, -1, 1}) {
        LocalDate shifted = shifted(date, shift, days);
        if (shifted != null) {
          dates.add(shifted);
        }
      }
    }
    return dates;
  }

  private static @Nullable LocalDate shifted(LocalDate date, Period shift, int days) {
    try {
      return date.plus(shift).plusDays(days);
    } catch (DateTimeException beyondTheCalendar) {
      return null;
    }
  }
}
