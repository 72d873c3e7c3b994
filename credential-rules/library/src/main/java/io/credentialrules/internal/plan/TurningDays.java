package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The days of a field on which comparisons with weeks, months or years of the calendar can begin or
 * cease to hold. Where dates are only shifted, {@link FieldDates#around} has them.
 */
final class TurningDays {
  private final Predicate<Value.Field> moves;
  private final Row row;
  private final @Nullable LocalDate newOn;
  private final Set<LocalDate> days = new LinkedHashSet<>();

  private TurningDays(Predicate<Value.Field> moves, Row row, @Nullable LocalDate newOn) {
    this.moves = moves;
    this.row = row;
    this.newOn = newOn;
  }

  /**
   * The days, with those before them.
   *
   * @param moves which fields have the date that is looked for
   * @param row what else is compared
   * @param newOn the day that a date of something new has that has none yet; null where it has none
   */
  static Set<LocalDate> of(
      Test test, Predicate<Value.Field> moves, Row row, @Nullable LocalDate newOn) {
    TurningDays turning = new TurningDays(moves, row, newOn);
    turning.add(test);
    return turning.days;
  }

  /**
   * The days after one on which the week, month or year begins that a test compares with, or that
   * of the field itself, where both move with time: what is new happens on the day that is planned
   * for.
   */
  static Set<LocalDate> next(Test test, Predicate<Value.Field> moves, LocalDate after) {
    Set<LocalDate> next = new LinkedHashSet<>();
    for (Test part : test.parts()) {
      next.addAll(next(part, moves, after));
    }
    Comparison comparison = test.comparison();
    if (comparison != null) {
      addNext(comparison.left(), comparison.right(), moves, after, next);
      addNext(comparison.right(), comparison.left(), moves, after, next);
    }
    return next;
  }

  private static void addNext(
      Value one, Value other, Predicate<Value.Field> moves, LocalDate after, Set<LocalDate> next) {
    DateChain chain = DateChain.hasSpans(one) ? moving(one, moves) : null;
    LocalDate now = chain == null ? null : chain.on(after);
    if (chain == null || now == null) {
      return;
    }
    LocalDate turns = chain.firstAtLeast(now.plusDays(1));
    next.add(turns);
    DateChain reaching = moving(other, moves);
    LocalDate then = chain.on(turns);
    if (reaching != null && then != null) {
      for (LocalDate day : List.of(now, then)) {
        next.add(reaching.firstAtLeast(day));
        next.add(reaching.firstAtLeast(day.plusDays(1)));
      }
    }
  }

  private static @Nullable DateChain moving(Value value, Predicate<Value.Field> moves) {
    DateChain chain = DateChain.of(value);
    return chain != null && (chain.isOfToday() || moves.test(chain.field())) ? chain : null;
  }

  private void add(Test test) {
    test.parts().forEach(this::add);
    Comparison comparison = test.comparison();
    if (comparison == null) {
      return;
    }
    if (DateChain.hasSpans(comparison.left()) || DateChain.hasSpans(comparison.right())) {
      add(DateChain.of(comparison.left()), comparison.right());
      add(DateChain.of(comparison.right()), comparison.left());
    }
  }

  private void add(@Nullable DateChain chain, Value other) {
    LocalDate date = chain != null && moves.test(chain.field()) ? date(other) : null;
    if (chain != null && date != null) {
      days.addAll(around(chain, date));
    }
  }

  private @Nullable LocalDate date(Value other) {
    Object date = other.in(row);
    DateChain chain = date == null && newOn != null ? DateChain.of(other) : null;
    if (chain != null && newOn != null) {
      return chain.on(newOn);
    }
    return date instanceof LocalDate day ? day : null;
  }

  /** The first days of a field on which it gives a date and a later one, and those before them. */
  static List<LocalDate> around(DateChain chain, LocalDate date) {
    List<LocalDate> around = new ArrayList<>();
    for (LocalDate bound : new LocalDate[] {date, date.plusDays(1)}) {
      LocalDate first = chain.firstAtLeast(bound);
      around.add(first);
      around.add(first.minusDays(1));
    }
    return around;
  }
}
