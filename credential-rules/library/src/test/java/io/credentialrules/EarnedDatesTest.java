package io.credentialrules;

import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.held;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Rules that ask since when or until when a credential is earned, and credentials from elsewhere.
 */
class EarnedDatesTest {
  private static final Provenance VETTED = Provenance.vettedBy("R", ReviewerRole.FACULTY, null);

  private static final CredentialRules RANKS =
      rules(
          """
          rule "Rank 1" @credential( "rank-1" )
          when
            TrainingCompletion( training == "a" )
            TrainingCompletion( training == "b" )
          then end

          rule "Rank 2, after twelve months in Rank 1" @credential( "rank-2" )
          when
            Earned( credential == "rank-1", $since : since )
            Today( date >= $since.plusMonths( 12 ) )
          then end

          rule "Rank 3, after six months in Rank 2" @credential( "rank-3" )
          when
            Earned( credential == "rank-2", $since : since )
            Today( date >= $since.plusMonths( 6 ) )
          then end
          """);

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  private static TrainingCompletion done(String training, String on) {
    return TrainingCompletion.builder()
        .training(training)
        .type(TrainingType.COURSE)
        .completedOn(day(on))
        .provenance(VETTED)
        .build();
  }

  private static HeldCredential awarded(String credential, @Nullable String on) {
    return held(credential, VETTED).toBuilder().awardedOn(on == null ? null : day(on)).build();
  }

  private static Decision decision(CredentialRules rules, String on, String id, Fact... facts) {
    return rules.evaluate(record(facts), day(on), ZONE).decision(id);
  }

  private static void isEarned(Decision decision, @Nullable String since, @Nullable String until) {
    assertThat(decision).isInstanceOf(Decision.Earned.class);
    Decision.Earned earned = (Decision.Earned) decision;
    assertThat(earned.since()).isEqualTo(since == null ? null : day(since));
    assertThat(earned.until()).isEqualTo(until == null ? null : day(until));
  }

  private static void isEligibleFrom(Decision decision, @Nullable String from) {
    assertThat(decision).isInstanceOf(Decision.NotEarned.class);
    assertThat(((Decision.NotEarned) decision).eligibleFrom())
        .isEqualTo(from == null ? null : day(from));
  }

  @Test
  void case_84_twelve_months_in_a_rank_count_from_the_day_since_which_the_rules_award_it() {
    Fact[] facts = {done("a", "2024-01-10"), done("b", "2024-04-22")};
    isEligibleFrom(decision(RANKS, "2025-04-21", "rank-2", facts), "2025-04-22");
    isEarned(decision(RANKS, "2025-04-22", "rank-2", facts), "2025-04-22", null);
    isEligibleFrom(decision(RANKS, "2025-04-22", "rank-3", facts), "2025-10-22");
    isEarned(decision(RANKS, "2025-10-22", "rank-3", facts), "2025-10-22", null);
  }

  @Test
  void a_rank_that_is_held_counts_from_the_day_on_which_it_was_awarded() {
    isEligibleFrom(
        decision(RANKS, "2025-04-21", "rank-2", awarded("rank-1", "2024-04-22")), "2025-04-22");
    isEarned(
        decision(RANKS, "2025-04-22", "rank-2", awarded("rank-1", "2024-04-22")),
        "2025-04-22",
        null);
    isEligibleFrom(decision(RANKS, "2045-04-22", "rank-2", awarded("rank-1", null)), null);
  }

  @Test
  void an_interruption_begins_the_time_anew() {
    CredentialRules rules =
        rules(
            """
            rule "Rank 1" @credential( "rank-1" ) @validFor( "1 year" )
            when TrainingCompletion( training == "a" ) then end

            rule "Two years without a gap" @credential( "rank-2" )
            when
              Earned( credential == "rank-1", $since : since )
              Today( date >= $since.plusYears( 2 ) )
            then end
            """);
    Fact first = done("a", "2022-03-01");
    Fact renewed = done("a", "2023-03-01");
    Fact late = done("a", "2023-03-03");
    Fact last = done("a", "2024-02-01");
    isEarned(
        decision(rules, "2024-03-01", "rank-2", first, renewed, last), "2024-03-01", "2025-02-01");
    isEligibleFrom(decision(rules, "2024-03-01", "rank-2", first, late, last), null);
  }

