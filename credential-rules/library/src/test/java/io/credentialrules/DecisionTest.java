package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.held;
import static io.credentialrules.Records.quiz;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.reflection;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.NotCounted.Reason;
import io.credentialrules.internal.result.StatedMeasure;
import io.credentialrules.internal.result.StatedNotCounted;
import io.credentialrules.policy.Operator;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static final CredentialRules RULES =
      rules(
          """
          rule "A quiz of at least 80 percent"
            @requirement( "quiz" )
          when
            AssessmentResult( assessment == "quiz", score >= 80 )
          then
          end

          rule "A reflection"
            @requirement( "reflection" )
          when
            SubmittedEvidence( type == "REFLECTION" )
          then
          end

          rule "Level 1"
            @credential( "level-1" ) @pathway( "p" ) @level( 1 )
          when
            Met( requirement == "quiz" )
            Met( requirement == "reflection" )
          then
          end

          rule "Level 2"
            @credential( "level-2" ) @pathway( "p" ) @level( 2 )
          when
            Earned( credential == "level-1" )
            accumulate( WorkExperience( $hours : hours ); $total : sum( $hours ); $total >= 100 )
          then
          end

          rule "A month's licence"
            @credential( "licence" ) @validFor( "1 month" )
          when
            WorkExperience( experience == "licensed" )
          then
          end
          """);

  private static RequirementResult only(Decision decision) {
    List<RequirementResult> missing = ((Decision.NotEarned) decision).missing();
    assertThat(missing).hasSize(1);
    return missing.get(0);
  }

  @Test
  void facts_that_meet_every_requirement_earn_the_credential() {
    Decision decision = evaluate(RULES, quiz("80", VETTED), reflection(VETTED)).decision("level-1");
    Decision.Earned earned = (Decision.Earned) decision;
    assertThat(earned.since()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(earned.requirements())
        .extracting(RequirementResult::evidence)
        .containsExactly(List.of(quiz("80", VETTED)), List.of(reflection(VETTED)));
  }

  @Test
  void a_score_just_below_the_threshold_is_named_with_what_it_has_and_needs() {
    RequirementResult missing =
        only(evaluate(RULES, quiz("79.99", VETTED), reflection(VETTED)).decision("level-1"));
    assertThat(missing.id()).isEqualTo("quiz");
    assertThat(missing.state()).isEqualTo(RequirementState.UNMET);
    assertThat(missing.measure())
        .isEqualTo(
            new StatedMeasure(
                new BigDecimal("79.99"), Operator.AT_LEAST, new BigDecimal("80"), "percent"));
  }

  @Test
  void evidence_that_nobody_has_reviewed_leaves_its_requirement_pending() {
    RequirementResult missing =
        only(
            evaluate(RULES, quiz("95", VETTED), reflection(Provenance.UNVETTED))
                .decision("level-1"));
    assertThat(missing.id()).isEqualTo("reflection");
    assertThat(missing.state()).isEqualTo(RequirementState.PENDING_REVIEW);
    assertThat(missing.notCounted())
        .containsExactly(new StatedNotCounted(reflection(Provenance.UNVETTED), Reason.UNVETTED));
  }

  @Test
  void evidence_accepted_by_somebody_who_is_no_reviewer_does_not_count() {
    Provenance byPeer = Provenance.vettedBy("Friend", ReviewerRole.PEER, null);
    RequirementResult missing =
        only(evaluate(RULES, quiz("95", VETTED), reflection(byPeer)).decision("level-1"));
    assertThat(missing.state()).isEqualTo(RequirementState.UNMET);
    assertThat(missing.notCounted())
        .extracting(NotCounted::reason)
        .containsExactly(Reason.REVIEWER_NOT_AUTHORISED);
  }

  @Test
  void work_in_progress_expired_and_revoked_facts_give_their_state() {
    Provenance expired =
        VETTED.toBuilder().validUntil(Instant.parse("2026-04-30T00:00:00Z")).build();
    assertThat(state(VETTED.toBuilder().status(FactStatus.ON_HOLD).build()))
        .isEqualTo(RequirementState.IN_PROGRESS);
    assertThat(state(expired)).isEqualTo(RequirementState.EXPIRED);
    assertThat(state(VETTED.toBuilder().status(FactStatus.REVOKED).build()))
        .isEqualTo(RequirementState.REVOKED);
    assertThat(state(VETTED.toBuilder().status(FactStatus.FAILED).build()))
        .isEqualTo(RequirementState.UNMET);
  }

  @Test
  void evidence_against_which_two_things_speak_has_the_state_of_the_farther_one() {
    Provenance unvettedAndExpired =
        Provenance.UNVETTED.toBuilder().validUntil(Instant.parse("2026-04-30T00:00:00Z")).build();
    assertThat(state(unvettedAndExpired)).isEqualTo(RequirementState.EXPIRED);
    assertThat(state(Provenance.UNVETTED.toBuilder().status(FactStatus.IN_PROGRESS).build()))
        .isEqualTo(RequirementState.IN_PROGRESS);
    Provenance rejectedInProgress =
        new Provenance(
            null,
            null,
            FactStatus.IN_PROGRESS,
            new io.credentialrules.vocabulary.Vetting(
                io.credentialrules.vocabulary.VettingStatus.REJECTED,
                null,
                ReviewerRole.STAFF,
                null),
            null,
            null);
    assertThat(state(rejectedInProgress)).isEqualTo(RequirementState.UNMET);
  }

  private static RequirementState state(Provenance provenance) {
    return evaluate(RULES, quiz("95", provenance)).requirement("quiz").state();
  }

  @Test
  void a_level_without_the_one_below_is_blocked_by_that_only() {
    RequirementResult missing = only(evaluate(RULES, work("a", "100")).decision("level-2"));
    assertThat(missing.state()).isEqualTo(RequirementState.BLOCKED);
    assertThat(missing.blockedBy()).containsExactly("level-1");
  }

  @Test
  void a_held_credential_counts_as_earned_and_twice_as_once() {
    Evaluation evaluation =
        evaluate(
            RULES,
            held("level-1", Provenance.UNVETTED),
            held("level-1", Provenance.UNVETTED.toBuilder().id("again").build()),
            work("a", "60.5"),
            work("b", "39.5"));
    assertThat(evaluation.earned()).containsExactly("level-1", "level-2");
  }

  @Test
  void a_total_names_its_shortfall_and_the_facts_that_it_counted() {
    RequirementResult missing =
        only(
            evaluate(RULES, held("level-1", Provenance.UNVETTED), work("a", "99.9"))
                .decision("level-2"));
    assertThat(missing.id()).isEqualTo("level-2#1");
    Shortfall.Amount amount = (Shortfall.Amount) missing.alternatives().get(0).shortfalls().get(0);
    assertThat(amount.measure().has()).isEqualByComparingTo("99.9");
    assertThat(amount.counted()).containsExactly(work("a", "99.9"));
    assertThat(amount.place().line()).isEqualTo(27);
  }

  @Test
  void validity_ends_after_its_period_and_a_later_fact_renews_it() {
    LearnerRecord record = record(work("licensed", "1"));
    Evaluation lastDay = RULES.evaluate(record, LocalDate.of(2026, 3, 1), Records.ZONE);
    assertThat(((Decision.Earned) lastDay.decision("licence")).until())
        .isEqualTo(LocalDate.of(2026, 3, 1));
    Evaluation dayAfter = RULES.evaluate(record, LocalDate.of(2026, 3, 2), Records.ZONE);
    assertThat(only(dayAfter.decision("licence")).state()).isEqualTo(RequirementState.EXPIRED);
    LearnerRecord renewed =
        record.with(work("licensed", "2").toBuilder().endedOn(LocalDate.of(2026, 2, 20)).build());
    assertThat(RULES.evaluate(renewed, LocalDate.of(2026, 3, 2), Records.ZONE).isEarned("licence"))
        .isTrue();
    LearnerRecord lapsedBetween =
        record.with(work("licensed", "2").toBuilder().endedOn(LocalDate.of(2026, 4, 20)).build());
    Decision again =
        RULES.evaluate(lapsedBetween, LocalDate.of(2026, 5, 2), Records.ZONE).decision("licence");
    assertThat(((Decision.Earned) again).since()).isEqualTo(LocalDate.of(2026, 4, 20));
    LearnerRecord late =
        record.with(work("licensed", "2").toBuilder().endedOn(LocalDate.of(2026, 1, 20)).build());
    assertThat(RULES.evaluate(late, LocalDate.of(2026, 3, 2), Records.ZONE).isEarned("licence"))
        .isFalse();
  }

  @Test
  void a_fact_is_valid_at_the_very_instant_of_its_end_and_not_a_second_later() {
    Instant end = Instant.parse("2026-05-01T12:00:00Z");
    LearnerRecord record = record(quiz("90", VETTED.toBuilder().validUntil(end).build()));
    ZonedDateTime at = end.atZone(Records.ZONE);
    assertThat(RULES.evaluate(record, at).requirement("quiz").state())
        .isEqualTo(RequirementState.MET);
    assertThat(RULES.evaluate(record, at.plusSeconds(1)).requirement("quiz").state())
        .isEqualTo(RequirementState.EXPIRED);
  }

  @Test
  void a_waiver_satisfies_its_requirement_and_an_unknown_one_is_reported() {
    Waiver known =
        Waiver.of("reflection", "Dean", ReviewerRole.STAFF, "transfer", LocalDate.of(2026, 4, 1));
    Waiver unknown =
        Waiver.of("reflexion", "Dean", ReviewerRole.STAFF, "typo", LocalDate.of(2026, 4, 1));
    LearnerRecord record = record(quiz("90", VETTED)).waiving(known, unknown);
    Evaluation evaluation = RULES.evaluate(record, Records.TODAY, Records.ZONE);
    assertThat(evaluation.isEarned("level-1")).isTrue();
    assertThat(evaluation.requirement("reflection").state()).isEqualTo(RequirementState.WAIVED);
    assertThat(evaluation.requirement("reflection").waiver()).isEqualTo(known);
    assertThat(evaluation.unknownWaivers()).containsExactly(unknown);
    Evaluation before = RULES.evaluate(record, LocalDate.of(2026, 3, 31), Records.ZONE);
    assertThat(before.isEarned("level-1")).isFalse();
  }

  @Test
  void a_rubric_score_without_a_level_or_with_one_off_the_scale_meets_no_comparison() {
    CredentialRules rules =
        rules(
            """
            rule "R" @requirement( "r" ) @scale( "LOW < HIGH" ) when
            RubricScore( level >= "LOW" )
            then end
            rule "C" @credential( "c" ) when Met( requirement == "r" ) then end
            """);
    assertThat(evaluate(rules, scored("LOW")).isEarned("c")).isTrue();
    assertThat(evaluate(rules, scored(null)).isEarned("c")).isFalse();
    assertThat(evaluate(rules, scored("HIGHER")).isEarned("c")).isFalse();
    assertThat(evaluate(rules, scored(null)).decision("c").isEarned()).isFalse();
  }

  private static RubricScore scored(@Nullable String level) {
    return new RubricScore("rubric", "criterion", level, null, null, null, Records.VETTED);
  }

  @Test
  void an_unknown_credential_is_an_error_of_the_caller() {
    assertThatThrownBy(() -> evaluate(RULES).decision("level-3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("level-3")
        .hasMessageContaining("level-1");
  }
}
