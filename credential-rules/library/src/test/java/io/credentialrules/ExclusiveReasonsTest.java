package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a decision says of requirements that share evidence which serves one of them each. */
class ExclusiveReasonsTest {
  private static final Provenance GOING_ON =
      VETTED.toBuilder().status(FactStatus.IN_PROGRESS).build();
  private static final String ANY_COURSE =
      "rule \"Any course\" @requirement( \"any\" ) when TrainingCompletion( type == \"COURSE\" ) then end\n";

  private static TrainingCompletion course(
      String subject, @Nullable Integer score, Provenance provenance) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(subject + " 1")
        .subject(subject)
        .score(score == null ? null : BigDecimal.valueOf(score))
        .completedOn(LocalDate.of(2026, 4, 1))
        .provenance(provenance)
        .build();
  }

  private static TrainingCompletion course(String subject) {
    return course(subject, 75, VETTED);
  }

  private static List<RequirementResult> results(String policy, Fact... facts) {
    return evaluate(rules(policy), facts).decision("c").requirements().stream()
        .map(RequirementResult.class::cast)
        .toList();
  }

  private static String both(String requirement) {
    return ANY_COURSE
        + requirement
        + """
        rule "C" @credential( "c" ) @evidence( "exclusive" )
        when Met( requirement == "any" ) Met( requirement == "more" ) then end
        """;
  }

  private static List<String> kinds(RequirementResult result) {
    return result.alternatives().get(0).shortfalls().stream().map(Shortfall::kind).toList();
  }

  @Test
  void what_waits_for_review_is_said_of_one_requirement_only() {
    String policy =
        both(
            "rule \"Art\" @requirement( \"more\" ) when TrainingCompletion( subject == \"ART\" ) then end\n");
    TrainingCompletion pending = course("ART", 75, Provenance.UNVETTED);
    assertThat(results(policy, pending))
        .extracting(RequirementResult::state)
        .containsExactly(RequirementState.PENDING_REVIEW, RequirementState.UNMET);
    assertThat(results(policy, pending, course("BIOLOGY")))
        .extracting(RequirementResult::state)
        .containsExactly(RequirementState.MET, RequirementState.PENDING_REVIEW);
  }

  @Test
  void what_would_free_the_evidence_that_another_has_is_named() {
    String policy =
        both(
            "rule \"Art\" @requirement( \"more\" ) when TrainingCompletion( subject == \"ART\" ) then end\n");
    TrainingCompletion pending = course("BIOLOGY", 75, Provenance.UNVETTED);
    RequirementResult art = results(policy, course("ART"), pending).get(1);
    assertThat(art.state()).isEqualTo(RequirementState.PENDING_REVIEW);
    assertThat(art.notCounted()).extracting(NotCounted::fact).containsExactly(pending);
  }

  @Test
  void what_waits_for_review_is_no_help_where_other_evidence_is_in_use() {
    RequirementResult hours =
        results(
                both(
                    """
                    rule "More" @requirement( "more" ) when
                      accumulate( TrainingCompletion( subject == "ART" ); $n : count(); $n >= 2 ) then end
                    """),
                course("ART"),
                course("ART", 80, Provenance.UNVETTED).toBuilder().training("ART 2").build())
            .get(1);
    assertThat(hours).hasToString("more: UNMET, 0 of 2 trainings");
  }

  @Test
  void a_sign_off_or_a_credential_that_comes_first_is_not_all_that_is_missing() {
    for (String first : List.of("SignOff()", "Earned( credential == \"d\" )")) {
      String policy =
          both(
                  "rule \"More\" @requirement( \"more\" ) when %s TrainingCompletion( subject == \"ART\" ) then end\n"
                      .formatted(first))
              + "rule \"D\" @credential( \"d\" ) when WorkExperience( hours >= 9 ) then end\n";
      RequirementResult more = results(policy, course("ART")).get(1);
      assertThat(more.state()).as(first).isEqualTo(RequirementState.UNMET);
      assertThat(kinds(more)).contains("IN_USE").hasSize(2);
      assertThat(results(policy, course("ART"), course("BIOLOGY")).get(1).state())
          .as(first)
          .isIn(RequirementState.PENDING_REVIEW, RequirementState.BLOCKED);
    }
  }

  @Test
  void a_fact_that_another_needs_is_not_near() {
    String policy =
        both(
            "rule \"More\" @requirement( \"more\" ) when TrainingCompletion( score >= 80 ) then end\n");
    Shortfall.MissingFact missing =
        (Shortfall.MissingFact)
            results(policy, course("ART")).get(1).alternatives().get(0).shortfalls().get(0);
    assertThat(missing.nearest()).isEmpty();
    missing =
        (Shortfall.MissingFact)
            results(policy, course("ART"), course("BIOLOGY"))
                .get(1)
                .alternatives()
                .get(0)
                .shortfalls()
                .get(0);
    assertThat(missing.nearest()).as("either could be improved").hasSize(2);
  }

  @Test
  void a_score_that_is_not_known_yet_is_open_for_one_requirement_only() {
    String policy =
        both(
            "rule \"More\" @requirement( \"more\" ) when TrainingCompletion( score >= 80 ) then end\n");
    TrainingCompletion open = course("ART", null, GOING_ON);
    assertThat(results(policy, open))
        .extracting(RequirementResult::state)
        .containsExactly(RequirementState.IN_PROGRESS, RequirementState.UNMET);
    assertThat(results(policy, open, course("BIOLOGY")))
        .extracting(RequirementResult::state)
        .containsExactly(RequirementState.MET, RequirementState.IN_PROGRESS);
  }

  @Test
  void a_named_thing_that_serves_another_is_in_use() {
    RequirementResult named =
        results(
                both(
                    """
                    rule "More" @requirement( "more" ) when
                      accumulate( TrainingCompletion( subject in ( "ART", "BIOLOGY", "CIVICS" ), $s : subject );
                                  $n : countDistinct( $s ); $n >= 2 ) then end
                    """),
                course("ART"))
            .get(1);
    assertThat(named).hasToString("more: UNMET, 0 of 2 different subjects");
    assertThat(named.parts())
        .extracting(Object::toString)
        .containsExactly("ART: EVIDENCE_IN_USE", "BIOLOGY: UNMET", "CIVICS: UNMET");
  }

  @Test
  void a_requirement_within_another_is_made_of_what_is_left() {
    String policy =
        both(
            """
                rule "Nested" @requirement( "nested" ) when
                  accumulate( TrainingCompletion( subject == "ART" ); $n : count(); $n >= 2 ) then end
                rule "More" @requirement( "more" ) when Met( requirement == "nested" ) WorkExperience() then end
                """);
    TrainingCompletion second = course("ART").toBuilder().training("ART 2").build();
    RequirementResult more = results(policy, course("ART"), second, work("a", "1")).get(1);
    assertThat(more.state()).isEqualTo(RequirementState.EVIDENCE_IN_USE);
    assertThat(more.parts())
        .extracting(Object::toString)
        .containsExactly("nested: EVIDENCE_IN_USE, 1 of 2 trainings");
    more = results(policy, course("ART"), second, course("BIOLOGY")).get(1);
    assertThat(more.state()).isEqualTo(RequirementState.UNMET);
    assertThat(more.parts())
        .extracting(Object::toString)
        .containsExactly("nested: MET, 2 of 2 trainings");
  }

  @Test
  void where_as_many_can_hold_the_first_of_the_rule_hold() {
    String policy =
        """
        rule "Sum" @requirement( "sum" ) when
          accumulate( WorkExperience( $h : hours ); $s : sum( $h ); $s >= 10 ) then end
        rule "Job" @requirement( "job" ) when WorkExperience() then end
        rule "C" @credential( "c" ) @evidence( "exclusive" )
        when Met( requirement == "sum" ) Met( requirement == "job" ) then end
        """;
    assertThat(results(policy, work("a", "10")))
        .extracting(RequirementResult::state)
        .containsExactly(RequirementState.MET, RequirementState.EVIDENCE_IN_USE);
  }
}
