package io.credentialrules.policy;

import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.stream.Collectors;

/**
 * The days on which validities end, from the second text of {@code @validFor( "1 year", "to 12-31"
 * )}: a credential is valid at least as long as the first says, and from there to the next of these
 * days, which may be the same day.
 *
 * @param kind which days
 * @param days of {@link Kind#DAYS_OF_YEAR} these, at least one; otherwise empty. 29 February is the
 *     28th in other years
 */
public record ValidTo(Kind kind, ImmutableSortedSet<MonthDay> days) {

  /** Which days validities end on. */
  public enum Kind {
    /** Days of any year: the end of the year, of a term, of a season. */
    DAYS_OF_YEAR,
    /** The last day of any month. */
    END_OF_MONTH,
    /** The anniversaries of the achievement with which the uninterrupted validity began. */
    ANNIVERSARY
  }

  /**
   * The first of these days that is not earlier than a date.
   *
   * @param achieved when the uninterrupted validity began
   */
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
