package io.credentialrules.internal.check.words;

import java.math.BigDecimal;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/** Compares lengths of time that are said in different units. */
final class Spans {
  private static final double DAYS_OF_A_MONTH = 30.44;

  /** 365 days are a year, and 90 days three months; 80 days are not. */
  private static final double CLOSE = 0.035;

  private Spans() {}

  static boolean isUnit(String unit) {
    return switch (unit) {
      case "days", "weeks", "months", "years" -> true;
      default -> false;
    };
  }

  /** Whether a period is as long as so many of a unit. */
  static boolean same(Period period, BigDecimal number, String unit) {
    double said = number.doubleValue() * days(unit);
    double asked = Math.abs(period.toTotalMonths() * DAYS_OF_A_MONTH + period.get(ChronoUnit.DAYS));
    return Math.abs(said - asked) <= CLOSE * Math.max(said, asked);
  }

  private static double days(String unit) {
    return switch (unit) {
      case "days" -> 1;
      case "weeks" -> 7;
      case "months" -> DAYS_OF_A_MONTH;
      default -> 12 * DAYS_OF_A_MONTH;
    };
  }
}
