package io.credentialrules.internal.evaluate;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A record as it would be had it begun after a day, on which something was achieved: what earns a
 * credential from it renews the credential, because it is achieved again by what came about since.
 * What has no date stays, and so does what was taken back.
 */
final class FreshRecord {
  private FreshRecord() {}

  static LearnerRecord after(LocalDate achieved, LearnerRecord record, ZoneId zone) {
    LearnerRecord.Builder fresh =
        LearnerRecord.builder(record.learner()).policyDate(record.policyDate());
    for (Fact fact : record.facts()) {
      LocalDate began = began(fact, zone);
      if (began == null
          || began.isAfter(achieved)
          || (fact instanceof HeldCredential held && Standing.isTakenBack(held))) {
        fresh.add(fact);
      }
    }
    record.waivers().stream().filter(waiver -> waiver.on().isAfter(achieved)).forEach(fresh::waive);
    return fresh.build();
  }

  /** The day on which a fact came about, or began to be valid. */
  private static @Nullable LocalDate began(Fact fact, ZoneId zone) {
    LocalDate happened = fact.occurredOn();
    Instant from = fact.provenance().validFrom();
    LocalDate valid = from == null ? null : from.atZone(zone).toLocalDate();
    return happened == null || (valid != null && valid.isAfter(happened)) ? valid : happened;
  }
}
