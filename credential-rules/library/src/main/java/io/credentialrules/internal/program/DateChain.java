package io.credentialrules.internal.program;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date that is computed from that of one field, such as the first day of the month that is two
 * years before it: a later day never gives an earlier date. Thread-safe.
 */
public final class DateChain {
  /** Months and leap years make a shifted date reach another so many days earlier or later. */
  private static final int UNEVEN_DAYS = 40;

  /** The first day of a year is the same for so many days, so it reaches another late or early. */
  private static final int DAYS_OF_LONGEST_SPAN = 366;

  private final Value value;
  private final Value.Field field;
  private final int unevenDays;

  private DateChain(Value value, Value.Field field, int unevenDays) {
    this.value = value;
    this.field = field;
    this.unevenDays = unevenDays;
  }

  /** The chain of a value; null where it is not the date of one field, or computed from it. */
  public static @Nullable DateChain of(Value value) {
    int unevenDays = UNEVEN_DAYS;
    Value of = value;
    while (!(of instanceof Value.Field field)) {
      if (of instanceof Value.Shift shift) {
        of = shift.of();
      } else if (of instanceof StartOf start) {
        unevenDays += DAYS_OF_LONGEST_SPAN;
        of = start.of();
      } else {
        return null;
      }
    }
    return field.type().is(FieldKind.DATE) ? new DateChain(value, field, unevenDays) : null;
  }

  /** Whether the date of evaluation is compared with its own week, month or year. */
  public static boolean isTodayByItself(Value one, Value other) {
    DateChain left = of(one);
    DateChain right = of(other);
    return left != null
        && right != null
        && left.isOfToday()
        && right.isOfToday()
        && (hasSpans(one) || hasSpans(other));
  }

  /** Whether it is computed from the date of evaluation. */
  public boolean isOfToday() {
    return field.of().type() instanceof ValueType.OfFact fact
        && fact.type().name().equals(Vocabulary.TODAY);
  }

  /** Whether it is computed from a date of the same fact as another. */
  public boolean isOfFactOf(DateChain other) {
    return field.of().slot() == other.field.of().slot();
  }

  /** The field whose date it is computed from. */
  public Value.Field field() {
    return field;
  }

  /** Whether a value is, or is counted from, the first day of a week, month or year. */
  public static boolean hasSpans(Value value) {
    Value of = value;
    while (of instanceof Value.Shift shift) {
      of = shift.of();
    }
    return of instanceof StartOf;
  }

  /** The date where that of the field is a day; null beyond the calendar. */
  public @Nullable LocalDate on(LocalDate day) {
    return on(value, day);
  }

  private static @Nullable LocalDate on(Value value, LocalDate day) {
    if (value instanceof Value.Shift shift) {
      LocalDate of = on(shift.of(), day);
      return of == null ? null : shift.from(of);
    }
    if (value instanceof StartOf start) {
      LocalDate of = on(start.of(), day);
      return of == null ? null : start.from(of);
    }
    return day;
  }

  /** The first day of the field on which the date is no earlier than another. */
  public LocalDate firstAtLeast(LocalDate date) {
    long target = date.toEpochDay();
    long distance = at(target) - target;
    long low = target - distance - unevenDays;
    long high = target - distance + unevenDays;
    while (low < high) {
      long middle = Math.floorDiv(low + high, 2);
      if (at(middle) >= target) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return LocalDate.ofEpochDay(low);
  }

  private long at(long day) {
    LocalDate on = on(LocalDate.ofEpochDay(day));
    return on == null ? day : on.toEpochDay();
  }
}