  @Test
  void a_credential_that_lasts_long_enough_is_told_from_one_that_does_not() {
    CredentialRules rules =
        rules(
            """
            rule "Permit" @credential( "permit" ) @validFor( "1 year" )
            when TrainingCompletion( training == "a" ) then end

            rule "Trip" @credential( "trip" )
            when
              Earned( credential == "permit", until >= "2025-08-31" )
            then end
            """);
    isEarned(
        decision(rules, "2025-01-01", "trip", done("a", "2024-08-31")), "2024-08-31", "2025-08-31");
    isEligibleFrom(decision(rules, "2025-01-01", "trip", done("a", "2024-08-30")), null);
  }

  @Test
  void of_a_credential_that_has_lapsed_the_last_time_in_which_it_was_earned_counts() {
    CredentialRules rules =
        rules(
            """
            rule "Permit" @credential( "permit" ) @validFor( "1 year" )
            when TrainingCompletion( training == "a" ) then end

            rule "Held until not long ago" @credential( "refresher" ) @lapses( "never" )
            when
              Earned( credential == "permit", $until : until )
              Today( date <= $until.plusMonths( 3 ) )
            then end
            """);
    isEarned(
        decision(rules, "2025-11-30", "refresher", done("a", "2024-08-31")),
        "2024-08-31",
        "2025-11-30");
    isEligibleFrom(decision(rules, "2025-12-01", "refresher", done("a", "2024-08-31")), null);
  }

  private static final CredentialRules ELSEWHERE =
      rules(
          """
          rule "Lifeguard" @credential( "lifeguard" ) @external( "first-aid", "swimming" )
          when
            Earned( credential == "first-aid" )
            TrainingCompletion( training == "lifeguard" )
          then end
          """);

  @Test
  void a_credential_from_elsewhere_is_named_once_and_is_there_when_it_is_held() {
    Fact course = done("lifeguard", "2025-01-10");
    isEarned(
        decision(ELSEWHERE, "2025-03-01", "lifeguard", course, awarded("first-aid", "2025-02-01")),
        "2025-02-01",
        null);
    Decision without =
        decision(ELSEWHERE, "2025-03-01", "lifeguard", course, awarded("swimming", "2025-02-01"));
    assertThat(without).isInstanceOf(Decision.NotEarned.class);
    assertThat(((Decision.NotEarned) without).routes().get(0).missing())
        .singleElement()
        .satisfies(
            missing -> {
              assertThat(missing.id()).isEqualTo("first-aid");
              assertThat(missing.blockedBy()).containsExactly("first-aid");
            });
  }

  @Test
  void a_credential_from_elsewhere_is_no_part_of_the_catalogue() {
    Evaluation evaluation =
        ELSEWHERE.evaluate(record(awarded("first-aid", "2025-02-01")), day("2025-03-01"), ZONE);
    assertThat(ELSEWHERE.catalogue()).extracting(Credential::id).containsExactly("lifeguard");
    assertThat(evaluation.decisions()).hasSize(1);
    assertThat(evaluation.earned()).isEmpty();
    assertThatThrownBy(() -> evaluation.decision("first-aid"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the packs award no `first-aid`; they award lifeguard");
  }

  @Test
  void a_plan_asks_for_the_credential_from_elsewhere_as_something_to_hold() {
    LearnerRecord record = record(done("lifeguard", "2025-01-10"));
    Plan plan = ELSEWHERE.evaluate(record, day("2025-03-01"), ZONE).plan("lifeguard");
    assertThat(plan).isInstanceOf(Plan.Steps.class);
    assertThat(((Plan.Steps) plan).steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.fact()).isInstanceOf(HeldCredential.class);
              assertThat(((HeldCredential) step.fact()).credential()).isEqualTo("first-aid");
              assertThat(step.requirement()).isEqualTo("first-aid");
            });
  }

  @Test
  void no_plan_makes_time_pass_and_this_one_waits() {
    LearnerRecord record = record(done("a", "2025-01-10"));
    Plan.Steps plan = (Plan.Steps) RANKS.evaluate(record, day("2025-03-01"), ZONE).plan("rank-2");
    assertThat(plan.steps()).extracting(step -> step.credential()).containsExactly("rank-1");
    assertThat(plan.waitUntil()).isEqualTo(day("2026-03-01"));
  }

  @Test
  void the_end_of_a_held_credential_is_an_end_of_what_it_is_held_for() {
    HeldCredential held =
        held(
                "first-aid",
                VETTED.toBuilder()
                    .validUntil(
                        ZonedDateTime.of(day("2025-06-30"), LocalTime.MAX, ZONE).toInstant())
                    .build())
            .toBuilder()
            .awardedOn(day("2025-02-01"))
            .build();
    isEarned(
        decision(ELSEWHERE, "2025-03-01", "lifeguard", done("lifeguard", "2025-01-10"), held),
        "2025-02-01",
        "2025-06-30");
  }
}
