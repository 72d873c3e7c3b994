package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a document says of days that contradict each other, and of days to come. */
class DatesInJsonTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

  private static Evaluation evaluation(String validity, LocalDate reviewed) {
    CredentialRules rules =
        CredentialRules.compile(
            PolicyPack.of(
                "test",
                Map.of(
                    "test.drl",
                    """
                    rule "Certified" @credential( "c" ) %s when
                      IndustryCertification( certification == "a" )
                    then end
                    """
                        .formatted(validity))));
    IndustryCertification certified =
        IndustryCertification.builder()
            .certification("a")
            .earnedOn(LocalDate.of(2026, 3, 1))
            .provenance(Provenance.vettedBy("R. Fox", ReviewerRole.FACULTY, reviewed))
            .build();
    LearnerRecord record = LearnerRecord.builder(Learner.of("maria")).add(certified).build();
    return rules.evaluate(record, TODAY, ZoneOffset.UTC);
  }

  private static JsonNode document(Evaluation evaluation, EvaluationWriter.Options options)
      throws JsonProcessingException {
    return JSON.readTree(EvaluationWriter.write(evaluation, options));
  }

  @Test
  void a_review_before_the_event_is_told_with_both_days() throws JsonProcessingException {
    JsonNode early =
        document(evaluation("", LocalDate.of(2026, 2, 28)), EvaluationWriter.Options.ALL);
    JsonNode conflict = early.at("/dateConflicts/0");
    assertThat(conflict.get("kind").textValue()).isEqualTo("REVIEWED_BEFORE");
    assertThat(conflict.get("happened").textValue()).isEqualTo("2026-03-01");
    assertThat(conflict.get("other").textValue()).isEqualTo("2026-02-28");
    assertThat(
            early
                .get("facts")
                .get(conflict.get("fact").intValue())
                .get("certification")
                .textValue())
        .isEqualTo("a");
    JsonNode onTheDay =
        document(evaluation("", LocalDate.of(2026, 3, 1)), EvaluationWriter.Options.ALL);
    assertThat(onTheDay.at("/dateConflicts/0").isMissingNode()).isTrue();
  }

  @Test
  void the_next_change_is_told_only_where_it_is_asked_for() throws JsonProcessingException {
    Evaluation evaluation = evaluation("@validFor( \"1 year\" )", LocalDate.of(2026, 3, 1));
    JsonNode ahead = document(evaluation, EvaluationWriter.Options.ALL.withNextChange());
    assertThat(ahead.at("/nextChange/on").textValue()).isEqualTo("2027-03-02");
    assertThat(ahead.at("/nextChange/lost/0").textValue()).isEqualTo("c");
    assertThat(ahead.at("/nextChange/earned")).isEmpty();
    assertThat(document(evaluation, EvaluationWriter.Options.ALL).has("nextChange")).isFalse();
    Evaluation lasting = evaluation("", LocalDate.of(2026, 3, 1));
    assertThat(document(lasting, EvaluationWriter.Options.ALL.withNextChange()).has("nextChange"))
        .isFalse();
  }

  @Test
  void the_days_on_which_a_validity_may_end_are_told_with_its_length()
      throws JsonProcessingException {
    JsonNode extended =
        document(
            evaluation("@validFor( \"1 year\", \"to 12-31\" )", LocalDate.of(2026, 3, 1)),
            EvaluationWriter.Options.ALL);
    assertThat(extended.findValue("validTo").textValue()).isEqualTo("to 12-31");
    assertThat(extended.findValue("validFor").textValue()).isEqualTo("P1Y");
    assertThat(extended.at("/decisions/0/until").textValue()).isEqualTo("2027-12-31");
    JsonNode plain =
        document(
            evaluation("@validFor( \"1 year\" )", LocalDate.of(2026, 3, 1)),
            EvaluationWriter.Options.ALL);
    assertThat(plain.findValue("validTo")).isNull();
  }
}
