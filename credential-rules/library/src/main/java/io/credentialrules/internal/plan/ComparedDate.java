package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date that one is compared with, where one of both is computed, such as the first day of a year.
 *
 * @param own how the date that is compared is computed from its field
 * @param other what it is compared with: computed from a date, or a date
 * @param from the field from which the other is computed; null where it is a date of the policy
 * @param isOfOneFact whether both are of the same fact
 */
record ComparedDate(
    DateChain own, Value other, AskedFields.@Nullable Asked from, boolean isOfOneFact) {
  /** Some years begin with a week, the next eleven years later at most. */
  private static final int MOST_LEAPS = 24;

  /**
   * The days of the own field on which the comparison can begin or cease to hold, and those before
   * them, where the other is computed from a date.
   */
  List<LocalDate> turning(Object date) {
    Object with = other.literal();
    if (from != null) {
      with =
          date instanceof LocalDate day
              ? Objects.requireNonNull(DateChain.of(other)).on(day)
              : null;
    }
    return with instanceof LocalDate day ? TurningDays.around(own, day) : List.of();
  }

  /**
   * Days of both fields on which both dates are the same, the first such from a day of the other
   * field on, with the first and the last day of the own field; none where they hardly ever are.
   */
  List<Met> meeting(LocalDate from) {
    DateChain chain = DateChain.of(other);
    LocalDate day = from;
    for (int leap = 0; chain != null && leap < MOST_LEAPS; leap++) {
      LocalDate with = chain.on(day);
      LocalDate first = with == null ? null : own.firstAtLeast(with);
      LocalDate reached = first == null ? null : own.on(first);
      if (with == null || first == null || reached == null) {
        return List.of();
      }
      if (reached.equals(with)) {
        return List.of(
            new Met(first, day), new Met(own.firstAtLeast(with.plusDays(1)).minusDays(1), day));
      }
      day = chain.firstAtLeast(reached);
    }
    return List.of();
  }

  /** A day of the own field, and one of the other. */
  record Met(LocalDate own, LocalDate other) {
    /** As the other sees it. */
    Met mirrored() {
      return new Met(/* own= */ other, /* other= */ own);
    }
  }
}
