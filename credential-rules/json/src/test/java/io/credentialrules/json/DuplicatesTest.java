package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Facts that are equal count once, and the document says so. */
class DuplicatesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
  private static final CredentialRules RULES =
      CredentialRules.compile(
          PolicyPack.of(
              "test",
              Map.of(
                  "test.drl",
                  """
                  rule "At least eight hours" @credential( "c" ) when
                    accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 8 )
                  then end
                  """)));

  private static WorkExperience shift(String hours, @Nullable String id) {
    return WorkExperience.builder()
        .type(WorkExperienceType.JOB)
        .hours(new BigDecimal(hours))
        .endedOn(TODAY)
        .provenance(
            Provenance.vettedBy("R. Fox", ReviewerRole.FACULTY, TODAY).toBuilder().id(id).build())
        .build();
  }

  private static JsonNode document(WorkExperience... shifts) throws JsonProcessingException {
    LearnerRecord record = LearnerRecord.builder(Learner.of("maria")).add(shifts).build();
    return JSON.readTree(EvaluationWriter.write(RULES.evaluate(record, TODAY, ZoneOffset.UTC)));
  }

  @Test
  void a_fact_that_is_there_three_times_is_named_once_with_the_two_that_were_left_out()
      throws JsonProcessingException {
    JsonNode document = document(shift("4", null), shift("4", null), shift("4", null));
    assertThat(document.at("/decisions/0/decision").textValue()).isEqualTo("NOT_EARNED");
    assertThat(document.get("duplicates")).hasSize(1);
    JsonNode duplicate = document.get("duplicates").get(0);
    assertThat(duplicate.get("leftOut").intValue()).isEqualTo(2);
    assertThat(duplicate.get("toldApartBy").textValue()).isEqualTo("id");
    assertThat(document.get("facts").get(duplicate.get("fact").intValue()).get("hours").intValue())
        .isEqualTo(4);
  }

  @Test
  void facts_with_an_id_each_are_no_duplicates() throws JsonProcessingException {
    JsonNode document = document(shift("4", "monday"), shift("4", "tuesday"));
    assertThat(document.at("/decisions/0/decision").textValue()).isEqualTo("EARNED");
    assertThat(document.has("duplicates")).isFalse();
  }
}
