package io.credentialrules.internal.result;

import io.credentialrules.Upcoming;
import java.time.LocalDate;
import java.util.List;

/** An {@link Upcoming} as the library states it. */
public record StatedUpcoming(LocalDate on, List<String> earned, List<String> lost)
    implements Upcoming {

  /** Copies the lists and checks that something changes. */
  public StatedUpcoming {
    earned = List.copyOf(earned);
    lost = List.copyOf(lost);
    if (earned.isEmpty() && lost.isEmpty()) {
      throw new IllegalArgumentException("nothing changes on " + on);
    }
  }

  /** Such as {@code 2027-01-01: earned [], lost [first-aid]}. */
  @Override
  public String toString() {
    return on + ": earned " + earned + ", lost " + lost;
  }
}
