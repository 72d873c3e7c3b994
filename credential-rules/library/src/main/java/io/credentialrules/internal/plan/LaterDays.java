package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Totals;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Today;
import io.credentialrules.vocabulary.Learner;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The days after the date of evaluation on which there may be a plan where there is none on it:
 * those to which rules compare what is new, and those on which what is there is old enough. Used by
 * one thread.
 */
final class LaterDays {
  private static final int MOST = 60;
  private static final int MOST_LOOKED = 200;

  private final PlanStart start;
  private final NavigableSet<LocalDate> days = new TreeSet<>();

  private int looked;

  LaterDays(PlanStart start) {
    this.start = start;
  }

  /** The days, the next first. */
  NavigableSet<LocalDate> all() {
    return Collections.unmodifiableNavigableSet(days);
  }

  /** Keeps a day if it comes after the date of evaluation. */
  void keep(LocalDate day) {
    if (day.isAfter(start.today()) && days.size() < MOST) {
      days.add(day);
    }
  }

  /**
   * Keeps the first day on which a test passes, or passes no more, if nothing changes but the date
   * of evaluation and with it the learner's age.
   */
  void keepWhere(Test test, Slots slots, boolean passes) {
    LocalDate day = first(test, slots, passes);
    if (day != null) {
      keep(day);
    }
  }

  /**
   * The same for a test that must pass, and for what is new: its date is fixed where an earlier
   * test passed with it, and moves with the day that is planned for.
   */
  void keepWherePasses(Test test, Slots slots, State state) {
    keepWhere(test, slots, true);
    for (Operands.Read read : start.operands(test).reads()) {
      String name = read.field();
      Draft draft = name == null ? null : state.draft(slots.at(read.slot()));
      if (name != null
          && draft != null
          && draft.isFresh()
          && name.equals(start.drafts().dayField(draft.type()))
          && start.newOn().equals(draft.value(name))) {
        FieldValues.Question question =
            new FieldValues.Question(test, List.of(test), slots, state, List.of());
        TurningDays.next(
                test,
                field -> field.of().slot() == read.slot() && field.field().name().equals(name),
                start.newOn())
            .forEach(day -> keepWhereNew(draft, name, day, question));
      }
    }
  }

  /** That day; null where there is none. */
  private @Nullable LocalDate first(Test test, Slots slots, boolean passes) {
    Operands operands = start.operands(test);
    boolean moves = false;
    for (Operands.Read read : operands.reads()) {
      moves |= movesWithTime(read, slots);
    }
    if (!moves) {
      return null;
    }
    NavigableSet<LocalDate> known = new TreeSet<>();
    operands.dates().forEach(day -> known.addAll(FieldDates.around(day, operands.shifts())));
    for (Operands.Read read : operands.reads()) {
      Object value = FieldValues.value(read, slots);
      if (value instanceof LocalDate day) {
        known.addAll(FieldDates.around(day, operands.shifts()));
      }
      LocalDate born = birthDate(read, slots);
      if (born != null) {
        operands.amounts().forEach(years -> addBirthdays(born, years.longValue(), known));
      }
    }
    known.addAll(
        TurningDays.of(
            test,
            field -> slots.at(field.of().slot()) instanceof Candidate one && isToday(one),
            slots,
            null));
    for (LocalDate day : known.tailSet(start.today(), false)) {
      if (Passing.passes(test, on(day, operands, slots)) == passes) {
        return day;
      }
    }
    return null;
  }

