package io.credentialrules.internal.evaluate;

import io.credentialrules.DateConflict;
import io.credentialrules.internal.result.StatedDateConflict;
import io.credentialrules.vocabulary.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Finds facts whose dates contradict each other. */
final class DateConflicts {
  private DateConflicts() {}

  /** Of facts, in their order. */
  static List<DateConflict> of(List<Fact> facts, ZoneId zone) {
    List<DateConflict> conflicts = new ArrayList<>();
    for (Fact fact : facts) {
      LocalDate happened = fact.occurredOn();
      if (happened == null) {
        continue;
      }
      Instant until = fact.provenance().validUntil();
      LocalDate end = until == null ? null : until.atZone(zone).toLocalDate();
      if (end != null && happened.isAfter(end)) {
        conflicts.add(
            new StatedDateConflict(fact, DateConflict.Kind.HAPPENED_AFTER_VALIDITY, happened, end));
      }
      LocalDate review = fact.provenance().vetting().on();
      if (review != null && happened.isAfter(review)) {
        conflicts.add(
            new StatedDateConflict(fact, DateConflict.Kind.REVIEWED_BEFORE, happened, review));
      }
    }
    return List.copyOf(conflicts);
  }
}
