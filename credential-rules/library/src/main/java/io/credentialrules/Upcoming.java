package io.credentialrules;

import java.time.LocalDate;
import java.util.List;

/**
 * What changes on a day if nothing is added to a record: waiting times end, and evidence and
 * credentials expire. Something changes.
 *
 * @param on the first day on which it is so
 * @param earned the ids of the credentials that are earned from then on, in the order of the
 *     catalogue
 * @param lost the ids of those that are not earned any more, in the order of the catalogue
 */
public record Upcoming(LocalDate on, List<String> earned, List<String> lost) {

  /** Copies the lists and checks that something changes. */
  public Upcoming {
    earned = List.copyOf(earned);
    lost = List.copyOf(lost);
    if (earned.isEmpty() && lost.isEmpty()) {
      throw new IllegalArgumentException("nothing changes on " + on);
    }
  }
}
