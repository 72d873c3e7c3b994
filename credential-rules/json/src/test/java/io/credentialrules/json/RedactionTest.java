package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.LearnerRecord;
import io.credentialrules.Waiver;
import io.credentialrules.json.Redaction.Action;
import io.credentialrules.json.Redaction.Redacted;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.SignOff;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.WorkExperience;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
  private static final ZoneId MAINE = ZoneId.of("America/New_York");
  private static final ZonedDateTime AS_OF = ZonedDateTime.of(2026, 5, 1, 23, 59, 0, 0, MAINE);
  private static final Pseudonyms PSEUDONYMS =
      Pseudonyms.withKey(
          "an example of a key of 32 bytes.".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  private static final Redaction REDACTION = Redaction.of(AuditedPolicy.RULES, PSEUDONYMS);

  private static LearnerRecord read(String json) {
    return LearnerRecordReader.of(AuditedPolicy.RULES.vocabulary(), MAINE).read("a.json", json);
  }

  private static LearnerRecord withFact(String type, String facts) {
    return read("{\"learner\":{\"id\":\"ada\"},\"facts\":{\"" + type + "\":[" + facts + "]}}");
  }

  private static Redacted redact(LearnerRecord record) {
    return REDACTION.redact(record, AS_OF);
  }

  @Test
  void texts_that_no_rule_reads_are_replaced_and_those_that_a_rule_reads_are_kept() {
    Redacted redacted =
        redact(
            withFact(
                "WorkExperience",
                """
                {
                  "type": "JOB", "experience": "nursery", "employer": "River Nursery", "hours": 10,
                  "id": "f-1", "vetting": { "reviewer": "Dr. Reviewer", "role": "FACULTY" }
                }
                """));
    WorkExperience work = (WorkExperience) redacted.record().facts().get(0);

    assertThat(work.experience()).isEqualTo("nursery");
    assertThat(work.employer()).isEqualTo(PSEUDONYMS.of("River Nursery"));
    assertThat(work.provenance().id()).isEqualTo(PSEUDONYMS.of("f-1"));
    assertThat(work.provenance().vetting().reviewer()).isEqualTo(PSEUDONYMS.of("Dr. Reviewer"));
    assertThat(work.hours()).isEqualByComparingTo("10");
    assertThat(redacted.record().learner().id()).isEqualTo(PSEUDONYMS.of("ada"));
    assertThat(redacted.treatments())
        .extracting(Redaction.Treatment::toString)
        .contains(
            "WorkExperience.experience: KEPT, a rule reads it at gardening/rules.drl:14:67",
            "WorkExperience.employer: PSEUDONYM, no rule reads it",
            "Learner.id: PSEUDONYM, no rule reads it");
  }

  @Test
  void one_person_has_one_pseudonym_in_every_field_and_document() {
    LearnerRecord record =
        read(
            """
            {
              "learner": { "id": "ada" },
              "facts": {
                "SignOff": [ { "subject": "s", "by": "Dr. Reviewer", "role": "FACULTY" } ],
                "PerformanceFeedback": [
                  { "outcome": "POSITIVE", "providerRole": "HOST", "provider": "Dr. Reviewer" }
                ]
              }
            }
            """);
    SignOff signOff = (SignOff) redact(record).record().facts().get(0);
    PerformanceFeedback feedback = (PerformanceFeedback) redact(record).record().facts().get(1);

    assertThat(signOff.by())
        .isEqualTo(feedback.provider())
        .isEqualTo(PSEUDONYMS.of("Dr. Reviewer"));
    assertThat(PSEUDONYMS.of("Dr. Reviewer")).isNotEqualTo(PSEUDONYMS.of("Dr. Other"));
  }

  @Test
  void another_key_gives_other_pseudonyms_and_another_fingerprint() {
    Pseudonyms other = Pseudonyms.withKey(new byte[32]);

    assertThat(other.of("ada")).isNotEqualTo(PSEUDONYMS.of("ada")).matches("p-[0-9a-f]{32}");
    assertThat(other.fingerprint()).isNotEqualTo(PSEUDONYMS.fingerprint());
    assertThat(other).hasToString("pseudonyms by the key " + other.fingerprint());
    assertThatThrownBy(() -> Pseudonyms.withKey(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the key has 31 bytes; it needs at least 32");
  }

  @Test
  void a_key_that_the_host_wipes_is_kept() {
    byte[] key = new byte[32];
    key[0] = 1;
    Pseudonyms pseudonyms = Pseudonyms.withKey(key);
    String before = pseudonyms.of("ada");
    key[0] = 0;

    assertThat(pseudonyms.of("ada")).isEqualTo(before);
  }

  @Test
  void free_texts_are_dropped() {
    Redacted redacted =
        redact(
            withFact(
                "TrainingCompletion", "{ \"type\": \"COURSE\", \"title\": \"Ada's course\" }"));

    assertThat(((TrainingCompletion) redacted.record().facts().get(0)).title()).isNull();
    assertThat(redacted.treatments())
        .contains(
            new StatedTreatment("TrainingCompletion", "title", Action.DROPPED, "no rule reads it"));
  }

  @Test
  void a_free_text_that_alone_tells_two_facts_apart_is_replaced_instead() {
    Redacted redacted =
        redact(
            withFact(
                "TrainingCompletion",
                "{ \"type\": \"COURSE\", \"title\": \"one\" }, { \"type\": \"COURSE\", \"title\":"
                    + " \"two\" }, { \"type\": \"COURSE\" }, { \"type\": \"WORKSHOP\", \"title\":"
                    + " \"one\" }"));

    assertThat(redacted.record().facts())
        .hasSize(4)
        .doesNotHaveDuplicates()
        .extracting(fact -> ((TrainingCompletion) fact).title())
        .containsExactly(PSEUDONYMS.of("one"), PSEUDONYMS.of("two"), null, null);
  }

  @ParameterizedTest
  @CsvSource({
    "2000-05-01, 2000-01-01, 26",
    "2000-05-02, 2001-01-01, 25",
    "2012-05-01, 2012-01-01, 14",
    "2012-05-02, 2013-01-01, 13",
    "2004-02-29, 2004-01-01, 22",
    "2026-05-01, 2026-01-01, 0"
  })
  void a_birth_date_becomes_one_of_the_same_age(LocalDate birth, LocalDate coarse, int age) {
    Redacted redacted =
        redact(read("{\"learner\":{\"id\":\"ada\",\"birthDate\":\"" + birth + "\"}}"));

    assertThat(redacted.record().learner().birthDate()).isEqualTo(coarse);
    assertThat(java.time.Period.between(coarse, AS_OF.toLocalDate()).getYears()).isEqualTo(age);
    assertThat(redacted.treatments())
        .filteredOn(treatment -> treatment.field().equals("birthDate"))
        .singleElement()
        .hasToString(
            "Learner.birthDate: COARSENED, a rule reads the age at gardening/rules.drl:38:12, which"
                + " is the same on the date");
  }

  @Test
  void a_birth_date_after_the_date_is_dropped_because_it_says_no_age() {
    LearnerRecord record = read("{\"learner\":{\"id\":\"ada\",\"birthDate\":\"2028-06-01\"}}");

    assertThat(redact(record).treatments())
        .filteredOn(treatment -> treatment.field().equals("birthDate"))
        .singleElement()
        .extracting(Redaction.Treatment::action)
        .isEqualTo(Action.DROPPED);
  }

  @Test
  void waivers_keep_what_they_waive() {
    LearnerRecord record =
        read(
            """
            {
              "learner": { "id": "ada" },
              "waivers": [
                { "requirement": "hours", "by": "Dr. Dean", "role": "FACULTY", "why": "illness", "on": "2026-01-02" }
              ]
            }
            """);
    var waiver = redact(record).record().waivers().get(0);

    assertThat(waiver.requirement()).isEqualTo("hours");
    assertThat(waiver.by()).isEqualTo(PSEUDONYMS.of("Dr. Dean"));
    assertThat(waiver.why()).isEqualTo(PSEUDONYMS.of("illness"));
    assertThat(waiver.on()).isEqualTo(LocalDate.of(2026, 1, 2));
  }

  @Test
  void what_a_waiver_names_that_is_no_requirement_is_replaced() {
    LearnerRecord record =
        read(
            """
            {
              "learner": { "id": "ada" },
              "waivers": [
                { "requirement": "Ada Lovelace", "by": "b", "role": "FACULTY", "why": "y", "on": "2026-01-02" },
                { "requirement": "hours", "by": "b", "role": "PEER", "why": "y", "on": "2026-01-02" },
                { "requirement": "hours", "by": "b", "role": "STAFF", "why": "y", "on": "2027-01-02" },
                { "requirement": "level-1", "by": "b", "role": "STAFF", "why": "y", "on": "2026-01-02" }
              ]
            }
            """);
    Redacted redacted = redact(record);

    assertThat(redacted.record().waivers())
        .extracting(Waiver::requirement)
        .containsExactly(PSEUDONYMS.of("Ada Lovelace"), "hours", "hours", "level-1");
    assertThat(redacted.treatments())
        .contains(
            new StatedTreatment(
                "Waiver",
                "requirement",
                Action.PSEUDONYM,
                "no requirement of the policy has this id"));
    assertThat(AuditRecord.of(AuditedPolicy.RULES, redacted, AS_OF).json())
        .doesNotContain("Lovelace");
  }

  @Test
  void a_held_credential_that_the_catalogue_does_not_have_is_replaced() {
    Redacted redacted =
        redact(
            withFact(
                "HeldCredential",
                "{ \"credential\": \"level-1\", \"awardedOn\": \"2026-01-01\" },"
                    + " { \"credential\": \"Ada's badge\", \"awardedOn\": \"2026-01-01\" }"));

    assertThat(redacted.record().facts())
        .extracting(fact -> ((HeldCredential) fact).credential())
        .containsExactly("level-1", PSEUDONYMS.of("Ada's badge"));
  }

  @Test
  void a_redacted_audit_record_holds_no_replaced_text_and_is_replayed_to_the_same_bytes() {
    LearnerRecord record =
        read(
            """
            {
              "learner": { "id": "ada.lovelace", "birthDate": "1999-12-10" },
              "facts": {
                "WorkExperience": [
                  { "type": "JOB", "experience": "nursery", "employer": "River Nursery", "hours": 250,
                    "vetting": { "reviewer": "Dr. Reviewer", "role": "FACULTY" } }
                ],
                "SubmittedEvidence": [
                  { "type": "REFLECTION", "title": "What I did", "url": "https://example.org/ada" }
                ]
              },
              "waivers": [
                { "requirement": "trainings", "by": "Dr. Dean", "role": "FACULTY", "why": "illness", "on": "2026-01-02" }
              ]
            }
            """);
    AuditRecord audit = AuditRecord.of(AuditedPolicy.RULES, redact(record), AS_OF);
    AuditRecord read = AuditRecord.read("a.json", audit.json(), AuditedPolicy.RULES.vocabulary());

    assertThat(audit.json())
        .contains("nursery")
        .doesNotContain("lovelace", "1999", "River", "Dr.", "What I did", "example.org", "illness");
    assertThat(audit.isRedacted()).isTrue();
    assertThat(read.replay(AuditedPolicy.RULES).isConfirmed()).isTrue();
    assertThat(read.replay(AuditedPolicy.RULES).json()).isEqualTo(audit.json());
    assertThat(Schemas.AUDIT.problems(audit.json())).isEmpty();
  }

  @Test
  void who_has_the_key_can_tell_of_which_record_a_redacted_one_was_made() {
    LearnerRecord record = read("{\"learner\":{\"id\":\"ada\"}}");
    LearnerRecord other = read("{\"learner\":{\"id\":\"eve\"}}");

    assertThat(redact(record).original())
        .isEqualTo(redact(record).original())
        .isNotEqualTo(redact(other).original())
        .isNotEqualTo(CanonicalRecord.digest(record));
    assertThat(Objects.hash(redact(record))).isEqualTo(Objects.hash(redact(record)));
  }
}
