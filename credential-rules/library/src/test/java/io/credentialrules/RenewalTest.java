package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.held;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperience;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** When something was achieved, and by what it is renewed. */
class RenewalTest {
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 3, 1);
  private static final LocalDate LATELY = LocalDate.of(2026, 4, 20);

  private static WorkExperience workOn(String experience, LocalDate day) {
    return work(experience, "1").toBuilder().startedOn(null).build().toBuilder()
        .endedOn(day)
        .build();
  }

  private static CredentialRules valid(String condition) {
    return rules(
        """
        rule "Work" @requirement( "work" ) when WorkExperience( experience == "a" ) then end
        rule "Deep" @requirement( "deep" ) when Met( requirement == "work" ) then end
        rule "Level 1" @credential( "level-1" ) when Met( requirement == "deep" ) then end
        rule "C" @credential( "c" ) @validFor( "P30D" ) when %s then end
        """
            .formatted(condition));
  }

  private static void isRenewed(String condition) {
    CredentialRules rules = valid(condition);
    Fact[] old = {workOn("a", LONG_AGO), workOn("b", LONG_AGO)};
    assertThat(evaluate(rules, old).isEarned("c")).as("%s", condition).isFalse();
    Evaluation again = evaluate(rules, old[0], old[1], workOn("a", LATELY));
    Decision.Earned renewed = (Decision.Earned) again.decision("c");
    assertThat(renewed.until()).as("%s", condition).isEqualTo(LATELY.plusDays(30));
    assertThat(renewed.since()).as("%s, after it had lapsed", condition).isEqualTo(LATELY);
  }

  @Test
  void later_work_renews_wherever_the_condition_stands() {
    isRenewed("WorkExperience( experience == \"a\" )");
    isRenewed("Met( requirement == \"work\" )");
    isRenewed("Met( requirement == \"deep\" )");
    isRenewed("Earned( credential == \"level-1\" )");
    isRenewed("exists WorkExperience( experience == \"a\" )");
  }

  @Test
  void conditions_that_share_a_fact_are_one_whole_which_is_renewed_together() {
    CredentialRules rules =
        valid(
            """
            WorkExperience( experience != "a", $of : employer )
            accumulate( WorkExperience( experience == $of, $h : hours ); $sum : sum( $h ); $sum >= 1 )
            """);
    WorkExperience one = workOn("one", LONG_AGO).toBuilder().employer("x").build();
    WorkExperience two = workOn("two", LONG_AGO).toBuilder().employer("y").build();
    Fact[] old = {one, two, workOn("x", LONG_AGO), workOn("y", LONG_AGO)};
    assertThat(evaluate(rules, old).isEarned("c")).isFalse();
    WorkExperience again = workOn("y", LATELY);
    assertThat(evaluate(rules, one, two, old[2], again).isEarned("c")).isFalse();
    WorkExperience chosen = workOn("two", LATELY).toBuilder().employer("y").build();
    assertThat(evaluate(rules, one, two, old[2], again, chosen).isEarned("c")).isTrue();
  }

  @Test
  void what_is_waived_was_achieved_on_the_day_of_the_waiver() {
    CredentialRules rules = valid("Met( requirement == \"work\" )");
    Waiver waiver = Waiver.of("work", "Dean", ReviewerRole.STAFF, "transfer", LONG_AGO);
    assertThat(rules.evaluate(record().waiving(waiver), TODAY, ZONE).isEarned("c")).isFalse();
    Waiver recent = Waiver.of("work", "Dean", ReviewerRole.STAFF, "transfer", LATELY);
    Evaluation evaluation = rules.evaluate(record().waiving(recent), TODAY, ZONE);
    assertThat(((Decision.Earned) evaluation.decision("c")).until()).isEqualTo(LATELY.plusDays(30));
  }

  @Test
  void a_route_that_is_no_longer_valid_does_not_say_since_when_it_is_earned() {
    CredentialRules rules =
        rules(
            """
            rule "A" @credential( "c" ) @validFor( "P30D" )
            when WorkExperience( experience == "a" ) then end
            rule "B" @credential( "c" ) when WorkExperience( experience == "b" ) then end
            """);
    Evaluation evaluation = evaluate(rules, workOn("a", LONG_AGO), workOn("b", LATELY));
    assertThat(((Decision.Earned) evaluation.decision("c")).since()).isEqualTo(LATELY);
  }

  @Test
  void what_is_issued_tomorrow_is_not_withdrawn_today() {
    CredentialRules rules = valid("WorkExperience()");
    HeldCredential revoked =
        held("c", Provenance.UNVETTED.toBuilder().status(FactStatus.REVOKED).build()).toBuilder()
            .awardedOn(TODAY)
            .build();
    assertThat(evaluate(rules, workOn("a", LATELY), revoked).isEarned("c")).isFalse();
    HeldCredential tomorrow = revoked.toBuilder().awardedOn(TODAY.plusDays(1)).build();
    assertThat(evaluate(rules, workOn("a", LATELY), tomorrow).isEarned("c")).isTrue();
  }

  @Test
  void a_waiver_reaches_every_rule_that_asks_for_the_credential() {
    CredentialRules rules =
        rules(
            """
            rule "A" @credential( "a" ) when WorkExperience( experience == "a" ) then end
            rule "B" @credential( "b" ) when Earned( credential == "a" ) then end
            rule "C" @credential( "c" ) @lapses( "never" ) when Earned( credential == "a" ) then end
            """);
    Waiver waiver = Waiver.of("a", "Dean", ReviewerRole.STAFF, "transfer", LATELY);
    Evaluation evaluation = rules.evaluate(record().waiving(waiver), TODAY, ZONE);
    assertThat(evaluation.earned()).containsExactly("b", "c");
    assertThat(evaluate(rules, work("b", "1").toBuilder().provenance(VETTED).build()).earned())
        .isEmpty();
  }

  private static final String THREE_LEVELS =
      """
      rule "L1" @credential( "l1" ) @validFor( "26 weeks" )
      when accumulate( WorkExperience( experience == "a", $h : hours ); $s : sum( $h ); $s >= 10 )
      then end
      rule "L2" @credential( "l2" )
      when Earned( credential == "l1" ) WorkExperience( experience == "b" ) then end
      rule "L3" @credential( "l3" ) @lapses( "%s" ) @validFor( "400 days" )
      when Earned( credential == "l2" ) WorkExperience( experience == "c" ) then end
      """;

  private static WorkExperience workOn(String experience, String hours, LocalDate day) {
    return workOn(experience, day).toBuilder().hours(new java.math.BigDecimal(hours)).build();
  }

  private static Plan planFor(String credential, String drl, Fact... facts) {
    return evaluate(rules(drl), facts).plan(credential);
  }

  @Test
  void a_plan_renews_all_that_the_credentials_below_rest_on() {
    Fact[] old = {
      workOn("a", "10", LONG_AGO), workOn("b", LONG_AGO), workOn("c", LONG_AGO),
    };
    for (String lapses : new String[] {"never", "with-components"}) {
      String drl = THREE_LEVELS.formatted(lapses);
      Plan.Steps all = (Plan.Steps) planFor("l3", drl, old);
      assertThat(all.steps())
          .as(lapses)
          .extracting(step -> ((WorkExperience) step.fact()).experience())
          .containsExactlyInAnyOrder("a", "b", "c");
      assertThat(rules(drl).evaluate(all.appliedTo(record(old)), TODAY, ZONE).isEarned("l3"))
          .isTrue();
      Plan.Steps last =
          (Plan.Steps)
              planFor(
                  "l3",
                  drl,
                  old[0],
                  old[1],
                  old[2],
                  workOn("a", "10", LATELY),
                  workOn("c", LATELY));
      assertThat(last.steps())
          .as(lapses)
          .singleElement()
          .satisfies(
              step -> assertThat(((WorkExperience) step.fact()).experience()).isEqualTo("b"));
    }
  }

  @Test
  void what_is_renewed_by_a_total_and_a_wait_is_planned_though_the_old_total_is_enough() {
    String drl =
        """
        rule "Hours" @credential( "h" ) @validFor( "90 days" ) when
          accumulate( WorkExperience( experience == "a", $h : hours, $on : endedOn );
              $s : sum( $h ), $last : max( $on ); $s >= 20 )
          Today( date >= $last.plusDays( 14 ) )
        then end
        """;
    Plan.Steps plan = (Plan.Steps) planFor("h", drl, workOn("a", "25", LONG_AGO));
    assertThat(plan.waitUntil()).isEqualTo(TODAY.plusDays(14));
    assertThat(plan.steps()).hasSize(1);
    assertThat(plan.steps().get(0).adds()).isEqualByComparingTo("20");
  }

  @Test
  void a_renewal_that_only_the_institution_can_bring_about_is_not_planned() {
    String drl =
        """
        rule "Studies" @credential( "s" ) @validFor( "90 days" )
        when Enrolment( level == "UNDERGRADUATE" ) WorkExperience( experience == "a" ) then end
        """;
    Fact enrolment =
        io.credentialrules.vocabulary.Enrolment.builder()
            .level(io.credentialrules.vocabulary.EnrolmentLevel.UNDERGRADUATE)
            .startedOn(LONG_AGO)
            .build();
    assertThat(planFor("s", drl, enrolment, workOn("a", LONG_AGO)))
        .isInstanceOf(Plan.Unreachable.class);
  }
}
