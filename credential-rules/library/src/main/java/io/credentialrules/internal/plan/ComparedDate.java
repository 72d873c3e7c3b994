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
}
