package io.credentialrules.report;

import io.credentialrules.LearnerRecord;
import io.credentialrules.Waiver;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shapes of records that cost more than they look, of any size. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
enum HostileRecord {
  ALIKE(i -> work("w", 3, Given.TODAY, "f" + i, Given.REVIEWED)),
  EQUAL(i -> work("w", 3, Given.TODAY, null, Given.REVIEWED)),
  A_DAY_EACH(i -> work("w" + i % 9, i % 50, Given.TODAY.minusDays(i), null, Given.REVIEWED)),
  UNVETTED(i -> work("w" + i % 9, i % 50, Given.TODAY.minusDays(i), null, Provenance.UNVETTED)),
  IN_PROGRESS(
      i ->
          work(
              "w" + i % 9,
              i % 50,
              Given.TODAY,
              "f" + i,
              Given.REVIEWED.toBuilder().status(FactStatus.IN_PROGRESS).build())),
  EXPIRED(
      i ->
          work(
              "w",
              3,
              Given.TODAY.minusDays(2 + i),
              null,
              Given.REVIEWED.toBuilder()
                  .validUntil(HostileRecord.at(Given.TODAY.minusDays(1 + i)))
                  .build())),
  EXPIRING(
      i ->
          work(
              "w" + i % 3,
              3,
              Given.TODAY.minusDays(1 + i),
              null,
              Given.REVIEWED.toBuilder()
                  .validUntil(HostileRecord.at(Given.TODAY.plusDays(1 + i)))
                  .build())),
  HELD(
      i ->
          new HeldCredential(
              "c" + i % 40,
              null,
              Given.TODAY.minusDays(i),
              i % 2 == 0 ? Given.REVIEWED : Provenance.UNVETTED)),
  LONG_TEXTS(
      i ->
          work(
              "ab".repeat(1_000) + i,
              3,
              Given.TODAY,
              null,
              i % 2 == 0 ? Given.REVIEWED : Provenance.UNVETTED)),
  WAIVED(i -> List.<Fact>of()) {
    @Override
    LearnerRecord of(int size) {
      LearnerRecord.Builder record = LearnerRecord.builder(Learner.of("maria"));
      for (int i = 0; i < size; i++) {
        record.waive(
            Waiver.of(
                i % 2 == 0 ? "r" + i / 2 : "none" + i,
                "R. Fox",
                ReviewerRole.FACULTY,
                "transferred",
                Given.TODAY.minusDays(i % 9)));
      }
      return record.build();
    }
  };

  /** What the shapes are made of; constants of their own could not be read by them. */
  static final class Given {
    static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
    static final Provenance REVIEWED = Provenance.vettedBy("R. Fox", ReviewerRole.FACULTY, TODAY);

    private Given() {}
  }

  private final IntFunction<Object> fact;

  HostileRecord(IntFunction<Object> fact) {
    this.fact = fact;
  }

  /** Of a size: as many facts, or waivers. */
  LearnerRecord of(int size) {
    return LearnerRecord.builder(Learner.of("maria"))
        .addAll(IntStream.range(0, size).mapToObj(i -> (Fact) fact.apply(i)).toList())
        .build();
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Fact work(
      String experience, int hours, LocalDate day, @Nullable String id, Provenance provenance) {
    return WorkExperience.builder()
        .type(WorkExperienceType.JOB)
        .experience(experience)
        .hours(BigDecimal.valueOf(hours))
        .endedOn(day)
        .provenance(provenance.toBuilder().id(id).build())
        .build();
  }
}
