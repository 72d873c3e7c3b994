package io.credentialrules.policy;

import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.stream.Collectors;

/** {@link ValidTo} as it is stated. */
record StatedValidTo(Kind kind, ImmutableSortedSet<MonthDay> days) implements ValidTo {

  /** Checks that there are days where days of the year are meant, and only there. */
  StatedValidTo {
    if ((kind == Kind.DAYS_OF_YEAR) == days.isEmpty()) {
      throw new IllegalArgumentException("validities end on days of the year, or on other days");
    }
  }

  @Override
  public LocalDate from(LocalDate date, LocalDate achieved) {
    return switch (kind) {
      case END_OF_MONTH -> YearMonth.from(date).atEndOfMonth();
      case ANNIVERSARY -> anniversary(date, achieved);
      case DAYS_OF_YEAR -> dayOfYear(date);
    };
  }

  private static LocalDate anniversary(LocalDate date, LocalDate achieved) {
    int years = Math.max(1, date.getYear() - achieved.getYear());
    LocalDate anniversary = achieved.plusYears(years);
    return anniversary.isBefore(date) ? achieved.plusYears(years + 1L) : anniversary;
  }

  private LocalDate dayOfYear(LocalDate date) {
    for (MonthDay day : days) {
      LocalDate end = day.atYear(date.getYear());
      if (!end.isBefore(date)) {
        return end;
      }
    }
    return days.first().atYear(date.getYear() + 1);
  }

  /** As it is written in a policy. */
  @Override
  public String toString() {
    return switch (kind) {
      case END_OF_MONTH -> "to end of month";
      case ANNIVERSARY -> "to anniversary";
      case DAYS_OF_YEAR ->
          "to "
              + days.stream()
                  .map(day -> day.toString().substring("--".length()))
                  .collect(Collectors.joining(", "));
    };
  }
}
