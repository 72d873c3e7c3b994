package io.credentialrules.internal.timeline;

import com.google.common.collect.ImmutableListMultimap;
import io.credentialrules.vocabulary.HeldCredential;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A learner record as it is known on one day.
 *
 * @param facts those that nothing but time speaks against
 * @param withdrawn credentials that were suspended or revoked after they were issued
 * @param waived the days on which each requirement was waived, by its number
 * @param policyDate the learner's own policy date; null where there is none
 * @param asOf the instant of the evaluation, whose time of day and zone hold for all days
 */
public record KnownRecord(
    List<TimedFact> facts,
    List<HeldCredential> withdrawn,
    ImmutableListMultimap<Integer, LocalDate> waived,
    @Nullable LocalDate policyDate,
    ZonedDateTime asOf) {

  /** Copies the lists. */
  public KnownRecord {
    facts = List.copyOf(facts);
    withdrawn = List.copyOf(withdrawn);
  }

  /** Whether something of it begins or ceases to count after a day. */
  boolean changesAfter(long day) {
    for (TimedFact fact : facts) {
      if (fact.from() > day || fact.until() != Long.MAX_VALUE) {
        return true;
      }
    }
    return !withdrawn.isEmpty()
        || waived.values().stream().anyMatch(waiver -> waiver.toEpochDay() > day);
  }

  /** The instant on another day that has the same time of day. */
  ZonedDateTime on(long day) {
    return ZonedDateTime.of(LocalDate.ofEpochDay(day), asOf.toLocalTime(), asOf.getZone());
  }
}
