package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.LearnerBuilder;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingCompletionBuilder;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What degree auditors and certification bodies record, in rules. */
class VocabularyGrowthTest {

  private static TrainingCompletion course(String id, String credits, String points) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(id)
        .credits(new BigDecimal(credits))
        .gradePoints(new BigDecimal(points))
        .completedOn(LocalDate.of(2026, 1, 1))
        .provenance(VETTED)
        .build();
  }

  @Test
  void a_builder_that_is_told_no_categories_and_no_roles_means_none() {
    assertThat(
            TrainingCompletionBuilder.builder()
                .type(TrainingType.COURSE)
                .provenance(VETTED)
                .build()
                .categories())
        .isEmpty();
    assertThat(LearnerBuilder.builder().id("maria").provenance(VETTED).build().roles()).isEmpty();
  }

  /** Case 81 with the points where the grade is. */
  @Test
  void a_mean_of_grade_points_is_weighted_by_credits() {
    CredentialRules mean =
        rules(
            """
            rule "A mean of 2.0 grade points" @credential( "mean" )
            when
                accumulate( TrainingCompletion( gradePoints != null, $c : credits, $g : gradePoints );
                            $points : sum( $c * $g ), $all : sum( $c );
                            $points / $all >= 2.0 )
            then
            end
            """);
    assertThat(evaluate(mean, course("a", "4", "3.0"), course("b", "2", "0.0")).earned())
        .containsExactly("mean");
    assertThat(evaluate(mean, course("a", "4", "2.9"), course("b", "2", "0.1")).earned()).isEmpty();
  }

  @Test
  void one_training_counts_in_each_of_its_categories() {
    CredentialRules each =
        rules(
            """
            rule "Ethics and safety" @credential( "both" )
            when
                TrainingCompletion( categories contains "ETHICS", term == "FALL", academicYear == "2025-26" )
                TrainingCompletion( categories contains "SAFETY", attempt <= 1 )
            then
            end
            """);
    TrainingCompletion training =
        course("a", "1", "4").toBuilder()
            .term("FALL")
            .academicYear("2025-26")
            .attempt(BigDecimal.ONE)
            .categories(Set.of("SAFETY", "ETHICS"))
            .build();
    assertThat(evaluate(each, training).earned()).containsExactly("both");
    assertThat(evaluate(each, training.toBuilder().categories(Set.of("ETHICS")).build()).earned())
        .isEmpty();
    assertThat(evaluate(each, training.toBuilder().attempt(BigDecimal.TEN).build()).earned())
        .isEmpty();
  }

  @Test
  void an_application_is_early_enough_before_the_planned_end_of_studies() {
    CredentialRules early =
        rules(
            """
            rule "Applied 30 days before the end of studies" @credential( "applied" )
            when
                Enrolment( $end : expectedEndOn )
                SubmittedEvidence( topic == "application", justification != null,
                                   submittedOn <= $end.minusDays( 30 ) )
            then
            end
            """);
    Enrolment enrolment =
        Enrolment.builder()
            .level(EnrolmentLevel.UNDERGRADUATE)
            .startedOn(LocalDate.of(2024, 9, 1))
            .expectedEndOn(LocalDate.of(2026, 5, 15))
            .build();
    SubmittedEvidence application =
        SubmittedEvidence.builder()
            .type(EvidenceType.OTHER)
            .topic("application")
            .justification("I did all that is asked for.")
            .submittedOn(LocalDate.of(2026, 4, 15))
            .provenance(VETTED)
            .build();
    assertThat(evaluate(early, enrolment, application).earned()).containsExactly("applied");
    SubmittedEvidence late = application.toBuilder().submittedOn(LocalDate.of(2026, 4, 16)).build();
    assertThat(evaluate(early, enrolment, late).earned()).isEmpty();
    assertThat(
            evaluate(early, enrolment, application.toBuilder().justification(null).build())
                .earned())
        .isEmpty();
  }

  @Test
  void percents_of_a_rubric_and_points_of_participation_are_amounts() {
    CredentialRules amounts =
        rules(
            """
            rule "Percent" @credential( "percent" )
            when RubricScore( rubric == "r", percent >= 80 ) then end
            rule "Points" @credential( "points" )
            when accumulate( Participation( $p : points ); $sum : sum( $p ); $sum >= 10 ) then end
            """);
    RubricScore score =
        RubricScore.builder()
            .rubric("r")
            .criterion("c")
            .percent(new BigDecimal(80))
            .provenance(VETTED)
            .build();
    Participation event =
        Participation.builder()
            .type(ParticipationType.EVENT)
            .points(BigDecimal.TEN)
            .provenance(VETTED)
            .build();
    assertThat(evaluate(amounts, score, event).earned()).containsExactly("percent", "points");
    assertThat(
            evaluate(
                    amounts,
                    score.toBuilder().percent(new BigDecimal("79.9")).build(),
                    event.toBuilder().points(new BigDecimal("9.5")).build())
                .earned())
        .isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> score.toBuilder().percent(new BigDecimal(101)).build());
  }
}
