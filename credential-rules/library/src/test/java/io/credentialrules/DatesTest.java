package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.held;
import static io.credentialrules.Records.quiz;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.internal.result.StatedUpcoming;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.WorkExperience;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Since when, until when, from when on: dates that agree with the decisions of other days. */
class DatesTest {
  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  private static WorkExperience done(String what, String on) {
    return work(what, "1").toBuilder().startedOn(null).build().toBuilder()
        .endedOn(day(on))
        .build()
        .toBuilder()
        .provenance(Provenance.vettedBy("R", ReviewerRole.FACULTY, null))
        .build();
  }

  private static Provenance validUntil(String last) {
    return VETTED.toBuilder()
        .validUntil(ZonedDateTime.of(day(last), LocalTime.MAX, ZONE).toInstant())
        .build();
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

  private static final CredentialRules WAITING =
      rules(
          """
          rule "Rank 2" @credential( "rank-2" ) @validFor( "6 months" )
          when
            HeldCredential( credential == "rank-1", $d : awardedOn )
            Today( date >= $d.plusMonths( 12 ) )
          then end
          """);

  @Test
  void case_46_a_credential_that_begins_by_waiting_is_earned_since_the_day_on_which_it_ends() {
    HeldCredential rank =
        held("rank-1", Provenance.UNVETTED).toBuilder().awardedOn(day("2024-04-22")).build();
    Decision before = decision(WAITING, "2025-04-21", "rank-2", rank);
    assertThat(((Decision.NotEarned) before).eligibleFrom()).isEqualTo(day("2025-04-22"));
    isEarned(decision(WAITING, "2025-04-22", "rank-2", rank), "2025-04-22", "2025-10-22");
    isEarned(decision(WAITING, "2025-10-22", "rank-2", rank), "2025-04-22", "2025-10-22");
    Decision after = decision(WAITING, "2025-10-23", "rank-2", rank);
    assertThat(((Decision.NotEarned) after).eligibleFrom()).isNull();
  }

  @Test
  void case_46_the_next_changes_are_the_days_on_which_it_is_earned_and_lost() {
    HeldCredential rank =
        held("rank-1", Provenance.UNVETTED).toBuilder().awardedOn(day("2024-04-22")).build();
    Evaluation evaluation = WAITING.evaluate(record(rank), day("2024-12-01"), ZONE);
    Upcoming earned = new StatedUpcoming(day("2025-04-22"), List.of("rank-2"), List.of());
    assertThat(evaluation.nextChange()).isEqualTo(earned);
    assertThat(evaluation.changes(day("2025-10-22"))).containsExactly(earned);
    assertThat(evaluation.changes(day("2025-10-23")))
        .containsExactly(
            earned, new StatedUpcoming(day("2025-10-23"), List.of(), List.of("rank-2")));
    assertThat(WAITING.evaluate(record(rank), day("2025-10-23"), ZONE).nextChange()).isNull();
  }

  @Test
  void case_47_a_wait_of_six_months_is_part_of_the_time_before_it() {
    CredentialRules rules =
        rules(
            """
            rule "C" @credential( "c" )
            when WorkExperience( $d : endedOn ) Today( date >= $d.plusMonths( 6 ) ) then end
            """);
    isEarned(decision(rules, "2025-06-01", "c", done("a", "2024-09-01")), "2025-03-01", null);
  }

  @Test
  void case_48_a_certificate_counts_from_the_first_day_of_its_validity() {
    CredentialRules rules =
        rules("rule \"C\" @credential( \"c\" ) when IndustryCertification() then end");
    IndustryCertification certificate =
        new IndustryCertification(
            "x",
            null,
            null,
            day("2021-04-01"),
            VETTED.toBuilder().validFrom(day("2021-04-17").atStartOfDay(ZONE).toInstant()).build());
    isEarned(decision(rules, "2026-05-01", "c", certificate), "2021-04-17", null);
  }

  @Test
  void case_49_a_stack_ends_with_the_certificate_that_it_rests_on() {
    CredentialRules rules =
        rules(
            """
            rule "A" @credential( "a" ) when IndustryCertification() then end
            rule "Stack" @credential( "stack" ) when Earned( credential == "a" ) then end
            """);
    IndustryCertification certificate =
        new IndustryCertification("x", null, null, day("2025-04-01"), validUntil("2026-06-30"));
    IndustryCertification shorter =
        certificate.toBuilder().number("old").build().toBuilder()
            .provenance(validUntil("2026-05-30"))
            .build();
    isEarned(decision(rules, "2026-05-01", "stack", certificate), "2025-04-01", "2026-06-30");
    Decision both = decision(rules, "2026-05-01", "a", shorter, certificate);
    isEarned(both, "2025-04-01", "2026-06-30");
    assertThat(both.requirements().get(0).evidence()).containsExactly(certificate);
  }

  private static final CredentialRules LEVELS =
      rules(
          """
          rule "1" @credential( "l1" ) @validFor( "P1Y" )
          when WorkExperience( experience == "a" ) then end
          rule "2" @credential( "l2" )
          when Earned( credential == "l1" ) WorkExperience( experience == "b" ) then end
          rule "3" @credential( "l3" ) @lapses( "never" ) @validFor( "P2Y" )
          when Earned( credential == "l2" ) WorkExperience( experience == "c" ) then end
          """);

  private static final Fact[] ALL_LEVELS = {
    done("a", "2024-01-10"),
    done("a", "2025-06-01"),
    done("b", "2024-06-01"),
    done("c", "2024-07-01")
  };

  @Test
  void case_50_an_end_that_was_said_once_is_said_again() {
    isEarned(decision(LEVELS, "2025-05-31", "l3", ALL_LEVELS), "2024-07-01", "2026-07-01");
    isEarned(decision(LEVELS, "2025-07-01", "l3", ALL_LEVELS), "2024-07-01", "2026-07-01");
    assertThat(decision(LEVELS, "2026-07-02", "l3", ALL_LEVELS).isEarned()).isFalse();
    isEarned(decision(LEVELS, "2024-08-01", "l2", ALL_LEVELS), "2024-06-01", "2025-01-10");
    isEarned(decision(LEVELS, "2025-08-01", "l2", ALL_LEVELS), "2025-06-01", "2026-06-01");
  }

  private static CredentialRules parts(String renews) {
    return rules(
        """
        rule "A" @requirement( "a" ) when WorkExperience( experience == "a" ) then end
        rule "B" @requirement( "b" ) when WorkExperience( experience == "b" ) then end
        rule "C" @credential( "c" ) @validFor( "12 months" ) %s
        when Met( requirement == "a" ) Met( requirement == "b" ) then end
        """
            .formatted(renews));
  }

  private static final Fact[] ONE_FRESH = {
    done("a", "2023-01-10"), done("a", "2025-03-01"), done("b", "2023-01-12")
  };

  private static void isExpired(String renews) {
    Decision.NotEarned expired =
        (Decision.NotEarned) decision(parts(renews), "2025-06-01", "c", ONE_FRESH);
    assertThat(expired.missing())
        .extracting(RequirementResult::state)
        .containsExactly(RequirementState.EXPIRED);
    Shortfall.Lapsed lapsed =
        (Shortfall.Lapsed) expired.missing().get(0).alternatives().get(0).shortfalls().get(0);
    assertThat(lapsed.notRenewed()).containsExactly("b");
  }

  @Test
  void case_51_one_fresh_part_of_two_renews_nothing() {
    isExpired("");
    isEarned(decision(parts(""), "2024-01-12", "c", ONE_FRESH), "2023-01-12", "2024-01-12");
    isEarned(
        decision(
            parts(""),
            "2025-06-01",
            "c",
            ONE_FRESH[0],
            ONE_FRESH[1],
            ONE_FRESH[2],
            done("b", "2025-04-01")),
        "2025-04-01",
        "2026-04-01");
  }

  @Test
  void case_52_each_part_must_be_fresh_or_the_latest_renews_where_the_policy_says_so() {
    isExpired("@renews( \"each-part\" )");
    isEarned(
        decision(parts("@renews( \"each-part\" )"), "2023-06-01", "c", ONE_FRESH),
        "2023-01-12",
        "2024-01-10");
    Decision latest = decision(parts("@renews( \"latest-part\" )"), "2025-06-01", "c", ONE_FRESH);
    isEarned(latest, "2025-03-01", "2026-03-01");
    assertThat(latest.requirements().get(0).evidence()).containsExactly(ONE_FRESH[1]);
  }

  @Test
  void case_53_evidence_amount_and_dates_are_those_of_one_fact() {
    CredentialRules rules =
        rules(
            """
            rule "Final" @credential( "c" ) @validFor( "P1Y" )
            when AssessmentResult( assessment == "quiz", score >= 70 ) then end
            """);
    AssessmentResult first = quiz("90", VETTED).toBuilder().takenOn(day("2024-01-10")).build();
    AssessmentResult again = quiz("75", VETTED).toBuilder().takenOn(day("2025-01-05")).build();
    LearnerRecord record = record(first, again);
    ZonedDateTime then = ZonedDateTime.of(day("2025-02-01"), LocalTime.NOON, ZONE);
    Decision decision = rules.evaluate(record, then, day("2026-05-01")).decision("c");
    isEarned(decision, "2024-01-10", "2026-01-05");
    RequirementResult result = decision.requirements().get(0);
    assertThat(result.evidence()).containsExactly(again);
    assertThat(result.measure()).isNotNull();
    assertThat(java.util.Objects.requireNonNull(result.measure()).has())
        .isEqualByComparingTo(new BigDecimal("75"));
  }

  private static List<String> codes(String newer) {
    return CredentialRules.builder()
        .add(
            Records.pack(
                """
                rule "Old" @credential( "c" ) date-expires "2026-01-01"
                when WorkExperience() then end
                rule "New" @credential( "c" ) %s date-effective "2026-01-01"
                when WorkExperience( hours > 10 ) then end
                """
                    .formatted(newer)))
        .check()
        .stream()
        .map(io.credentialrules.policy.Problem::code)
        .toList();
  }

  @Test
  void case_54_versions_of_one_credential_are_chosen_by_one_date() {
    assertThat(codes("@versionBy( \"policy-date\" )")).containsExactly("contradicting-rules");
    assertThat(codes("@versionBy( \"evaluation-date\" )")).isEmpty();
  }

  @Test
  void case_55_a_revocation_without_a_date_counts_whatever_other_copies_say() {
    CredentialRules rules = rules("rule \"C\" @credential( \"c\" ) when WorkExperience() then end");
    HeldCredential good = held("c", Provenance.UNVETTED);
    HeldCredential revoked =
        held("c", Provenance.UNVETTED.toBuilder().status(FactStatus.REVOKED).build()).toBuilder()
            .awardedOn(null)
            .build();
    assertThat(decision(rules, "2026-05-01", "c", good).isEarned()).isTrue();
    assertThat(decision(rules, "2026-05-01", "c", good, revoked).isEarned()).isFalse();
    HeldCredential older = revoked.toBuilder().awardedOn(day("2024-12-31")).build();
    assertThat(decision(rules, "2026-05-01", "c", good, older).isEarned()).isTrue();
  }

  @Test
  void a_validity_to_the_last_second_of_a_day_lasts_for_that_day() {
    CredentialRules rules =
        rules("rule \"C\" @credential( \"c\" ) when IndustryCertification() then end");
    isEarned(decision(rules, "2025-01-30", "c", until("23:59:59")), "2024-01-10", "2025-01-31");
    isEarned(decision(rules, "2025-01-31", "c", until("23:59:59")), "2024-01-10", "2025-01-31");
    assertThat(decision(rules, "2025-02-01", "c", until("23:59:59")).isEarned()).isFalse();
    isEarned(decision(rules, "2025-01-30", "c", until("23:59:58")), "2024-01-10", "2025-01-30");
    assertThat(decision(rules, "2025-01-31", "c", until("23:59:58")).isEarned()).isFalse();
    assertThat(decision(rules, "2025-01-31", "c", until("23:59:59.5")).isEarned())
        .as("more exact than a second")
        .isFalse();
  }

  @Test
  void a_validity_to_the_end_of_time_has_no_bound() {
    CredentialRules rules =
        rules(
            "rule \"C\" @credential( \"c\" ) when IndustryCertification( validUntil == null ) then end");
    IndustryCertification forever =
        until("12:00").toBuilder()
            .provenance(
                Provenance.UNVETTED.toBuilder()
                    .vetting(Vetting.by("R", ReviewerRole.FACULTY, day("2024-01-10")))
                    .validFrom(Instant.MIN)
                    .validUntil(Instant.MAX)
                    .build())
            .build();
    isEarned(decision(rules, "2025-01-30", "c", forever), "2024-01-10", null);
    assertThat(decision(rules, "2025-01-30", "c", until("12:00")).isEarned()).isFalse();
    Provenance never = Provenance.UNVETTED.toBuilder().validUntil(Instant.MIN).build();
    IndustryCertification ended = forever.toBuilder().provenance(never).build();
    assertThat(rules.evaluate(record(ended), day("2025-01-30"), ZONE).dateConflicts())
        .extracting(DateConflict::kind)
        .containsExactly(DateConflict.Kind.HAPPENED_AFTER_VALIDITY);
  }

  private static IndustryCertification until(String time) {
    ZonedDateTime end = ZonedDateTime.of(day("2025-01-31"), LocalTime.parse(time), ZONE);
    return IndustryCertification.builder()
        .certification("welder")
        .earnedOn(day("2024-01-10"))
        .provenance(
            Provenance.UNVETTED.toBuilder()
                .vetting(Vetting.by("R", ReviewerRole.FACULTY, day("2024-01-10")))
                .validUntil(end.toInstant())
                .build())
        .build();
  }

  @Test
  void a_day_is_looked_at_with_the_reviews_that_are_known_on_another() {
    CredentialRules rules = rules("rule \"C\" @credential( \"c\" ) when WorkExperience() then end");
    WorkExperience late =
        done("a", "2025-01-10").toBuilder()
            .provenance(
                Provenance.UNVETTED.toBuilder()
                    .vetting(Vetting.by("R", ReviewerRole.FACULTY, day("2025-03-01")))
                    .build())
            .build();
    ZonedDateTime then = ZonedDateTime.of(day("2025-02-01"), LocalTime.NOON, ZONE);
    assertThat(rules.evaluate(record(late), then).isEarned("c")).isFalse();
    assertThat(rules.evaluate(record(late), then, day("2025-02-28")).isEarned("c")).isFalse();
    Evaluation known = rules.evaluate(record(late), then, day("2025-03-01"));
    isEarned(known.decision("c"), "2025-01-10", null);
    assertThat(known.knownOn()).isEqualTo(day("2025-03-01"));
    assertThat(rules.evaluate(record(late), then).nextChange())
        .isEqualTo(new StatedUpcoming(day("2025-03-01"), List.of("c"), List.of()));
  }

  @Test
  void a_birthday_ends_and_begins_what_an_age_decides() {
    CredentialRules rules =
        rules(
            """
            rule "C" @credential( "c" )
            when WorkExperience() Learner( age >= 18, age < 30 ) then end
            """);
    isEarned(
        decision(rules, "2019-05-01", "c", done("a", "2010-01-01")), "2018-01-01", "2029-12-31");
  }
}
