package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.LearnerRecord;
import io.credentialrules.Waiver;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.SignOff;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import io.credentialrules.vocabulary.WorkExperience;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReadingTest {
  private static final ZoneId MAINE = ZoneId.of("America/New_York");
  private static final LearnerRecordReader READER =
      LearnerRecordReader.of(GeneratedRecords.VOCABULARY, MAINE);

  private static LearnerRecord read(String json) {
    return READER.read("ada.json", json);
  }

  private static Fact fact(String type, String fields) {
    return read("{\"learner\":{\"id\":\"ada\"},\"facts\":{\"" + type + "\":[{" + fields + "}]}}")
        .facts()
        .get(0);
  }

  private static BigDecimal score(String number) {
    AssessmentResult result =
        (AssessmentResult) fact("AssessmentResult", "\"type\":\"QUIZ\",\"score\":" + number);
    return java.util.Objects.requireNonNull(result.score());
  }

  @Test
  void the_least_record_is_a_learner_with_an_id() {
    assertThat(read("{\"learner\":{\"id\":\"ada\"}}"))
        .isEqualTo(LearnerRecord.of(Learner.of("ada")));
  }

  @Test
  void every_field_of_every_type_is_read() {
    for (int seed = 0; seed < 20; seed++) {
      List<Fact> facts = GeneratedRecords.oneOfEach(seed);
      Learner learner =
          new Learner(
              "ada",
              LocalDate.of(2001, 2, 3),
              "UM",
              Set.of("STUDENT", "STAFF"),
              new Provenance(
                  null, "registry", FactStatus.ON_HOLD, Vetting.NONE, Instant.EPOCH, null));
      LearnerRecord record = LearnerRecord.builder(learner).addAll(facts).build();

      assertThat(read(LearnerRecordWriter.write(record))).isEqualTo(record);
    }
  }

  @Test
  void the_forms_cover_every_type_that_a_record_can_hold() {
    assertThat(GeneratedRecords.oneOfEach(0))
        .extracting(fact -> fact.getClass().getSimpleName())
        .containsExactly(
            "Enrolment",
            "Affiliation",
            "TrainingCompletion",
            "AssessmentResult",
            "RubricScore",
            "WorkExperience",
            "PerformanceFeedback",
            "SubmittedEvidence",
            "Participation",
            "IndustryCertification",
            "HeldCredential",
            "Endorsement",
            "SignOff",
            "Visit");
  }

  @Test
  void a_fact_that_omits_vetting_is_unvetted() {
    assertThat(fact("WorkExperience", "\"type\":\"JOB\"").provenance())
        .isEqualTo(Provenance.UNVETTED);
  }

  @Test
  void vetting_without_a_status_is_an_acceptance_and_names_the_role() {
    Fact fact =
        fact(
            "WorkExperience",
            "\"type\":\"JOB\",\"vetting\":{\"reviewer\":\"Dr."
                + " Reviewer\",\"role\":\"FACULTY\",\"on\":\"2026-02-05\"}");

    assertThat(fact.provenance().vetting())
        .isEqualTo(Vetting.by("Dr. Reviewer", ReviewerRole.FACULTY, LocalDate.of(2026, 2, 5)));
  }

  @Test
  void vetting_that_says_unvetted_needs_no_role_and_may_name_the_reviewer_to_be() {
    Fact fact =
        fact(
            "WorkExperience",
            "\"type\":\"JOB\",\"vetting\":{\"status\":\"UNVETTED\",\"reviewer\":\"Dr. Reviewer\"}");

    assertThat(fact.provenance().vetting())
        .isEqualTo(new Vetting(VettingStatus.UNVETTED, "Dr. Reviewer", null, null));
  }

  @Test
  void a_fact_without_a_status_is_completed_and_truths_are_false() {
    WorkExperience work = (WorkExperience) fact("WorkExperience", "\"type\":\"JOB\"");

    assertThat(work.provenance().status()).isEqualTo(FactStatus.COMPLETED);
    assertThat(List.of(work.approved(), work.siteApproved(), work.paid())).containsOnly(false);
    assertThat(work.hours()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "79.99, 79.99",
    "80.00, 80",
    "\"79.99\", 79.99",
    "1e2, 100",
    "1E+2, 100",
    "0.1e1, 1",
    "-0, 0",
    "-0.0, 0",
    "0e30, 0",
    "0.000000000000000000000000000001, 0.000000000000000000000000000001",
    "99.9999999999999999999999999999, 99.9999999999999999999999999999"
  })
  void amounts_are_exact_and_of_one_form(String written, String read) {
    assertThat(score(written)).isEqualTo(new BigDecimal(read));
  }

  @Test
  void a_tenth_and_two_tenths_are_three_tenths() {
    assertThat(score("0.1").add(score("0.2"))).isEqualTo(new BigDecimal("0.3"));
    assertThat(score("0.30000000000000004")).isNotEqualTo(score("0.3"));
  }

  @ParameterizedTest
  @CsvSource({
    "validFrom, 2026-05-01, 2026-05-01T04:00:00Z",
    "validUntil, 2026-05-01, 2026-05-02T03:59:59.999999999Z",
    // The day on which the clocks go forward has 23 hours.
    "validUntil, 2026-03-08, 2026-03-09T03:59:59.999999999Z",
    "validFrom, 2026-03-08, 2026-03-08T05:00:00Z",
    "validFrom, 2026-05-01T09:30Z, 2026-05-01T09:30:00Z",
    "validFrom, 2026-05-01T09:30:00.000000001-04:00, 2026-05-01T13:30:00.000000001Z",
    "validUntil, 2026-05-01T00:00:00+05:30, 2026-04-30T18:30:00Z"
  })
  void a_day_of_validity_begins_and_ends_in_the_zone_of_the_reader(
      String field, String written, String instant) {
    Provenance provenance =
        fact("HeldCredential", "\"credential\":\"c\",\"" + field + "\":\"" + written + "\"")
            .provenance();

    assertThat(field.equals("validFrom") ? provenance.validFrom() : provenance.validUntil())
        .isEqualTo(Instant.parse(instant));
  }

  @Test
  void the_leap_day_of_a_leap_year_is_a_date() {
    assertThat(
            ((HeldCredential)
                    fact("HeldCredential", "\"credential\":\"c\",\"awardedOn\":\"2024-02-29\""))
                .awardedOn())
        .isEqualTo(LocalDate.of(2024, 2, 29));
  }

  @Test
  void the_learner_has_an_own_id_and_all_else_of_a_provenance() {
    Learner learner =
        read("{\"learner\":{\"id\":\"ada\",\"birthDate\":\"2001-02-03\",\"campus\":\"UM\",\"roles\":[\"STUDENT\",\"STAFF\",\"STUDENT\"],\"source\":\"registry\",\"status\":\"ON_HOLD\"}}")
            .learner();

    assertThat(learner.roles()).containsExactly("STAFF", "STUDENT");
    assertThat(learner.birthDate()).isEqualTo(LocalDate.of(2001, 2, 3));
    assertThat(learner.provenance().id()).isNull();
    assertThat(learner.provenance().source()).isEqualTo("registry");
    assertThat(learner.provenance().status()).isEqualTo(FactStatus.ON_HOLD);
  }

  @Test
  void waivers_and_the_policy_date_stand_beside_the_facts() {
    LearnerRecord record =
        read(
            "{\"learner\":{\"id\":\"ada\"},\"policyDate\":\"2024-09-01\",\"waivers\":[{\"requirement\":\"quiz\",\"by\":\"Dr."
                + " Dean\",\"role\":\"FACULTY\",\"why\":\"took it"
                + " elsewhere\",\"on\":\"2026-01-02\"}]}");

    assertThat(record.policyDate()).isEqualTo(LocalDate.of(2024, 9, 1));
    assertThat(record.waivers())
        .containsExactly(
            Waiver.of(
                "quiz",
                "Dr. Dean",
                ReviewerRole.FACULTY,
                "took it elsewhere",
                LocalDate.of(2026, 1, 2)));
  }

  @Test
  void a_type_of_the_host_is_read_like_the_built_in_ones() {
    Visit visit =
        (Visit)
            fact(
                "Visit",
                "\"purpose\":\"STUDY\",\"place\":\"Orono\",\"minutes\":90.0,\"steps\":9000000000,\"rating\":-5,\"repeated\":true,\"stops\":[\"b\",\"a\",\"b\"]");

    assertThat(visit.minutes()).isEqualTo(90);
    assertThat(visit.steps()).isEqualTo(9_000_000_000L);
    assertThat(visit.rating()).isEqualTo(-5);
    assertThat(visit.repeated()).isTrue();
    assertThat(visit.stops()).containsExactly("b", "a", "b");
    assertThat(visit.languages()).isNull();
  }

  @Test
  void a_sign_off_has_the_provenance_of_every_fact() {
    SignOff signOff =
        (SignOff)
            fact(
                "SignOff",
                "\"subject\":\"s\",\"by\":\"Dr."
                    + " Dean\",\"role\":\"FACULTY\",\"id\":\"so-1\",\"status\":\"WITHDREW\"");

    assertThat(signOff.provenance().id()).isEqualTo("so-1");
    assertThat(signOff.provenance().status()).isEqualTo(FactStatus.WITHDREW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "1e2", "2024-02-30", "true", "null", "\\u0000", "\\ud83d\\ude00"})
  void a_text_stays_the_text_that_was_written(String text) {
    WorkExperience work =
        (WorkExperience) fact("WorkExperience", "\"type\":\"JOB\",\"employer\":\"" + text + "\"");

    assertThat(work.employer())
        .isEqualTo(text.replace("\\u0000", "\u0000").replace("\\ud83d\\ude00", "😀"));
  }

  @Test
  void files_and_streams_are_read_as_utf_8(@TempDir Path folder) throws IOException {
    String json = "{\"learner\":{\"id\":\"Zoë 😀\"}}";
    Path file = Files.writeString(folder.resolve("a.json"), json);
    InputStream stream = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));

    assertThat(READER.read("a.json", file)).isEqualTo(read(json));
    assertThat(READER.read("a.json", stream)).isEqualTo(read(json));
  }

  @Test
  void a_document_may_have_just_the_greatest_size() {
    String json = "{\"learner\":{\"id\":\"ada\"}}";

    assertThat(
            LearnerRecordReader.of(Vocabulary.standard(), MAINE)
                .withMaxBytes(json.length())
                .read("a.json", json)
                .learner()
                .id())
        .isEqualTo("ada");
  }
}
