package io.credentialrules;

import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Plan.Cause;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.SubmittedEvidence;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of {@code docs/cases.md} about plans. */
class PlanRowsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 20);
  private static final String APPLICATION =
      """
      rule "Badge" @credential( "badge" ) when
        Enrolment( $end : endedOn )
        SubmittedEvidence( type == "PROJECT", submittedOn <= $end.minusDays( 30 ) )
      then end
      """;
  private static final String A_YEAR_IN_RANK =
      """
      rule "Badge" @credential( "badge" ) when
        HeldCredential( credential == "rank-1", $d : awardedOn )
        Today( date >= $d.plusMonths( 12 ) )
      then end
      """;

  private static Plan plan(String policy, LocalDate day, Fact... facts) {
    return rules(policy).evaluate(record(facts), day, ZONE).plan("badge");
  }

  private static Plan.Steps steps(String policy, LocalDate day, Fact... facts) {
    Plan plan = plan(policy, day, facts);
    assertThat(plan).isInstanceOf(Plan.Steps.class);
    return (Plan.Steps) plan;
  }

  private static Enrolment studiesUntil(LocalDate end) {
    return Enrolment.builder()
        .level(EnrolmentLevel.UNDERGRADUATE)
        .startedOn(LocalDate.of(2022, 9, 1))
        .endedOn(end)
        .build();
  }

  @Test
  void case_75_a_late_application_is_too_late_and_no_enrolment_is_planned() {
    Enrolment studies = studiesUntil(LocalDate.of(2026, 5, 15));

    Plan late = plan(APPLICATION, DAY, studies);
    assertThat(late).isInstanceOf(Plan.Unreachable.class);
    assertThat(((Plan.Unreachable) late).routes().get(0).obstacles())
        .extracting(Plan.Obstacle::cause)
        .containsExactly(Cause.TOO_LATE);

    List<Plan.Step> inTime = steps(APPLICATION, LocalDate.of(2026, 4, 15), studies).steps();
    assertThat(inTime)
        .singleElement()
        .satisfies(step -> assertThat(step.fact()).isInstanceOf(SubmittedEvidence.class));

    Plan nobody = plan(APPLICATION, DAY);
    assertThat(nobody).isInstanceOf(Plan.Unreachable.class);
    assertThat(((Plan.Unreachable) nobody).isCertain()).isFalse();
    assertThat(((Plan.Unreachable) nobody).routes().get(0).obstacles())
        .extracting(Plan.Obstacle::cause)
        .containsExactly(Cause.INSTITUTION);
  }

  @Test
  void case_77_where_waiting_alone_earns_it_the_plan_is_to_wait() {
    HeldCredential rank =
        new HeldCredential("rank-1", null, LocalDate.of(2025, 6, 1), Provenance.UNVETTED);

    Plan.Steps wait = steps(A_YEAR_IN_RANK, DAY, rank);
    assertThat(wait.steps()).isEmpty();
    assertThat(wait.waitUntil()).isEqualTo(LocalDate.of(2026, 6, 1));
    assertThat(plan(A_YEAR_IN_RANK, LocalDate.of(2026, 6, 1), rank))
        .isInstanceOf(Plan.AlreadyEarned.class);
  }

  @Test
  void what_first_has_to_grow_old_is_done_and_then_waited_for() {
    Plan.Steps steps = steps(A_YEAR_IN_RANK, DAY);

    assertThat(steps.steps())
        .singleElement()
        .satisfies(step -> assertThat(step.fact().occurredOn()).isEqualTo(DAY));
    assertThat(steps.waitUntil()).isEqualTo(LocalDate.of(2027, 4, 20));
    LearnerRecord then = steps.appliedTo(record());
    CredentialRules rules = rules(A_YEAR_IN_RANK);
    assertThat(rules.evaluate(then, LocalDate.of(2027, 4, 19), ZONE).isEarned("badge")).isFalse();
    assertThat(rules.evaluate(then, LocalDate.of(2027, 4, 20), ZONE).isEarned("badge")).isTrue();
  }
}
