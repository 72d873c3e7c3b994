package io.credentialrules;

import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Patterns that ask for facts that do not count, and only those. */
class IncludingTest {
  private static final Provenance VETTED = Provenance.vettedBy("R", ReviewerRole.FACULTY, null);

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  private static TrainingCompletion course(
      String training, @Nullable String completedOn, Provenance provenance) {
    return TrainingCompletion.builder()
        .training(training)
        .type(TrainingType.COURSE)
        .units(new BigDecimal("10"))
        .completedOn(completedOn == null ? null : day(completedOn))
        .provenance(provenance)
        .build();
  }

  private static Provenance with(FactStatus status) {
    return Provenance.UNVETTED.toBuilder().status(status).build();
  }

  private static Decision decision(CredentialRules rules, String on, Fact... facts) {
    return rules.evaluate(record(facts), day(on), ZONE).decision("c");
  }

  private static final CredentialRules COREQUISITE =
      rules(
          """
          rule "Physics with calculus before or beside it" @credential( "c" )
          when
            TrainingCompletion( training == "physics" )
            TrainingCompletion( training == "calculus" ) @including( "in-progress" )
          then end
          """);

  @Test
  void case_85_a_corequisite_that_is_being_taken_suffices_where_the_rule_asks_for_it() {
    Fact physics = course("physics", "2025-01-10", VETTED);
    for (FactStatus status :
        new FactStatus[] {FactStatus.ENROLLED, FactStatus.IN_PROGRESS, FactStatus.PROVISIONAL}) {
      Fact calculus = course("calculus", null, with(status));
      Decision decision = decision(COREQUISITE, "2025-03-01", physics, calculus);
      assertThat(decision.isEarned()).as("%s", status).isTrue();
      assertThat(Objects.requireNonNull(((Decision.Earned) decision).route()).requirements())
          .flatExtracting(RequirementResult::evidence)
          .containsExactly(physics, calculus);
    }
    assertThat(
            decision(COREQUISITE, "2025-03-01", physics, course("calculus", "2024-12-01", VETTED))
                .isEarned())
        .isTrue();
    for (FactStatus status :
        new FactStatus[] {FactStatus.ON_HOLD, FactStatus.WITHDREW, FactStatus.FAILED}) {
      assertThat(
              decision(COREQUISITE, "2025-03-01", physics, course("calculus", null, with(status)))
                  .isEarned())
          .as("%s", status)
          .isFalse();
    }
  }

  @Test
  void what_is_in_progress_is_seen_only_by_the_pattern_that_asks_for_it() {
    Fact physics = course("physics", null, with(FactStatus.IN_PROGRESS));
    Decision decision =
        decision(
            COREQUISITE,
            "2025-03-01",
            physics,
            course("calculus", null, with(FactStatus.IN_PROGRESS)));
    assertThat(((Decision.NotEarned) decision).routes().get(0).missing())
        .singleElement()
        .satisfies(
            missing -> {
              assertThat(missing.name()).contains("physics");
              assertThat(missing.state()).isEqualTo(RequirementState.IN_PROGRESS);
            });
  }

  @Test
  void an_end_that_is_foreseen_is_no_hindrance_and_a_refusal_is() {
    Fact physics = course("physics", "2025-01-10", VETTED);
    Fact ahead = course("calculus", "2025-05-30", with(FactStatus.IN_PROGRESS));
    assertThat(decision(COREQUISITE, "2025-03-01", physics, ahead).isEarned()).isTrue();
    Fact rejected =
        course(
            "calculus",
            null,
            with(FactStatus.IN_PROGRESS).toBuilder()
                .vetting(
                    new Vetting(
                        VettingStatus.REJECTED, "R", ReviewerRole.FACULTY, day("2025-02-01")))
                .build());
    assertThat(decision(COREQUISITE, "2025-03-01", physics, rejected).isEarned()).isFalse();
  }

