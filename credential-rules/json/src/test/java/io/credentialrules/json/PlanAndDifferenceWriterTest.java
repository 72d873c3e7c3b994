package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credentialrules.CredentialRules;
import io.credentialrules.Difference;
import io.credentialrules.Evaluation;
import io.credentialrules.Impact;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Limits;
import io.credentialrules.Plan;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanAndDifferenceWriterTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final ZonedDateTime AS_OF =
      ZonedDateTime.of(2026, 5, 1, 23, 59, 0, 0, ZoneId.of("America/New_York"));
  private static final Schemas PLAN = new Schemas(PlanSchema.of(GeneratedRecords.VOCABULARY));
  private static final Schemas DIFFERENCE = new Schemas(DifferenceSchema.ofDifference());
  private static final Schemas IMPACT = new Schemas(DifferenceSchema.ofImpact());

  private static LearnerRecord worked(String hours, String birthDate) {
    return LearnerRecordReader.of(AuditedPolicy.RULES.vocabulary(), AS_OF.getZone())
        .read(
            "a.json",
            """
            { "learner": { "id": "ada"%s },
              "facts": { "WorkExperience": [
                { "type": "JOB", "experience": "nursery", "hours": %s, "endedOn": "2026-03-01",
                  "vetting": { "role": "FACULTY" } } ] } }
            """
                .formatted(
                    birthDate.isEmpty() ? "" : ", \"birthDate\": \"%s\"".formatted(birthDate),
                    hours));
  }

  private static Evaluation evaluation(String hours, String birthDate) {
    return AuditedPolicy.RULES.evaluate(worked(hours, birthDate), AS_OF);
  }

  private static JsonNode valid(Plan plan) throws JsonProcessingException {
    String json = PlanWriter.write(plan);
    assertThat(PLAN.problems(json)).as(json).isEmpty();
    return JSON.readTree(json);
  }

  @Test
  void the_steps_of_a_plan_are_written_with_their_facts() throws JsonProcessingException {
    Plan plan = evaluation("150", "2000-01-01").plan("level-1");
    JsonNode json = valid(plan);

    assertThat(plan).isInstanceOf(Plan.Steps.class);
    assertThat(json.path("plan").asText()).isEqualTo("STEPS");
    assertThat(json.path("steps")).hasSize(((Plan.Steps) plan).steps().size());
    assertThat(json.at("/steps/0/requirement").asText()).isEqualTo("hours");
    assertThat(json.at("/steps/0/fact").asInt()).isZero();
    assertThat(json.at("/facts/0/factType").asText()).isEqualTo("WorkExperience");
    assertThat(json.at("/steps/0/adds").asText()).isEqualTo("50");
    assertThat(json.at("/steps/0/measure/needs").asText()).isEqualTo("200");
  }

  @Test
  void a_plan_for_what_is_earned_has_no_steps() throws JsonProcessingException {
    assertThat(valid(evaluation("250", "2000-01-01").plan("level-1")).path("plan").asText())
        .isEqualTo("EARNED");
  }

  @Test
  void a_plan_says_the_day_to_wait_for() throws JsonProcessingException {
    JsonNode json = valid(evaluation("250", "2015-01-01").plan("level-1"));

    assertThat(json.path("plan").asText()).isEqualTo("STEPS");
    assertThat(json.path("steps")).isEmpty();
    assertThat(json.path("waitUntil").asText()).isEqualTo("2029-01-01");
    assertThat(valid(evaluation("150", "2000-01-01").plan("level-1")).has("waitUntil")).isFalse();
  }

  @Test
  void what_is_out_of_reach_says_why() throws JsonProcessingException {
    JsonNode json = valid(evaluation("250", "").plan("level-1"));

    assertThat(json.path("plan").asText()).isEqualTo("UNREACHABLE");
    assertThat(json.at("/routes/0/obstacles/0/reason").asText()).isEqualTo("LEARNER");
  }

  @Test
  void a_difference_is_written_with_what_decides_it() throws JsonProcessingException {
    String json =
        DifferenceWriter.write(
            Difference.between(evaluation("150", "2000-01-01"), evaluation("250", "2000-01-01")));

    assertThat(DIFFERENCE.problems(json)).as(json).isEmpty();
    JsonNode change = JSON.readTree(json).at("/changes/0");
    assertThat(change.at("/credential/id").asText()).isEqualTo("level-1");
    assertThat(change.path("kind").asText()).isEqualTo("GAINED");
    assertThat(change.at("/decisive/0").asText()).isEqualTo("hours");
    assertThat(change.at("/requirements/0/measureBefore/has").asText()).isEqualTo("150");
    assertThat(change.at("/requirements/0/measureAfter/has").asText()).isEqualTo("250");
  }

  @Test
  void an_impact_is_written_with_counts_effects_and_failures() throws JsonProcessingException {
    CredentialRules stricter =
        CredentialRules.builder()
            .register(Visit.class)
            .add(AuditedPolicy.asking("300"))
            .limits(Limits.DEFAULT.withMaxFacts(1))
            .compile();
    LearnerRecord tooLong =
        worked("1", "2000-01-01").with(worked("2", "2000-01-01").facts().get(0));
    String json =
        DifferenceWriter.write(
            Impact.of(
                AuditedPolicy.RULES,
                stricter,
                List.of(worked("250", "2000-01-01"), worked("350", "2000-01-01"), tooLong),
                AS_OF));

    assertThat(IMPACT.problems(json)).as(json).isEmpty();
    JsonNode impact = JSON.readTree(json);
    assertThat(impact.path("records").asInt()).isEqualTo(3);
    assertThat(impact.at("/counts/0/lost").asInt()).isEqualTo(1);
    assertThat(impact.at("/effects/0/changes/0/kind").asText()).isEqualTo("LOST");
    assertThat(impact.at("/failures/0/limit").asText()).isEqualTo("maxFacts");
  }
}
