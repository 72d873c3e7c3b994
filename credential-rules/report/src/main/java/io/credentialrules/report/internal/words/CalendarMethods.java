package io.credentialrules.report.internal.words;

import io.credentialrules.policy.syntax.Expression;

/**
 * Methods of dates: those with a number shift a date, those without give the first day of a span.
 */
final class CalendarMethods {
  private static final String FIRST_DAY = "startOf";

  private CalendarMethods() {}

  /** Whether months are counted from a month, or years from a year, such as the year before one. */
  static boolean countsSpans(Expression.Call shift, Expression.Call of) {
    Expression.Call span = of;
    while (isShift(span) && span.target() instanceof Expression.Call inner) {
      span = inner;
    }
    return span.method().startsWith(FIRST_DAY)
        && shift.method().endsWith(span.method().substring(FIRST_DAY.length()) + "s");
  }

  /** Whether it is the first day of the span that some day before or after another is in. */
  static boolean isOfShifted(Expression.Call firstDay) {
    return firstDay.target() instanceof Expression.Call inner && isShift(inner);
  }

  private static boolean isShift(Expression.Call call) {
    return !call.arguments().isEmpty();
  }
}
