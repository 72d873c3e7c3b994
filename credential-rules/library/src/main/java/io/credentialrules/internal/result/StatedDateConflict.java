package io.credentialrules.internal.result;

import io.credentialrules.DateConflict;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;

/** A {@link DateConflict} as the library states it. */
public record StatedDateConflict(Fact fact, Kind kind, LocalDate happened, LocalDate other)
    implements DateConflict {

  /** Checks that the dates contradict each other. */
  public StatedDateConflict {
    if (!happened.isAfter(other)) {
      throw new IllegalArgumentException(happened + " does not contradict " + other);
    }
  }

  /** Such as {@code REVIEWED_BEFORE: 2026-03-01, 2026-02-01: …}. */
  @Override
  public String toString() {
    return kind + ": " + happened + ", " + other + ": " + fact;
  }
}
