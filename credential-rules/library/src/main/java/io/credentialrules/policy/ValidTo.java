package io.credentialrules.policy;

import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.SortedSet;

/**
 * The days on which validities end, from the second text of {@code @validFor( "1 year", "to 12-31"
 * )}: a credential is valid at least as long as the first says, and from there to the next of these
 * days, which may be the same day.
 */
public sealed interface ValidTo permits StatedValidTo {

  /** Which days. */
  Kind kind();

  /**
   * Of {@link Kind#DAYS_OF_YEAR} these, at least one; otherwise empty. 29 February is the 28th in
   * other years.
   */
  SortedSet<MonthDay> days();

  /** Which days validities end on. */
  enum Kind {
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
  LocalDate from(LocalDate date, LocalDate achieved);

  /**
   * These days of any year.
   *
   * @param days at least one
   */
  static ValidTo daysOfYear(Set<MonthDay> days) {
    return new StatedValidTo(Kind.DAYS_OF_YEAR, ImmutableSortedSet.copyOf(days));
  }

  /** The last day of any month. */
  static ValidTo endOfMonth() {
    return new StatedValidTo(Kind.END_OF_MONTH, ImmutableSortedSet.of());
  }

  /** The anniversaries of the achievement. */
  static ValidTo anniversary() {
    return new StatedValidTo(Kind.ANNIVERSARY, ImmutableSortedSet.of());
  }
}
