package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** What comes days after something else that is new is done then, and that today. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "submittedOn >= $plan.plusDays( 7 ), submittedOn <= $plan.plusDays( 14 )",
        "submittedOn > $plan.plusDays( 6 )",
      })
  void what_comes_after_something_new_is_done_on_a_later_day(String after) {
    String policy =
        """
        rule "Log" @credential( "badge" ) when
          SubmittedEvidence( topic == "plan", $plan : submittedOn )
          SubmittedEvidence( topic == "log", AFTER )
        then end
        """
            .replace("AFTER", after);
    LocalDate today = LocalDate.of(2026, 5, 1);
    Plan.Steps plan = (Plan.Steps) plan(policy, today);
    assertThat(plan.steps())
        .extracting(step -> step.fact().occurredOn())
        .containsExactly(today, today.plusDays(7));
    assertThat(plan.waitUntil()).isEqualTo(today.plusDays(7));
    assertThat(
            rules(policy)
                .evaluate(plan.appliedTo(record()), today.plusDays(7), ZONE)
                .isEarned("badge"))
        .isTrue();
  }

  @Test
  void one_thing_after_another_is_done_on_a_day_of_its_own() {
    String policy =
        """
        rule "Talk" @credential( "badge" ) when
          SubmittedEvidence( topic == "plan", $plan : submittedOn )
          SubmittedEvidence( topic == "log", submittedOn >= $plan.plusDays( 7 ), $log : submittedOn )
          SubmittedEvidence( topic == "talk", submittedOn > $log.plusMonths( 1 ) )
        then end
        """;
    LocalDate today = LocalDate.of(2026, 5, 1);
    Plan.Steps plan = (Plan.Steps) plan(policy, today);
    assertThat(plan.steps())
        .extracting(step -> step.fact().occurredOn())
        .containsExactly(today, today.plusDays(7), LocalDate.of(2026, 6, 9));
    assertThat(plan.waitUntil()).isEqualTo(LocalDate.of(2026, 6, 9));
  }

  /** What is over for this year comes again in the next. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          submittedOn <= $t.startOfYear().plusMonths( 2 ), submittedOn >= $t.startOfYear() | 2027-01-01
          submittedOn.startOfMonth() == $t.startOfYear().plusMonths( 3 )                   | 2027-04-01
          submittedOn.startOfWeek() == $t.startOfYear().startOfWeek()                      | 2027-01-01
          submittedOn >= $t.startOfMonth(), submittedOn <= $t.startOfMonth().plusDays( 4 ) | 2026-07-01
          submittedOn.startOfWeek() == submittedOn.startOfYear().startOfWeek()             | 2027-01-01
          submittedOn == submittedOn.startOfMonth()                                        | 2026-07-01
          """)
  void a_time_of_the_calendar_that_is_over_is_waited_for(String when, LocalDate day) {
    String policy =
        "rule \"R\" @credential( \"badge\" ) when Today( $t : date ) SubmittedEvidence( %s ) then end"
            .formatted(when);
    Plan.Steps plan = (Plan.Steps) plan(policy, LocalDate.of(2026, 6, 10));
    assertThat(plan.startOn()).isEqualTo(day);
    assertThat(plan.steps()).hasSize(1);
    CredentialRules rules = rules(policy);
    LearnerRecord after = plan.appliedTo(record());
    assertThat(rules.evaluate(after, day, ZONE).isEarned("badge")).isTrue();
  }

  @Test
  void a_day_that_does_not_come_again_is_not() {
    String policy =
        "rule \"R\" @credential( \"badge\" ) when SubmittedEvidence( submittedOn <= \"2026-03-01\" ) then end";
    Plan.Unreachable plan = (Plan.Unreachable) plan(policy, LocalDate.of(2026, 6, 10));
    assertThat(plan.routes().get(0).obstacles())
        .extracting(Plan.Obstacle::cause)
        .containsExactly(Plan.Cause.TOO_LATE);
  }

  /** How long something is valid is seen when it is earned. */
  @ParameterizedTest
  @CsvSource({"3, true", "7, false"})
  void what_must_be_valid_for_some_time_is_earned_first(int months, boolean isFound) {
    String policy =
        """
        rule "Base" @credential( "base" ) @validFor( "6 months", "to end of month" ) when
          SubmittedEvidence( topic == "b" )
        then end
        rule "Valid" @credential( "badge" ) when
          Today( $t : date )
          Earned( credential == "base", $u : until, $u >= $t.startOfMonth().plusMonths( MONTHS ) )
        then end
        """
            .replace("MONTHS", Integer.toString(months));
    Plan plan = plan(policy, LocalDate.of(2027, 6, 1));
    assertThat(plan instanceof Plan.Steps).isEqualTo(isFound);
    if (plan instanceof Plan.Steps steps) {
      assertThat(steps.steps()).hasSize(1);
    }
  }

  /** What is renewed happens on the day of its renewal, and says when where that matters. */
  @Test
  void what_is_renewed_before_something_new_says_on_which_day() {
    String policy =
        """
        rule "Log" @credential( "badge" ) when
          SubmittedEvidence( type == "PLAN", $plan : submittedOn )
          SubmittedEvidence( type == "LOG", submittedOn > $plan )
          AssessmentResult( passed )
        then end
        """;
    LocalDate today = LocalDate.of(2026, 5, 1);
    LocalDate before = LocalDate.of(2026, 4, 1);
    SubmittedEvidence ended =
        SubmittedEvidence.builder()
            .type(EvidenceType.PLAN)
            .submittedOn(before)
            .provenance(
                VETTED.toBuilder()
                    .validUntil(before.plusDays(7).atStartOfDay(ZONE).toInstant())
                    .build())
            .build();
    Plan.Steps plan = (Plan.Steps) plan(policy, today, ended);
    assertThat(plan.steps())
        .extracting(Plan.Step::action)
        .containsExactlyInAnyOrder(Plan.Action.RENEW, Plan.Action.ADD, Plan.Action.ADD);
    assertThat(plan.waitUntil()).isEqualTo(today.plusDays(1));
    assertThat(days(step(plan, Plan.Action.RENEW), today.plusDays(1))).containsOnly(today);

    SubmittedEvidence holds = ended.toBuilder().provenance(VETTED).build();
    Plan.Steps now = (Plan.Steps) plan(policy, today, holds);
    assertThat(now.waitUntil()).isNull();
    assertThat(now.steps()).hasSize(2);
  }

  private static Plan.Step step(Plan.Steps plan, Plan.Action action) {
    return plan.steps().stream().filter(step -> step.action() == action).findFirst().orElseThrow();
  }

  private static final String WEEKS_AND_MONTHS =
      """
      rule "Service" @credential( "badge" ) when
        accumulate( groupby( Participation( $on : heldOn, $h : hours ); $w : $on.startOfWeek(); $s : sum( $h ); $s >= 3 );
                    $weeks : count(); $weeks >= WEEKS )
        accumulate( groupby( Participation( $day : heldOn, $i : hours ); $m : $day.startOfMonth(); $t : sum( $i ); $t >= 3 );
                    $months : count(); $months >= 2 )
      then end
      """;

  /** 1 May, and two days of one week on both sides of 1 June, would be two weeks. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void any_days_that_the_steps_allow_are_in_weeks_and_months_enough(int weeks) {
    String policy = WEEKS_AND_MONTHS.replace("WEEKS", Integer.toString(weeks));
    Plan.Steps plan = (Plan.Steps) plan(policy, LocalDate.of(2026, 5, 1));
    LocalDate until = Objects.requireNonNull(plan.waitUntil());
    List<List<LocalDate>> days = plan.steps().stream().map(step -> days(step, until)).toList();
    assertThat(days).hasSize(weeks);
    assertThat(days).anySatisfy(own -> assertThat(own.get(0)).isBefore(own.get(1)));
    for (List<LocalDate> chosen : Lists.cartesianProduct(days)) {
      assertThat(rules(policy).evaluate(record(held(plan, chosen)), until, ZONE).isEarned("badge"))
          .as("%s of %s", chosen, days)
          .isTrue();
    }
    List<LocalDate> alike = Collections.nCopies(weeks, days.get(0).get(0));
    assertThat(rules(policy).evaluate(record(held(plan, alike)), until, ZONE).isEarned("badge"))
        .isFalse();
  }

  @Test
  void a_day_that_only_a_short_month_allows_is_not_taken_for_today() {
    String policy =
        """
        rule "R" @requirement( "r" ) when TrainingCompletion( training == "b" ) then end
        rule "W" @credential( "badge" )
        when
          Today( $t : date, date < $t.minusDays( 3 ).plusMonths( 1 ).minusDays( 27 ) )
          Met( requirement == "r" )
        then end
        """;
    Fact done =
        TrainingCompletion.builder()
            .type(TrainingType.COURSE)
            .training("b")
            .completedOn(LocalDate.of(2026, 1, 5))
            .provenance(VETTED)
            .build();
    assertThat(plan(policy, LocalDate.of(2026, 11, 27), done)).isInstanceOf(Plan.Unreachable.class);
  }

  private static Fact[] held(Plan.Steps plan, List<LocalDate> days) {
    Fact[] facts = new Fact[days.size()];
    for (int at = 0; at < facts.length; at++) {
      facts[at] =
          ((Participation) plan.steps().get(at).fact()).toBuilder().heldOn(days.get(at)).build();
    }
    return facts;
  }

  /** The first and the last day that a step allows. */
  private static List<LocalDate> days(Plan.Step step, LocalDate until) {
    LocalDate first = LocalDate.of(2026, 5, 1);
    LocalDate last = until;
    for (Plan.Demand demand : step.demands()) {
      if (!demand.values().isEmpty() && demand.values().get(0) instanceof LocalDate day) {
        switch (demand.relation()) {
          case AT_LEAST -> first = day;
          case AT_MOST -> last = day;
          case ONE_OF -> {
            first = day;
            last = day;
          }
          default -> throw new AssertionError(demand);
        }
      }
    }
    return List.of(first, last);
  }
}
