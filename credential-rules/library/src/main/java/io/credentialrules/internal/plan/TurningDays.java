package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import java.time.LocalDate;
import java.util.LinkedHashSet;
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
      for (LocalDate bound : new LocalDate[] {date, date.plusDays(1)}) {
        LocalDate first = chain.firstAtLeast(bound);
        days.add(first);
        days.add(first.minusDays(1));
      }
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
}
