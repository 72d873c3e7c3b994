package io.credentialrules.internal.program;

import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * The years in which dates are, as documents write them: far enough from the ends of what a date
 * can be that nothing that a policy counts from it, or looks ahead, is beyond them.
 */
public final class CalendarYears {
  private static final int FIRST = 0;
  private static final int LAST = 9_999;

  private CalendarYears() {}

  /** Whether a date is in one of them. */
  public static boolean has(LocalDate date) {
    return date.getYear() >= FIRST && date.getYear() <= LAST;
  }

  /**
   * Checks that a date is.
   *
   * @param what the subject of the message
   * @param next what to do otherwise
   * @throws IllegalArgumentException when it is not
   */
  public static void check(LocalDate date, Supplier<String> what, String next) {
    if (!has(date)) {
      throw new IllegalArgumentException(
          what.get() + " is `" + date + "`, and dates are in the years 0 to 9999; " + next);
    }
  }
}
