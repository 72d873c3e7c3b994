package io.credentialrules.benchmarks;

import io.credentialrules.LearnerRecord;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/** Something that decides which credentials a learner has earned. Immutable; one learner a call. */
interface Engine {
  /** The date of evaluation of all benchmarks. */
  LocalDate TODAY = LocalDate.of(2025, 5, 1);

  /** Its end in Maine. */
  ZonedDateTime AS_OF = ZonedDateTime.of(TODAY, LocalTime.MAX, ZoneId.of("America/New_York"));

  /** The ids of the credentials that are earned. */
  Set<String> earned(LearnerRecord record);
}