  private static final CredentialRules RENEWAL =
      rules(
          """
          rule "Twenty units earned while the certificate was valid" @credential( "c" )
          when
            HeldCredential( credential == "certificate", $from : awardedOn, $until : validUntil )
              @including( "expired" )
            accumulate(
              TrainingCompletion( completedOn >= $from, completedOn <= $until, $units : units );
              $sum : sum( $units );
              $sum >= 20 )
          then end
          """);

  private static HeldCredential certificate(String until) {
    return new HeldCredential(
        "certificate",
        null,
        day("2023-01-01"),
        VETTED.toBuilder()
            .validUntil(ZonedDateTime.of(day(until), LocalTime.MAX, ZONE).toInstant())
            .build());
  }

  @Test
  void case_86_units_earned_while_the_certification_was_valid_count_though_it_has_expired() {
    Fact first = course("a", "2024-03-01", VETTED);
    Decision decision =
        decision(
            RENEWAL,
            "2025-03-01",
            certificate("2024-12-31"),
            first,
            course("b", "2024-12-31", VETTED));
    assertThat(decision.isEarned()).isTrue();
    assertThat(((Decision.Earned) decision).since()).isEqualTo(day("2024-12-31"));
    assertThat(
            decision(
                    RENEWAL,
                    "2025-03-01",
                    certificate("2024-12-31"),
                    first,
                    course("b", "2025-01-01", VETTED))
                .isEarned())
        .isFalse();
    assertThat(
            decision(
                    RENEWAL,
                    "2024-12-31",
                    certificate("2024-12-31"),
                    first,
                    course("b", "2024-12-31", VETTED))
                .isEarned())
        .isTrue();
  }

  @Test
  void a_revoked_certificate_is_not_an_expired_one() {
    HeldCredential valid = certificate("2024-12-31");
    Fact revoked =
        valid.toBuilder()
            .provenance(valid.provenance().toBuilder().status(FactStatus.REVOKED).build())
            .build();
    assertThat(
            decision(
                    RENEWAL,
                    "2025-03-01",
                    revoked,
                    course("a", "2024-03-01", VETTED),
                    course("b", "2024-12-31", VETTED))
                .isEarned())
        .isFalse();
  }

  @Test
  void a_planned_course_is_seen_until_it_should_have_happened() {
    CredentialRules rules =
        rules(
            """
            rule "Enrolled for the field course" @credential( "c" )
            when TrainingCompletion( training == "field" ) @including( "planned" ) then end
            """);
    Fact planned = course("field", "2025-06-01", with(FactStatus.ENROLLED));
    Decision before = decision(rules, "2025-03-01", planned);
    assertThat(before.isEarned()).isTrue();
    assertThat(((Decision.Earned) before).until()).isEqualTo(day("2025-05-31"));
    assertThat(decision(rules, "2025-06-01", planned).isEarned()).isFalse();
    assertThat(
            decision(rules, "2025-03-01", course("field", null, with(FactStatus.ENROLLED)))
                .isEarned())
        .isFalse();
  }

  @Test
  void what_can_never_count_can_be_asked_of_the_facts_that_a_pattern_asks_for() {
    CredentialRules rules =
        rules(
            """
            rule "Under way, and a certificate that has expired" @credential( "c" )
            when
              Today( $today : date )
              TrainingCompletion( status == "IN_PROGRESS" ) @including( "in-progress" )
              HeldCredential( validUntil < $today ) @including( "expired" )
            then end
            """);
    Fact course = course("calculus", null, with(FactStatus.IN_PROGRESS));
    assertThat(decision(rules, "2025-01-01", course, certificate("2024-12-31")).isEarned())
        .isTrue();
    assertThat(decision(rules, "2024-12-31", course, certificate("2024-12-31")).isEarned())
        .isFalse();
  }

  @Test
  void a_plan_does_not_add_what_is_under_way_already() {
    Plan plan =
        COREQUISITE
            .evaluate(
                record(course("calculus", null, with(FactStatus.IN_PROGRESS))),
                day("2025-03-01"),
                ZONE)
            .plan("c");
    assertThat(((Plan.Steps) plan).steps())
        .singleElement()
        .satisfies(
            step -> assertThat(((TrainingCompletion) step.fact()).training()).isEqualTo("physics"));
  }
}
