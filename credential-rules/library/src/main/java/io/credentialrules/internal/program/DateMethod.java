package io.credentialrules.internal.program;

import java.time.Period;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of a date. */
public enum DateMethod {
  /** So many days earlier. */
  MINUS_DAYS("minusDays", -1, Period.ofDays(1)),
  /** So many months earlier. */
  MINUS_MONTHS("minusMonths", -1, Period.ofMonths(1)),
  /** So many weeks earlier. */
  MINUS_WEEKS("minusWeeks", -1, Period.ofWeeks(1)),
  /** So many years earlier. */
  MINUS_YEARS("minusYears", -1, Period.ofYears(1)),
  /** So many days later. */
  PLUS_DAYS("plusDays", 1, Period.ofDays(1)),
  /** So many months later. */
  PLUS_MONTHS("plusMonths", 1, Period.ofMonths(1)),
  /** So many weeks later. */
  PLUS_WEEKS("plusWeeks", 1, Period.ofWeeks(1)),
  /** So many years later. */
  PLUS_YEARS("plusYears", 1, Period.ofYears(1));

  private final String written;
  private final int sign;
  private final Period unit;

  DateMethod(String written, int sign, Period unit) {
    this.written = written;
    this.sign = sign;
    this.unit = unit;
  }

  /** As it is written in DRL. */
  public String written() {
    return written;
  }

  /** By how much it shifts a date. */
  public Period by(int amount) {
    return unit.multipliedBy(sign * amount);
  }

  /** The method of a name, or null. */
  public static @Nullable DateMethod of(String written) {
    for (DateMethod method : values()) {
      if (method.written.equals(written)) {
        return method;
      }
    }
    return null;
  }

  /** All names, in the order of the alphabet. */
  public static List<String> names() {
    return Arrays.stream(values()).map(DateMethod::written).toList();
  }
}
