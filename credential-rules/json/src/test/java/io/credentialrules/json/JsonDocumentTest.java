package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.json.Redaction.Redacted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/json.md} are true. */
class JsonDocumentTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final ZonedDateTime AS_OF =
      ZonedDateTime.of(2026, 5, 1, 23, 59, 59, 999_999_999, ZoneId.of("America/New_York"));

  private final String document = document();
  private final CredentialRules rules =
      CredentialRules.compile(PolicyPack.of("garden", Map.of("garden.drl", block("drl"))));
  private final LearnerRecord record =
      LearnerRecordReader.of(rules.vocabulary(), AS_OF.getZone())
          .read("json.md", block("json weighed"));

  private static String document() {
    try {
      return Files.readString(Path.of("../../docs/json.md"));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private String block(String kind) {
    Matcher matcher =
        Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL).matcher(document);
    assertThat(matcher.find()).as(kind).isTrue();
    return matcher.group(1);
  }

  @Test
  void each_record_is_valid_by_the_schema() {
    assertThat(Schemas.RECORD.problems(block("json record"))).isEmpty();
    assertThat(Schemas.RECORD.problems(block("json weighed"))).isEmpty();
  }

  @Test
  void the_evaluation_is_that_of_the_policy_and_the_record() throws JsonProcessingException {
    String evaluation = block("json evaluation");

    assertThat(Schemas.EVALUATION.problems(evaluation)).isEmpty();
    assertThat(JSON.readTree(evaluation))
        .isEqualTo(JSON.readTree(EvaluationWriter.write(rules.evaluate(record, AS_OF))));
  }

  @Test
  void the_audit_record_is_that_of_the_redacted_record() throws JsonProcessingException {
    JsonNode told = JSON.readTree(block("json audit"));
    Redacted redacted = Redaction.of(rules, Pseudonyms.withKey(new byte[32])).redact(record, AS_OF);
    String audit =
        AuditDocument.print(
            new AuditDocument.Contents(
                rules,
                rules.evaluate(redacted.record(), AS_OF),
                told.path("library").asText(),
                redacted));
    ObjectNode expected = (ObjectNode) JSON.readTree(audit);
    expected.putObject("evaluation");

    assertThat(told).isEqualTo(expected);
    assertThat(AuditRecord.read("json.md", audit, rules.vocabulary()).replay(rules).isConfirmed())
        .isTrue();
  }

  @Test
  void every_outcome_of_a_replay_is_told() {
    for (Replay.Outcome outcome : Replay.Outcome.values()) {
      assertThat(document).contains("| `" + outcome + "` |");
    }
  }
}
