package io.credentialrules.benchmarks.growth;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.Waiver;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * A policy and a record of which everything can be made larger.
 *
 * @param credentials how many, with a requirement each; of ten in a row, each asks for the one
 *     before
 * @param facts how many; of every second, nobody has reviewed the work
 * @param waivers how many; every second names no requirement
 */
record Growing(int credentials, int facts, int waivers) {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
  private static final ZonedDateTime AS_OF = TODAY.atTime(12, 0).atZone(ZoneOffset.UTC);
  private static final int CHAIN = 10;
  private static final int CREDENTIALS_OF_A_FILE = 1_000;
  private static final int NOTHING = -1;

  PolicyPack pack() {
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < credentials; i++) {
      files.merge("growing-" + i / CREDENTIALS_OF_A_FILE + ".drl", rules(i), String::concat);
    }
    return PolicyPack.of("growing", files);
  }

  private static String rules(int number) {
    String before =
        number % CHAIN == 0
            ? ""
            : "Earned( credential == \"credential-%s\" )".formatted(number - 1);
    return """
    rule "Hours of work %1$s" @requirement( "hours-%1$s" ) when
      accumulate( WorkExperience( experience == "work-%1$s", $h : hours ); $t : sum( $h ); $t >= 5 )
    then end
    rule "Credential %1$s" @credential( "credential-%1$s" ) when
      Met( requirement == "hours-%1$s" )
      %2$s
    then end
    """
        .formatted(number, before);
  }

  LearnerRecord record() {
    return recordWithout(NOTHING);
  }

  /** The record without what is about one credential, which is not earned then. */
  LearnerRecord recordWithout(int credential) {
    LearnerRecord.Builder record = LearnerRecord.builder(Learner.of("maria"));
    for (int i = 0; i < facts; i++) {
      int work = i % (2 * credentials) / 2;
      if (work == credential) {
        continue;
      }
      record.add(
          WorkExperience.builder()
              .type(WorkExperienceType.JOB)
              .experience("work-" + work)
              .hours(BigDecimal.valueOf(1 + i % 3))
              .endedOn(TODAY.minusDays(1 + i))
              .provenance(
                  i % 2 == 0
                      ? Provenance.vettedBy("R. Fox", ReviewerRole.FACULTY, TODAY.minusDays(1))
                      : Provenance.UNVETTED)
              .build());
    }
    for (int i = 0; i < waivers; i++) {
      if (i == 2 * credential) {
        continue;
      }
      record.waive(
          Waiver.of(
              i % 2 == 0 && i / 2 < credentials ? "hours-" + i / 2 : "nothing-" + i,
              "R. Fox",
              ReviewerRole.FACULTY,
              "transferred",
              TODAY.minusDays(1)));
    }
    return record.build();
  }

  /** All facts are about one credential and too little for it; half of them nobody has reviewed. */
  LearnerRecord recordOfShortWork() {
    LearnerRecord.Builder record = LearnerRecord.builder(Learner.of("maria"));
    for (int i = 0; i < facts; i++) {
      record.add(
          WorkExperience.builder()
              .type(WorkExperienceType.JOB)
              .experience("work-0")
              .hours(BigDecimal.valueOf(1_000 + i, 6))
              .endedOn(TODAY.minusDays(1 + i))
              .provenance(
                  i % 2 == 0
                      ? Provenance.vettedBy("R. Fox", ReviewerRole.FACULTY, TODAY.minusDays(1))
                      : Provenance.UNVETTED)
              .build());
    }
    return record.build();
  }

  CredentialRules rules() {
    return CredentialRules.compile(pack());
  }

  ZonedDateTime asOf() {
    return AS_OF;
  }

  Evaluation evaluation() {
    return rules().evaluate(record(), AS_OF);
  }

  /** With all reasons at hand, so that what is made of them is counted alone. */
  Evaluation explained() {
    Evaluation evaluation = evaluation();
    evaluation.decisions();
    return evaluation;
  }
}
