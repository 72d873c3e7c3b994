package io.credentialrules.policy;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The dates on which a rule is in force.
 *
 * @param from the first day, from {@code date-effective}; null for no bound
 * @param until the first day on which it is not in force any more, from {@code date-expires}; null
 *     for no bound
 */
public record Window(@Nullable LocalDate from, @Nullable LocalDate until) {

  /** Always in force. */
  public static final Window ALWAYS = new Window(null, null);

  /** Whether a rule with this window is in force on a date. */
  public boolean contains(LocalDate date) {
    return (from == null || !date.isBefore(from)) && (until == null || date.isBefore(until));
  }

  /** Whether both are in force on some date. */
  public boolean overlaps(Window other) {
    return startsBeforeEnd(from, other.until) && startsBeforeEnd(other.from, until);
  }

  private static boolean startsBeforeEnd(@Nullable LocalDate start, @Nullable LocalDate end) {
    return start == null || end == null || start.isBefore(end);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Window that
        && Objects.equals(from, that.from)
        && Objects.equals(until, that.until);
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(from) + Objects.hashCode(until);
  }
}
