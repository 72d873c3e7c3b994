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

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.Window;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.WorkExperience;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Instant LAST_YEAR = Instant.parse("2025-06-30T00:00:00Z");

  private static CredentialRules stack(String lapses) {
    return rules(
        """
        rule "A" @credential( "a" ) when WorkExperience( experience == "a" ) then end
        rule "B" @credential( "b" ) @validFor( "P30D" )
        when WorkExperience( experience == "b" ) then end
        rule "Both" @credential( "both" ) %s
        when Earned( credential == "a" ) Earned( credential == "b" ) then end
        rule "Two" @credential( "two" ) %s
        when accumulate( Earned( $c : credential, credential in ( "a", "b", "both" ) );
                         $n : count( $c ); $n >= 3 )
        then end
        """
            .formatted(lapses, lapses));
  }

  private static WorkExperience expired(String experience) {
    return work(experience, "1").toBuilder()
        .provenance(VETTED.toBuilder().validUntil(Instant.parse("2026-03-01T00:00:00Z")).build())
        .build();
  }

  @Test
  void a_stack_lapses_with_its_components_unless_it_says_that_it_never_does() {
    Fact[] facts = {expired("a"), work("b", "1")};
    assertThat(evaluate(stack(""), facts).earned()).isEmpty();
    Evaluation never = evaluate(stack("@lapses( \"never\" )"), facts);
    assertThat(never.earned()).containsExactly("both", "two");
    assertThat(((Decision.Earned) never.decision("both")).since())
        .isEqualTo(LocalDate.of(2026, 2, 1));
    assertThat(never.decision("a").isEarned()).isFalse();
    assertThat(never.decision("both").requirements())
        .extracting(RequirementResult::state)
        .containsExactly(RequirementState.MET, RequirementState.MET);
  }

  @Test
  void what_was_never_earned_does_not_count_for_a_stack_that_never_lapses() {
    WorkExperience early =
        work("a", "1").toBuilder().endedOn(LocalDate.of(2026, 1, 5)).build().toBuilder()
            .provenance(
                VETTED.toBuilder().validUntil(Instant.parse("2026-02-01T00:00:00Z")).build())
            .build();
    CredentialRules never = stack("@lapses( \"never\" )");
    assertThat(evaluate(never, early, work("b", "1")).earned())
        .as("a review that is known counts from the day of the fact, though it came late")
        .containsExactly("both", "two");
    WorkExperience neverVetted =
        early.toBuilder()
            .provenance(
                Provenance.UNVETTED.toBuilder().validUntil(early.provenance().validUntil()).build())
            .build();
    assertThat(evaluate(never, neverVetted, work("b", "1")).earned()).isEmpty();
    WorkExperience revoked =
        work("a", "1").toBuilder()
            .provenance(VETTED.toBuilder().status(FactStatus.REVOKED).build())
            .build();
    assertThat(evaluate(never, revoked, work("b", "1")).earned()).isEmpty();
  }

  @Test
  void a_component_held_and_expired_is_the_evidence_of_a_stack_that_never_lapses() {
    HeldCredential before =
        held("a", Provenance.UNVETTED.toBuilder().validUntil(LAST_YEAR).build());
    Evaluation never =
        evaluate(stack("@lapses( \"never\" )"), before, held("b", Provenance.UNVETTED));
    assertThat(never.decision("both").requirements().get(0).evidence()).containsExactly(before);
    assertThat(never.earned()).containsExactly("b", "both", "two");
  }

  @Test
  void every_route_reports_its_settings_and_the_date_that_chose_its_version() {
    Route route =
        ((Decision.NotEarned) evaluate(stack("@lapses( \"never\" )")).decision("both"))
            .routes()
            .get(0);
    assertThat(route.settings().lapses()).isEqualTo(CredentialSettings.Lapses.NEVER);
    assertThat(route.window()).isEqualTo(Window.ALWAYS);
    assertThat(route.versionDate()).isEqualTo(Records.TODAY);
  }

  @Test
  void a_revoked_credential_is_not_awarded_again_from_the_same_facts() {
    CredentialRules rules = stack("");
    HeldCredential revoked =
        held("a", Provenance.UNVETTED.toBuilder().status(FactStatus.REVOKED).build());
    Decision.NotEarned decision =
        (Decision.NotEarned) evaluate(rules, work("a", "1"), revoked).decision("a");
    assertThat(decision.missing())
        .extracting(RequirementResult::id, RequirementResult::kind, RequirementResult::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "a#standing", Kind.STANDING, RequirementState.REVOKED));
    assertThat(evaluate(rules, work("a", "1")).isEarned("a")).isTrue();
  }

  @Test
  void a_suspended_credential_is_reinstated_by_one_that_was_awarded_later() {
    CredentialRules rules = stack("");
    HeldCredential suspended =
        held("a", Provenance.UNVETTED.toBuilder().status(FactStatus.SUSPENDED).build());
    HeldCredential sameDay = held("a", Provenance.UNVETTED.toBuilder().id("copy").build());
    HeldCredential later = sameDay.toBuilder().awardedOn(LocalDate.of(2025, 1, 2)).build();
    assertThat(evaluate(rules, suspended, sameDay).isEarned("a")).isFalse();
    assertThat(evaluate(rules, suspended, later).isEarned("a")).isTrue();
    HeldCredential lifted = suspended.toBuilder().provenance(Provenance.UNVETTED).build();
    assertThat(evaluate(rules, lifted).isEarned("a")).isTrue();
  }

  @Test
  void what_serves_another_is_told_where_there_is_too_little_even_with_it() {
    CredentialRules exclusive =
        rules(
            """
            rule "Job a" @requirement( "job" ) when WorkExperience( experience == "a" ) then end
            rule "Hundred" @requirement( "hours" ) when
              accumulate( WorkExperience( $h : hours ); $s : sum( $h ); $s >= 100 ) then end
            rule "C" @credential( "c" ) @evidence( "exclusive" )
            when Met( requirement == "job" ) Met( requirement == "hours" ) then end
            """);
    WorkExperience a = work("a", "30");
    List<? extends Shortfall> both = lacksOfHours(exclusive, a, work("b", "40"));
    assertThat(both).hasSize(2);
    Shortfall.Amount amount = (Shortfall.Amount) both.get(0);
    assertThat(amount.measure().has()).isEqualByComparingTo("40");
    assertThat(amount.counted()).hasSize(1).doesNotContain(a);
    Shortfall.InUse inUse = (Shortfall.InUse) both.get(1);
    assertThat(inUse.facts()).containsExactly(a);
    assertThat(inUse.requirements()).containsExactly("job");
    assertThat(lacksOfHours(exclusive, work("b", "40")))
        .as("nothing is in use")
        .singleElement()
        .isInstanceOf(Shortfall.Amount.class);
  }

  @Test
  void an_amount_that_others_leave_too_little_of_is_what_they_leave() {
    CredentialRules exclusive =
        rules(
            """
            rule "Fifty" @requirement( "fifty" ) when
              accumulate( WorkExperience( $h : hours ); $s : sum( $h ); $s >= 50 ) then end
            rule "Sixty" @requirement( "sixty" ) when
              accumulate( WorkExperience( $h : hours ); $s : sum( $h ); $s >= 60 ) then end
            rule "C" @credential( "c" ) @evidence( "exclusive" )
            when Met( requirement == "fifty" ) Met( requirement == "sixty" ) then end
            """);
    Decision decision = evaluate(exclusive, work("a", "50"), work("b", "55")).decision("c");
    RequirementResult sixty = decision.requirements().get(1);
    assertThat(sixty.state()).isEqualTo(RequirementState.EVIDENCE_IN_USE);
    assertThat(sixty).hasToString("sixty: EVIDENCE_IN_USE, 55 of 60 hours");
    assertThat(decision.requirements().get(0).evidence()).containsExactly(work("a", "50"));
  }

  private static List<? extends Shortfall> lacksOfHours(CredentialRules rules, Fact... facts) {
    Decision.NotEarned decision = (Decision.NotEarned) evaluate(rules, facts).decision("c");
    RequirementResult hours =
        decision.missing().stream()
            .filter(one -> one.id().equals("hours"))
            .findFirst()
            .orElseThrow();
    assertThat(hours.state()).isEqualTo(RequirementState.UNMET);
    return hours.alternatives().get(0).shortfalls();
  }

  private static final String TWO_PIECES =
      """
      rule "Any evidence" @requirement( "any" ) when SubmittedEvidence() then end
      rule "A reflection" @requirement( "reflection" )
      when SubmittedEvidence( type == "REFLECTION" ) then end
      rule "C" @credential( "c" ) @evidence( "%s" )
      when Met( requirement == "any" ) Met( requirement == "reflection" ) then end
      """;

  @Test
  void one_piece_of_exclusive_evidence_serves_one_requirement() {
    SubmittedEvidence one = reflection(VETTED);
    assertThat(evaluate(rules(TWO_PIECES.formatted("shared")), one).isEarned("c")).isTrue();
    CredentialRules exclusive = rules(TWO_PIECES.formatted("exclusive"));
    Decision.NotEarned decision = (Decision.NotEarned) evaluate(exclusive, one).decision("c");
    assertThat(decision.missing())
        .extracting(RequirementResult::id, RequirementResult::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("reflection", RequirementState.EVIDENCE_IN_USE));
    Shortfall.InUse inUse =
        (Shortfall.InUse) decision.missing().get(0).alternatives().get(0).shortfalls().get(0);
    assertThat(inUse.facts()).containsExactly(one);
    assertThat(inUse.requirements()).containsExactly("any");
    assertThat(evaluate(exclusive, one).requirement("reflection").state())
        .as("possible alone")
        .isEqualTo(RequirementState.MET);
    assertThat(decision.routes().get(0).progress()).hasToString("1 of 2");
  }

  @Test
  void the_best_allocation_is_found_whatever_the_order_of_facts() {
    CredentialRules exclusive = rules(TWO_PIECES.formatted("exclusive"));
    SubmittedEvidence plan =
        reflection(VETTED).toBuilder()
            .type(io.credentialrules.vocabulary.EvidenceType.PLAN)
            .build();
    List<Fact> facts = new ArrayList<>(List.of(plan, reflection(VETTED)));
    for (int i = 0; i < 2; i++) {
      Evaluation evaluation = evaluate(exclusive, facts.toArray(new Fact[0]));
      assertThat(evaluation.isEarned("c")).isTrue();
      assertThat(evaluation.decision("c").requirements())
          .extracting(RequirementResult::evidence)
          .containsExactly(List.of(plan), List.of(reflection(VETTED)));
      Collections.reverse(facts);
    }
  }

  @Test
  void a_second_piece_that_waits_for_review_leaves_the_requirement_pending() {
    CredentialRules exclusive = rules(TWO_PIECES.formatted("exclusive"));
    Decision.NotEarned decision =
        (Decision.NotEarned)
            evaluate(
                    exclusive,
                    reflection(VETTED),
                    reflection(Provenance.UNVETTED).toBuilder().title("another").build())
                .decision("c");
    assertThat(decision.missing())
        .extracting(RequirementResult::state)
        .containsExactly(RequirementState.PENDING_REVIEW);
  }

  private static final String HOURS =
      """
      rule "Sixty hours" @requirement( "sixty" )
      when accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 60 ) then end
      rule "Forty hours" @requirement( "forty" )
      when accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 40 ) then end
      rule "C" @credential( "c" ) @evidence( "exclusive" )
      when Met( requirement == "sixty" ) Met( requirement == "forty" ) then end
      """;

  @Test
  void hours_are_divided_so_that_both_totals_are_reached_where_they_can_be() {
    CredentialRules exclusive = rules(HOURS);
    assertThat(evaluate(exclusive, work("a", "50"), work("b", "30"), work("c", "20")).isEarned("c"))
        .as("50 and 20 or 30 and 20 leave 30 or 50; 50 + 30 leaves 20")
        .isFalse();
    assertThat(
            evaluate(exclusive, work("a", "50"), work("b", "30"), work("c", "10"), work("d", "10"))
                .isEarned("c"))
        .as("50 + 10 and 30 + 10")
        .isTrue();
  }

  @Test
  void a_requirement_that_builds_on_another_of_the_same_rule_needs_no_evidence_of_its_own_for_it() {
    String nested =
        """
        rule "Base" @requirement( "base" ) when SubmittedEvidence( type == "REFLECTION" ) then end
        rule "More" @requirement( "more" )
        when Met( requirement == "base" ) WorkExperience() then end
        rule "C" @credential( "c" ) @evidence( "exclusive" )
        when %s Met( requirement == "more" ) SubmittedEvidence() then end
        """;
    Fact[] facts = {
      reflection(VETTED), reflection(VETTED).toBuilder().title("another").build(), work("a", "1")
    };
    assertThat(
            evaluate(rules(nested.formatted("Met( requirement == \"base\" )")), facts)
                .isEarned("c"))
        .isTrue();
    CredentialRules hidden = rules(nested.formatted(""));
    assertThat(evaluate(hidden, facts).isEarned("c")).isTrue();
    assertThat(evaluate(hidden, facts[0], facts[2]).isEarned("c"))
        .as("the only reflection is part of the evidence of the requirement that asks for it")
        .isFalse();
  }

  @Test
  void the_date_of_an_exclusive_award_is_that_on_which_the_facts_first_sufficed_together() {
    CredentialRules exclusive = rules(TWO_PIECES.formatted("exclusive"));
    SubmittedEvidence later =
        reflection(VETTED).toBuilder().title("later").build().toBuilder()
            .submittedOn(LocalDate.of(2026, 4, 1))
            .build();
    Decision.Earned earned =
        (Decision.Earned) evaluate(exclusive, reflection(VETTED), later).decision("c");
    assertThat(earned.since()).isEqualTo(LocalDate.of(2026, 4, 1));
  }

  @Test
  void versions_of_a_requirement_can_follow_the_learners_policy_date() {
    String versions =
        """
        rule "Old" @requirement( "hours" ) %1$s date-expires "2026-01-01"
        when WorkExperience( hours >= 10 ) then end
        rule "New" @requirement( "hours" ) %1$s date-effective "2026-01-01"
        when WorkExperience( hours >= 20 ) then end
        rule "C" @credential( "c" ) when Met( requirement == "hours" ) then end
        """;
    LearnerRecord record = record(work("a", "15")).onPolicyOf(LocalDate.of(2025, 9, 1));
    assertThat(
            rules(versions.formatted("@versionBy( \"policy-date\" )"))
                .evaluate(record, Records.TODAY, Records.ZONE)
                .isEarned("c"))
        .isTrue();
    assertThat(
            rules(versions.formatted(""))
                .evaluate(record, Records.TODAY, Records.ZONE)
                .isEarned("c"))
        .isFalse();
    assertThat(
            rules(versions.formatted("@versionBy( \"policy-date\" )"))
                .evaluate(record(work("a", "15")), Records.TODAY, Records.ZONE)
                .isEarned("c"))
        .as("without a policy date the date of evaluation decides")
        .isFalse();
  }

  @Test
  void counted_and_not_counted_facts_together_are_all_facts() {
    Evaluation evaluation =
        evaluate(
            stack(""), quiz("90", VETTED), quiz("90", VETTED), reflection(Provenance.UNVETTED));
    assertThat(evaluation.counted()).hasSize(2).contains(quiz("90", VETTED));
    assertThat(evaluation.notCounted()).hasSize(1);
  }

  @Test
  void a_plan_renews_a_component_although_another_rule_never_lapses() {
    CredentialRules rules =
        rules(
            """
            rule "Comp" @credential( "comp" ) when WorkExperience( experience == "a" ) then end
            rule "With" @credential( "with" ) when Earned( credential == "comp" ) then end
            rule "Never" @credential( "never" ) @lapses( "never" )
            when Earned( credential == "comp" ) then end
            """);
    Evaluation evaluation = evaluate(rules, expired("a"));
    assertThat(evaluation.earned()).containsExactly("never");
    assertThat(evaluation.plan("with"))
        .isInstanceOfSatisfying(
            Plan.Steps.class,
            plan ->
                assertThat(plan.steps())
                    .extracting(Plan.Step::action)
                    .containsExactly(Plan.Action.RENEW));
  }
}
