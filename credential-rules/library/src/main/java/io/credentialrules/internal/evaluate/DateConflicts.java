package io.credentialrules.internal.evaluate;

import io.credentialrules.DateConflict;
import io.credentialrules.internal.result.StatedDateConflict;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.TrainingCompletion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds facts whose dates contradict each other. */
final class DateConflicts {
  private DateConflicts() {}

  /** Of facts, in their order. */
  static List<DateConflict> of(List<Fact> facts, ZoneId zone) {
    List<DateConflict> conflicts = new ArrayList<>();
    for (Fact fact : facts) {
      LocalDate happened = happened(fact);
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

  /** When it happened, or at least began. */
  private static @Nullable LocalDate happened(Fact fact) {
    return fact instanceof TrainingCompletion training && training.completedOn() == null
        ? training.startedOn()
        : fact.occurredOn();
  }
}
