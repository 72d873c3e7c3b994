package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first and the last day of a total: which days of one more fact close the gap. */
record ExtremeDates(PlanStart start, Summand summand) {

  /**
   * The days near a bound. The first on which a result would pass a test that fails is kept, where
   * it is still to come.
   */
  Set<LocalDate> around(Step.Function function, LocalDate bound) {
    List<Period> shifts =
        summand.tests().stream()
            .filter(test -> test.slots().contains(function.slot()))
            .flatMap(test -> start.operands(test).shifts().stream())
            .toList();
    Set<LocalDate> around = FieldDates.around(bound, shifts);
    around.stream()
        .filter(day -> closes(function, day))
        .min(Comparator.naturalOrder())
        .ifPresent(start.laterDays()::keep);
    keepWaiting(function);
    return around;
  }

  /**
   * Keeps the days on which a result is old enough: the one there is, and that of something new.
   */
  private void keepWaiting(Step.Function function) {
    Slots with = summand.filled().with(function.slot(), start.newOn());
    for (Test test : summand.tests()) {
      if (test.slots().contains(function.slot()) && !Passing.passes(test, summand.filled())) {
        start.laterDays().keepWhere(test, summand.filled(), true);
        if (!Passing.passes(test, with)) {
          start.laterDays().keepWhere(test, with, true);
        }
      }
    }
  }

  /** Whether a result makes a test pass that fails. */
  private boolean closes(Step.Function function, Object result) {
    Slots then = summand.filled().with(function.slot(), result);
    return summand.tests().stream()
        .anyMatch(
            test ->
                test.slots().contains(function.slot())
                    && !Passing.passes(test, summand.filled())
                    && Passing.passes(test, then));
  }

  /** The values with a day that closes a gap first: with others it is only smaller, day by day. */
  List<Map<String, Optional<Object>>> closingFirst(List<Map<String, Optional<Object>>> all) {
    Set<Object> closing = new HashSet<>();
    for (Step.Function function : summand.total().functions()) {
      String field = TotalGap.field(function, summand.match());
      if (field != null
          && (function.kind() == Aggregation.MIN || function.kind() == Aggregation.MAX)) {
        all.stream()
            .flatMap(values -> values.getOrDefault(field, Optional.empty()).stream())
            .filter(value -> value instanceof LocalDate && closes(function, value))
            .forEach(closing::add);
      }
    }
    return closing.isEmpty()
        ? all
        : all.stream().sorted(Comparator.comparing(values -> !hasOne(values, closing))).toList();
  }

  private static boolean hasOne(Map<String, Optional<Object>> values, Set<Object> closing) {
    return values.values().stream().flatMap(Optional::stream).anyMatch(closing::contains);
  }
}
