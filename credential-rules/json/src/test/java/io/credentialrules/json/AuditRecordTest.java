package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.Waiver;
import io.credentialrules.json.Replay.Outcome;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditRecordTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final ZoneId MAINE = ZoneId.of("America/New_York");
  private static final ZonedDateTime AS_OF =
      ZonedDateTime.of(2026, 5, 1, 23, 59, 59, 999_999_999, MAINE);
  private static final CredentialRules RULES = AuditedPolicy.RULES;
  private static final LearnerRecord ADA =
      LearnerRecordReader.of(RULES.vocabulary(), MAINE)
          .read(
              "ada.json",
              """
              {
                "learner": { "id": "ada", "birthDate": "2000-05-02" },
                "policyDate": "2024-09-01",
                "facts": {
                  "WorkExperience": [
                    {
                      "type": "JOB", "experience": "nursery", "hours": 199.5, "paid": true,
                      "endedOn": "2026-03-01", "vetting": { "reviewer": "Dr. Reviewer", "role": "FACULTY" }
                    },
                    { "type": "JOB", "hours": 10 }
                  ]
                },
                "waivers": [
                  { "requirement": "trainings", "by": "Dr. Dean", "role": "FACULTY", "why": "took them elsewhere", "on": "2026-01-02" }
                ]
              }
              """);

  private static AuditRecord audit() {
    return AuditRecord.of(RULES, RULES.evaluate(ADA, AS_OF));
  }

  private static AuditRecord read(String json) {
    return AuditRecord.read("audit.json", json, RULES.vocabulary());
  }

  private static AuditRecord changed(Consumer<ObjectNode> change) throws JsonProcessingException {
    ObjectNode document = (ObjectNode) JSON.readTree(audit().json());
    change.accept(document);
    return read(JSON.writeValueAsString(document));
  }

  /** As somebody changes a document who knows of its digest. */
  private static AuditRecord forged(Consumer<ObjectNode> change) throws JsonProcessingException {
    ObjectNode document = (ObjectNode) JSON.readTree(changed(change).json());
    document.remove("digest");
    AuditRecord without = read(document.deepCopy().put("digest", "x").toString());
    String text = without.json().replace("\"digest\":\"x\",", "");
    document.put("digest", Digest.sha256(text));
    return read(JSON.writeValueAsString(document));
  }

  private static ObjectNode at(ObjectNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  @Test
  void it_says_who_was_weighed_when_and_by_what() throws JsonProcessingException {
    JsonNode document = JSON.readTree(audit().json());

    assertThat(document.path("format").asText()).isEqualTo(AuditDocument.FORMAT);
    assertThat(document.path("asOf").asText()).isEqualTo("2026-05-01T23:59:59.999999999-04:00");
    assertThat(document.path("zone").asText()).isEqualTo("America/New_York");
    assertThat(document.path("library").asText()).isNotBlank();
    assertThat(document.at("/policy/digest").asText()).isEqualTo(RULES.digest());
    assertThat(document.at("/policy/packs/0/name").asText()).isEqualTo("gardening");
    assertThat(document.at("/policy/packs/0/digest").asText())
        .isEqualTo(AuditedPolicy.PACK.digest());
    assertThat(document.at("/recordDigest").asText()).isEqualTo(CanonicalRecord.digest(ADA));
    assertThat(document.at("/record/facts/WorkExperience")).hasSize(2);
    assertThat(document.at("/evaluation/decisions/0/credential/id").asText()).isEqualTo("level-1");
    assertThat(document.findValues("settings")).isNotEmpty();
  }

  /** West of Greenwich, the last day of the calendar ends in the year 10000. */
  @Test
  void whoever_writes_the_last_day_of_the_calendar_means_no_end() {
    for (String zone : List.of("America/New_York", "UTC", "Pacific/Kiritimati")) {
      LearnerRecord forever =
          LearnerRecordReader.of(RULES.vocabulary(), ZoneId.of(zone))
              .read(
                  "forever.json",
                  """
                  { "learner": { "id": "ada" }, "facts": { "WorkExperience": [
                    { "type": "JOB", "hours": 10, "validFrom": "0000-01-01", "validUntil": "9999-12-31" },
                    { "type": "JOB", "hours": 11, "validUntil": "9999-12-31T23:59:59-12:00" },
                    { "type": "JOB", "hours": 12, "validFrom": "0000-01-01T00:00:00+14:00", "validUntil": "9999-12-30" } ] } }
                  """);

      String written = LearnerRecordWriter.write(forever);
      assertThat(
              LearnerRecordReader.of(RULES.vocabulary(), MAINE).read("again.json", written).facts())
          .isEqualTo(forever.facts());
      AuditRecord audit = AuditRecord.of(RULES, RULES.evaluate(forever, AS_OF));
      assertThat(read(audit.json()).json()).isEqualTo(audit.json());
      assertThat(forever.facts().get(1).provenance().validUntil()).isNull();
      assertThat(forever.facts().get(2).provenance().validUntil()).isNotNull();
    }
  }

  @Test
  void it_says_which_version_of_each_rule_applied_and_by_which_date()
      throws JsonProcessingException {
    JsonNode versions = JSON.readTree(audit().json()).at("/policy/versions");

    assertThat(versions).hasSize(2);
    assertThat(versions.get(0).path("rule").asText()).isEqualTo("Two trainings");
    assertThat(versions.get(0).path("from").asText()).isEqualTo("2025-01-01");
    assertThat(versions.get(0).path("until").asText()).isEqualTo("2030-01-01");
    assertThat(versions.get(0).path("chosenBy").asText()).isEqualTo("2026-05-01");
    assertThat(versions.get(0).path("inForce").asBoolean()).isTrue();
    assertThat(versions.get(1).path("inForce").asBoolean()).isFalse();
  }

  @Test
  void it_is_canonical_and_valid_by_its_schema() {
    String json = audit().json();

    assertThat(read(json).json()).isEqualTo(json).doesNotContain("\n");
    assertThat(Schemas.AUDIT.problems(json)).isEmpty();
    assertThat(audit().digest()).isEqualTo(Digest.sha256(json));
  }

  @Test
  void replaying_gives_the_same_bytes() {
    Replay replay = read(audit().json()).replay(RULES);

    assertThat(replay.outcome()).isEqualTo(Outcome.CONFIRMED);
    assertThat(replay.isConfirmed()).isTrue();
    assertThat(replay.findings()).isEmpty();
    assertThat(replay.json()).isEqualTo(audit().json());
  }

  @Test
  void the_formatting_of_a_document_means_nothing() throws JsonProcessingException {
    String pretty =
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(audit().json()));

    assertThat(read(pretty).json()).isEqualTo(audit().json());
    assertThat(read(pretty).replay(RULES).isConfirmed()).isTrue();
  }

  @Test
  void the_order_of_facts_and_their_repetition_change_no_byte() {
    List<Fact> facts = new ArrayList<>(ADA.facts());
    facts.addAll(ADA.facts());
    Collections.reverse(facts);
    LearnerRecord other =
        LearnerRecord.builder(ADA.learner())
            .addAll(facts)
            .waive(ADA.waivers().toArray(new Waiver[0]))
            .policyDate(ADA.policyDate())
            .build();

    assertThat(AuditRecord.of(RULES, RULES.evaluate(other, AS_OF)).json())
        .isEqualTo(audit().json());
  }

  @Property(tries = 60)
  void every_record_is_replayed_to_the_same_bytes(@ForAll long seed) {
    LearnerRecord record = GeneratedRecords.record(seed);
    AuditRecord audit = AuditRecord.of(RULES, RULES.evaluate(record, AS_OF));

    assertThat(Schemas.AUDIT.problems(audit.json())).isEmpty();
    Replay replay = read(audit.json()).replay(RULES);
    assertThat(replay.findings()).isEmpty();
    assertThat(replay.json()).isEqualTo(audit.json());
  }

  @Test
  void a_changed_record_is_told_apart() throws JsonProcessingException {
    Replay replay =
        changed(document -> at(document, "/record/facts/WorkExperience/0").put("hours", "200"))
            .replay(RULES);

    assertThat(replay.outcome()).isEqualTo(Outcome.RECORD_CHANGED);
    assertThat(replay.findings().get(0))
        .hasToString("/record: the record does not have the digest `recordDigest`");
    assertThat(replay.findings())
        .extracting(Replay.Finding::kind)
        .contains(Outcome.DOCUMENT_CHANGED, Outcome.DIFFERENT_ANSWER);
  }

  @Test
  void a_changed_decision_is_told_apart_with_what_it_was() throws JsonProcessingException {
    Replay replay =
        changed(document -> at(document, "/evaluation/decisions/0").put("decision", "EARNED"))
            .replay(RULES);

    assertThat(replay.outcome()).isEqualTo(Outcome.DOCUMENT_CHANGED);
    assertThat(replay.findings())
        .extracting(Replay.Finding::toString)
        .containsExactly(
            "the document does not have the digest that it names",
            "/evaluation/decisions/0/decision: the document says `EARNED`, and anew it is"
                + " `NOT_EARNED`");
  }

  @Test
  void a_decision_that_was_forged_with_its_digest_is_another_answer()
      throws JsonProcessingException {
    Replay replay =
        forged(document -> at(document, "/evaluation/decisions/0").put("decision", "EARNED"))
            .replay(RULES);

    assertThat(replay.outcome()).isEqualTo(Outcome.DIFFERENT_ANSWER);
    assertThat(replay.findings())
        .extracting(Replay.Finding::pointer)
        .containsExactly("/evaluation/decisions/0/decision");
  }

  @Test
  void a_forgery_that_changes_nothing_else_is_no_change() throws JsonProcessingException {
    assertThat(forged(document -> {}).replay(RULES).isConfirmed()).isTrue();
  }

  @Test
  void a_record_that_was_forged_with_all_digests_is_another_answer()
      throws JsonProcessingException {
    Replay replay =
        forged(
                document -> {
                  at(document, "/record/facts/WorkExperience/1").put("hours", "200");
                  document.put(
                      "recordDigest", Digest.sha256(canonical(document.get("record").toString())));
                })
            .replay(RULES);

    assertThat(replay.outcome()).isEqualTo(Outcome.DIFFERENT_ANSWER);
  }

  private static String canonical(String json) {
    DocumentText text = new DocumentText("a.json", json);
    return CanonicalJson.print(DocumentParser.parse(text, new DocumentProblems(text)));
  }

  @Test
  void a_changed_policy_is_told_apart_with_the_pack() {
    CredentialRules changed = AuditedPolicy.rules(AuditedPolicy.asking("150"));
    Replay replay = audit().replay(changed);

    assertThat(replay.outcome()).isEqualTo(Outcome.POLICY_CHANGED);
    assertThat(replay.findings().get(0))
        .hasToString("/policy: the pack `gardening` is another than the one that decided");
    assertThat(replay.findings())
        .extracting(Replay.Finding::toString)
        .contains(
            "/evaluation/decisions/0/decision: the document says `NOT_EARNED`, and anew it is"
                + " `EARNED`");
  }

  @Test
  void a_policy_that_changed_without_effect_is_still_another() {
    PolicyPack spaced =
        PolicyPack.of(
            "gardening", Map.of("rules.drl", AuditedPolicy.PACK.files().get("rules.drl") + "\n\n"));
    Replay replay = audit().replay(AuditedPolicy.rules(spaced));

    assertThat(replay.outcome()).isEqualTo(Outcome.POLICY_CHANGED);
    assertThat(replay.findings()).hasSize(1);
  }

  @Test
  void packs_that_are_missing_or_too_many_are_named() {
    PolicyPack other =
        PolicyPack.of(
            "other",
            Map.of(
                "a.drl",
                """
                package other
                import io.credentialrules.vocabulary.*
                rule "c" @credential( "c" ) when SignOff( subject == "c" ) then end
                """));
    AuditRecord both =
        AuditRecord.of(
            AuditedPolicy.rules(AuditedPolicy.PACK, other),
            AuditedPolicy.rules(AuditedPolicy.PACK, other).evaluate(ADA, AS_OF));

    assertThat(both.replay(RULES).findings().get(0).message())
        .isEqualTo("the pack `other` is missing; name its folder too");
    assertThat(
            audit()
                .replay(AuditedPolicy.rules(AuditedPolicy.PACK, other))
                .findings()
                .get(0)
                .message())
        .isEqualTo("the pack `other` was not there; leave it out");
    assertThat(
            both.replay(AuditedPolicy.rules(other, AuditedPolicy.PACK)).findings().get(0).message())
        .startsWith("the packs are in another order");
  }

  @Test
  void another_version_of_the_library_is_named_and_is_no_change_by_itself()
      throws JsonProcessingException {
    AuditRecord older = forged(document -> document.put("library", "0.0.1"));

    assertThat(older.library()).isEqualTo("0.0.1");
    assertThat(older.replay(RULES).isConfirmed()).isTrue();
    assertThat(older.replay(RULES).json()).isEqualTo(older.json());
  }

  @Test
  void an_evaluation_by_other_rules_is_refused() {
    CredentialRules other = AuditedPolicy.rules(AuditedPolicy.asking("150"));

    assertThatThrownBy(() -> AuditRecord.of(RULES, other.evaluate(ADA, AS_OF)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("made by other rules");
  }

  @Test
  void a_record_that_could_not_be_read_again_is_refused_at_its_place() {
    LearnerRecord long100000 = named("a".repeat(100_000));
    LearnerRecord longer = named("a".repeat(100_001));
    LearnerRecord half = named("a\ud83c");

    assertThat(AuditRecord.of(RULES, RULES.evaluate(long100000, AS_OF)).replay(RULES).isConfirmed())
        .isTrue();
    assertThatThrownBy(() -> AuditRecord.of(RULES, RULES.evaluate(longer, AS_OF)))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the audit record could not be read again:")
        .hasMessageContaining("/record/learner/id: `id` has more than 100000 characters");
    assertThatThrownBy(() -> AuditRecord.of(RULES, RULES.evaluate(half, AS_OF)))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("half of a character");
  }

  private static LearnerRecord named(String id) {
    return LearnerRecord.of(Learner.of(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[]| audit.json:1:1: the audit record is a list, not an object",
        "{}| audit.json:1:1: `format` of the audit record is missing; add it",
        "{\"format\":\"x\"}| audit.json:1:11 /format: `x` is not the format of an audit record; it"
            + " is `urn:credential-rules:schema:audit-record`",
        "{\"remark\":1}| audit.json:1:2 /remark: unknown field `remark` of the audit record; write"
            + " one of `format`, `library`, `asOf`, `zone`, `policy`, `record`, `recordDigest`,"
            + " `evaluation`, `redaction`, `digest`",
        "{\"zone\":\"Mars/Olympus\",\"asOf\":\"2026-05-01\"}| audit.json:1:9 /zone: there is no"
            + " time zone `Mars/Olympus`",
        "{\"policy\":{\"packs\":[7]}}| audit.json:1:21 /policy/packs/0: a pack is `7`, not an"
            + " object",
        "{\"evaluation\":1e999}| audit.json:1:15 /evaluation: `1e999` is too large a number",
      })
  void what_is_no_audit_record_is_told_at_its_place(String json, String problem) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void a_record_within_that_is_malformed_is_told_at_its_place() {
    assertThatThrownBy(
            () ->
                changed(
                    document -> at(document, "/record/facts/WorkExperience/0").put("hours", "-1")))
        .isInstanceOf(RecordException.class)
        .hasMessageContaining(" /record/facts/WorkExperience/0/hours: `hours` is `-1`");
  }

  @Test
  void the_policy_date_is_part_of_the_record() throws JsonProcessingException {
    Replay replay =
        changed(document -> at(document, "/record").put("policyDate", "2024-09-02")).replay(RULES);

    assertThat(replay.outcome()).isEqualTo(Outcome.RECORD_CHANGED);
    assertThat(audit().record().policyDate()).isEqualTo(LocalDate.of(2024, 9, 1));
  }
}
