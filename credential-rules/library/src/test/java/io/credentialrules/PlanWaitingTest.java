package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Where what is new would not count before some day, waiting comes first. */
class PlanWaitingTest {
  private static final LocalDate END = LocalDate.of(2026, 8, 20);
  private static final String APPLICATION =
      """
      rule "Application" @credential( "badge" ) when
        Enrolment( $end : expectedEndOn )
        SubmittedEvidence( topic == "application", submittedOn >= $end.minusDays( 60 ), submittedOn <= $end.minusDays( 30 ) )
      then end
      """;

  private static Plan plan(String policy, LocalDate day, Fact... facts) {
    return rules(policy).evaluate(record(facts), day, ZONE).plan("badge");
  }

  private static Enrolment studies() {
    return Enrolment.builder()
        .level(EnrolmentLevel.UNDERGRADUATE)
        .startedOn(LocalDate.of(2022, 9, 1))
        .expectedEndOn(END)
        .provenance(VETTED)
        .build();
  }

  private static Participation event(LocalDate day) {
    return Participation.builder()
        .type(ParticipationType.EVENT)
        .heldOn(day)
        .provenance(VETTED)
        .build();
  }

  @Test
  void a_period_that_has_not_begun_is_waited_for() {
    Plan.Steps before = (Plan.Steps) plan(APPLICATION, END.minusDays(61), studies());
    assertThat(before.startOn()).isEqualTo(END.minusDays(60));
    assertThat(before.waitUntil()).isNull();
    assertThat(before.isProvenSmallest()).isFalse();
    assertThat(before.steps()).hasSize(1);

    Plan.Steps first = (Plan.Steps) plan(APPLICATION, END.minusDays(60), studies());
    assertThat(first.startOn()).isNull();
    assertThat(first.steps()).hasSize(1);
  }

  @Test
  void a_period_that_is_over_is_not() {
    assertThat(((Plan.Steps) plan(APPLICATION, END.minusDays(30), studies())).startOn()).isNull();
    assertThat(plan(APPLICATION, END.minusDays(29), studies()))
        .isInstanceOf(Plan.Unreachable.class);
  }

  @Test
  void what_must_come_long_after_what_is_there_is_done_then_rather_than_both_in_the_past() {
    String policy =
        """
        rule "Service" @credential( "badge" ) when
          Participation( type == "EVENT", $event : heldOn )
          Participation( type == "SERVICE", heldOn >= $event.plusDays( 30 ) )
        then end
        """;
    LocalDate event = LocalDate.of(2026, 3, 1);
    Plan.Steps early = (Plan.Steps) plan(policy, event.plusDays(29), event(event));
    assertThat(early.startOn()).isEqualTo(event.plusDays(30));
    assertThat(early.steps()).hasSize(1);
    assertThat(
            rules(policy)
                .evaluate(early.appliedTo(record(event(event))), event.plusDays(30), ZONE)
                .isEarned("badge"))
        .isTrue();

    Plan.Steps late = (Plan.Steps) plan(policy, event.plusDays(30), event(event));
    assertThat(late.startOn()).isNull();
    assertThat(late.steps()).hasSize(1);
  }
}