  /**
   * Keeps the first day on which a total is no more past its upper bound, because of what it counts
   * now enough is too old. It is found by halving, so that many facts are not added up for each of
   * their days; where less is more, as of a mean, it can be another day, and the rules judge it.
   */
  void keepWhereWithin(Step.Total total, Slots filled, Slots slots, State state) {
    if (Excess.of(total, filled) == null) {
      return;
    }
    List<Row> left = new ArrayList<>();
    NavigableMap<LocalDate, List<Row>> leaving = new TreeMap<>();
    for (Slots row : start.matcher(state).rows(total.steps(), slots)) {
      LocalDate last = leaves(total, row);
      (last == null ? left : leaving.computeIfAbsent(last, none -> new ArrayList<>())).add(row);
    }
    List<LocalDate> ends = List.copyOf(leaving.keySet());
    int low = 0;
    int high = ends.size();
    while (low < high) {
      int middle = (low + high) / 2;
      List<Row> rows = new ArrayList<>(left);
      leaving.tailMap(ends.get(middle), false).values().forEach(rows::addAll);
      if (isWithin(total, filled, rows)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    if (low < ends.size()) {
      keep(ends.get(low));
    }
  }

  /**
   * The same for the totals among steps that were made to hold one after the other, where what was
   * added for a later one is too much for an earlier one.
   */
  void keepWhereWithin(List<Step> steps, Slots row, State state) {
    for (Step step : steps) {
      if (step instanceof Step.Total total && looked++ < MOST_LOOKED) {
        keepWhereWithin(total, start.matcher(state).totalled(total, row), row, state);
      }
    }
  }

  private static boolean isWithin(Step.Total total, Slots filled, List<Row> rows) {
    Slots then = filled.copy();
    Totals totals = Totals.of(total, rows);
    total.functions().forEach(each -> then.put(each.slot(), totals.at(each.slot())));
    return Excess.of(total, then) == null;
  }

  /** The first day on which a total counts a combination no more; null where there is none. */
  private @Nullable LocalDate leaves(Step.Total total, Slots row) {
    return total.patterns().stream()
        .flatMap(match -> match.tests().stream())
        .map(test -> first(test, row, false))
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Keeps a day if a test passes on it of a fact of the plan that happens on it. */
  @SuppressWarnings("ReferenceEquality") // The slots hold this very draft, or another.
  void keepWhereNew(Draft draft, String field, LocalDate day, FieldValues.Question question) {
    Candidate then =
        day.isAfter(start.today()) ? start.drafts().onLaterDay(draft, field, day) : null;
    if (then == null) {
      return;
    }
    Slots slots = question.slots().copy();
    for (int slot = 0; slot < slots.size(); slot++) {
      if (question.state().draft(slots.at(slot)) == draft) {
        slots.put(slot, then);
      }
    }
    if (Passing.passes(question.test(), on(day, start.operands(question.test()), slots))) {
      keep(day);
    }
  }

  private static boolean movesWithTime(Operands.Read read, Slots slots) {
    return slots.at(read.slot()) instanceof Candidate candidate
        && (isToday(candidate) || birthDate(read, slots) != null);
  }

  private static boolean isToday(Candidate candidate) {
    return candidate.typeName().equals(Vocabulary.TODAY);
  }

  private static @Nullable LocalDate birthDate(Operands.Read read, Slots slots) {
    return "age".equals(read.field())
            && slots.at(read.slot()) instanceof Candidate candidate
            && candidate.fact() instanceof Learner learner
        ? learner.birthDate()
        : null;
  }

  private static void addBirthdays(LocalDate born, long years, NavigableSet<LocalDate> known) {
    try {
      known.addAll(FieldDates.around(born.plusYears(years), List.of()));
      known.addAll(FieldDates.around(born.plusYears(years + 1), List.of()));
    } catch (DateTimeException beyondTheCalendar) {
      return;
    }
  }

  /** The slots as they are on a later day. */
  private Slots on(LocalDate day, Operands operands, Slots slots) {
    Slots then = slots.copy();
    for (Operands.Read read : operands.reads()) {
      if (slots.at(read.slot()) instanceof Candidate candidate && movesWithTime(read, slots)) {
        Object fact = isToday(candidate) ? new Today(day) : candidate.fact();
        then.put(
            read.slot(),
            new Candidate(fact, candidate.type(), start.asOf().with(day), start.budget()));
      }
    }
    return then;
  }
}
