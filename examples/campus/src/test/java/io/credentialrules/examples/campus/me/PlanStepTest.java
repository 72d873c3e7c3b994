package io.credentialrules.examples.campus.me;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.StepCosts;
import io.credentialrules.report.Sentences;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.SubmittedEvidence;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a learner can do about a line of a plan, and how the form is filled in. */
class PlanStepTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);
  private static final String REFLECTIONS =
      "accumulate( SubmittedEvidence( type == \"REFLECTION\" ); $n : count( ); $n >= 3 )";

  @Test
  void reflections_that_one_line_says_together_lead_to_the_form() {
    List<PlanStep> lines = lines(REFLECTIONS);
    assertThat(lines)
        .singleElement()
        .extracting(PlanStep::address)
        .isEqualTo("/me/evidence?type=REFLECTION");
    assertThat(lines.get(0).sentence()).startsWith("3 more reflections");
  }

  @Test
  void a_day_to_wait_for_has_no_form_and_what_follows_it_has() {
    Enrolment studies =
        Enrolment.builder()
            .level(EnrolmentLevel.UNDERGRADUATE)
            .startedOn(TODAY.minusYears(3))
            .expectedEndOn(TODAY.plusDays(90))
            .provenance(Provenance.vettedBy("rosa", ReviewerRole.REGISTRAR))
            .build();
    assertThat(
            lines(
                """
                Enrolment( $end : expectedEndOn )
                $first : SubmittedEvidence( type == "REFLECTION", $topic : topic, submittedOn >= $end.minusDays( 60 ) )
                SubmittedEvidence( this != $first, topic == $topic, type == "PROJECT" )
                """,
                studies))
        .extracting(PlanStep::address)
        .containsExactly(null, "/me/evidence?type=REFLECTION", "/me/evidence?type=PROJECT");
  }

  @Test
  void steps_whose_cost_is_said_lead_to_the_form() {
    Evaluation evaluation = evaluation(REFLECTIONS);
    StepCosts costs = StepCosts.EACH_ONE.withNew("SubmittedEvidence", 4);
    assertThat(
            PlanStep.of(
                evaluation.plans("knots", costs, 1).get(0), Sentences.of(evaluation, Locale.US)))
        .singleElement()
        .matches(line -> line.sentence().contains("12"))
        .extracting(PlanStep::address)
        .isEqualTo("/me/evidence?type=REFLECTION");
  }

  @Test
  void what_is_in_review_waits_for_a_reviewer() {
    SubmittedEvidence reflection =
        SubmittedEvidence.builder()
            .type(EvidenceType.REFLECTION)
            .title("On knots")
            .submittedOn(TODAY)
            .provenance(Provenance.UNVETTED)
            .build();
    List<PlanStep> lines = lines(REFLECTIONS, reflection);
    assertThat(lines)
        .filteredOn(line -> line.note().equals("It is waiting for a reviewer."))
        .singleElement()
        .extracting(PlanStep::address)
        .isNull();
    assertThat(lines)
        .filteredOn(line -> line.address() != null)
        .singleElement()
        .extracting(PlanStep::sentence)
        .asString()
        .startsWith("2 more reflections");
  }

  @Test
  void a_topic_is_filled_in_where_the_policy_says_it() {
    assertThat(addresses("SubmittedEvidence( type == \"REFLECTION\", topic == \"a b&c\" )"))
        .containsExactly("/me/evidence?type=REFLECTION&topic=a%20b%26c");
    assertThat(addresses("SubmittedEvidence( type == \"REFLECTION\", topic in ( \"x\", \"y\" ) )"))
        .containsExactly("/me/evidence?type=REFLECTION&topic=x");
    for (String any :
        List.of(
            "topic != null", "topic != \"knots\"", "topic not in ( \"knots\", \"bandages\" )")) {
      assertThat(addresses("SubmittedEvidence( type == \"REFLECTION\", " + any + " )"))
          .as(any)
          .containsExactly("/me/evidence?type=REFLECTION");
    }
    assertThat(
            addresses(
                """
                SubmittedEvidence( type == "REFLECTION", $topic : topic, topic != null )
                SubmittedEvidence( type == "PROJECT", topic != null, topic != $topic )
                """))
        .containsExactlyInAnyOrder("/me/evidence?type=REFLECTION", "/me/evidence?type=PROJECT");
  }

  private static List<String> addresses(String conditions) {
    return lines(conditions).stream().map(PlanStep::address).toList();
  }

  private static List<PlanStep> lines(String conditions, Fact... facts) {
    Evaluation evaluation = evaluation(conditions, facts);
    return PlanStep.of(evaluation.plan("knots"), Sentences.of(evaluation, Locale.US));
  }

  private static Evaluation evaluation(String conditions, Fact... facts) {
    String policy =
        "package knots\nimport io.credentialrules.vocabulary.*\n"
            + "rule \"Knots\" @credential( \"knots\" ) when\n"
            + conditions
            + "\nthen end";
    return CredentialRules.compile(PolicyPack.of("knots", Map.of("knots.drl", policy)))
        .evaluate(
            LearnerRecord.builder("kim").addAll(List.of(facts)).build(), TODAY, ZoneOffset.UTC);
  }
}
