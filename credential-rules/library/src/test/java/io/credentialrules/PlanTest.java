package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.held;
import static io.credentialrules.Records.quiz;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.reflection;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.Plan.Action;
import io.credentialrules.Plan.Cause;
import io.credentialrules.internal.result.StatedMeasure;
import io.credentialrules.internal.result.StatedSteps;
import io.credentialrules.policy.Operator;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.SignOff;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final String QUIZ =
      """
      rule "Quiz" @requirement( "quiz" )
      when AssessmentResult( assessment == "quiz", score >= 80 ) then end
      """;
  private static final String REFLECTION =
      """
      rule "Reflection" @requirement( "reflection" )
      when SubmittedEvidence( type == "REFLECTION" ) then end
      """;

  private static String award(String... requirements) {
    StringBuilder conditions = new StringBuilder();
    for (String requirement : requirements) {
      conditions.append("Met( requirement == \"").append(requirement).append("\" )\n");
    }
    return "rule \"Badge\" @credential( \"badge\" ) when\n" + conditions + "then end\n";
  }

  private static String badge(String conditions) {
    return "rule \"Badge\" @credential( \"badge\" ) when\n" + conditions + "\nthen end\n";
  }

  /** The steps for the badge, verified: all together earn it, and none can be left out. */
  private static List<Plan.Step> steps(String policy, Fact... facts) {
    return steps(rules(policy), record(facts));
  }

  private static List<Plan.Step> steps(CredentialRules rules, LearnerRecord record) {
    Plan plan = rules.evaluate(record, TODAY, ZONE).plan("badge");
    assertThat(plan).isInstanceOf(Plan.Steps.class);
    Plan.Steps steps = (Plan.Steps) plan;
    assertThat(rules.evaluate(steps.appliedTo(record), TODAY, ZONE).isEarned("badge")).isTrue();
    for (Plan.Step left : steps.steps()) {
      List<Plan.Step> others = steps.steps().stream().filter(step -> !step.equals(left)).toList();
      LearnerRecord without =
          others.isEmpty() ? record : new StatedSteps(steps.credential(), others).appliedTo(record);
      assertThat(rules.evaluate(without, TODAY, ZONE).isEarned("badge")).isFalse();
    }
    return steps.steps();
  }

  private static Plan.Unreachable unreachable(String policy, Fact... facts) {
    Plan plan = evaluate(rules(policy), facts).plan("badge");
    assertThat(plan).isInstanceOf(Plan.Unreachable.class);
    return (Plan.Unreachable) plan;
  }

  private static Plan.Obstacle only(Plan.Unreachable unreachable) {
    assertThat(unreachable.routes()).hasSize(1);
    assertThat(unreachable.routes().get(0).obstacles()).hasSize(1);
    return unreachable.routes().get(0).obstacles().get(0);
  }

  @Test
  void what_is_earned_needs_no_plan() {
    CredentialRules rules = rules(QUIZ + award("quiz"));

    assertThat(evaluate(rules, quiz("80", VETTED)).plan("badge"))
        .isInstanceOf(Plan.AlreadyEarned.class);
    assertThat(evaluate(rules, quiz("79.99", VETTED)).plan("badge")).isInstanceOf(Plan.Steps.class);
  }

  @Test
  void an_unknown_credential_has_no_plan() {
    assertThatThrownBy(() -> evaluate(rules(QUIZ + award("quiz"))).plan("bagde"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bagde");
  }

  @Test
  void sixty_more_hours_where_140_of_200_are_there() {
    String policy =
        badge(
            "accumulate( WorkExperience( siteApproved, $h : hours ); $t : sum( $h ); $t >= 200 )");

    Plan.Step step = steps(policy, work("a", "140")).get(0);

    assertThat(steps(policy, work("a", "140"))).hasSize(1);
    assertThat(step.action()).isEqualTo(Action.ADD);
    assertThat(step.adds()).isEqualByComparingTo("60");
    assertThat(step.measure())
        .isEqualTo(
            new StatedMeasure(
                new BigDecimal(140), Operator.AT_LEAST, new BigDecimal(200), "hours"));
    assertThat(((WorkExperience) step.fact()).siteApproved()).isTrue();
    assertThat(step.fact().occurredOn()).isEqualTo(TODAY);
    assertThat(step.place().line()).isEqualTo(2);
  }

  @Test
  void half_an_hour_and_a_bound_that_must_be_passed() {
    assertThat(
            steps(
                    badge("accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t > 100 )"),
                    work("a", "100"))
                .get(0)
                .adds())
        .isEqualByComparingTo("1");
    assertThat(
            steps(
                    badge("accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 100 )"),
                    work("a", "99.5"))
                .get(0)
                .adds())
        .isEqualByComparingTo("0.5");
  }

  @Test
  void a_total_beyond_the_range_of_one_fact_takes_several() {
    String policy =
        badge(
            "accumulate( AssessmentResult( type == \"QUIZ\", $s : score ); $t : sum( $s ); $t >="
                + " 250 )");

    List<Plan.Step> steps = steps(policy, quiz("40", VETTED));

    assertThat(steps).extracting(Plan.Step::adds).hasSize(3);
    assertThat(steps.stream().map(Plan.Step::adds).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("210");
  }

  @Test
  void a_mean_is_lifted_to_its_bound_and_never_above_the_range() {
    String policy =
        badge(
            "accumulate( AssessmentResult( type == \"QUIZ\", $s : score ); $m : average( $s ); $m"
                + " >= 70 )");

    assertThat(((AssessmentResult) steps(policy, quiz("60", VETTED)).get(0).fact()).score())
        .isEqualByComparingTo("80");
    assertThat(steps(policy, quiz("10", VETTED))).hasSize(2);
  }

  @Test
  void the_smallest_value_that_is_there_cannot_be_lifted() {
    String policy =
        badge(
            "accumulate( AssessmentResult( type == \"QUIZ\", $s : score ); $m : min( $s ); $m >= 70"
                + " )");

    assertThat(steps(policy)).hasSize(1);
    assertThat(only(unreachable(policy, quiz("60", VETTED))).cause()).isEqualTo(Cause.NOT_FOUND);
  }

  @Test
  void different_values_that_are_not_there_yet_are_counted() {
    String policy =
        """
        rule "Badge" @credential( "badge" ) @scale( "NOT_YET < PROFICIENT" )
        when
          accumulate( RubricScore( rubric == "r", level >= "PROFICIENT", $c : criterion,
                                   criterion in ( "a", "b", "c", "d" ) );
                      $n : countDistinct( $c ); $n >= 3 )
        then end
        """;

    List<Plan.Step> steps = steps(policy, score("a", "PROFICIENT"), score("b", "NOT_YET"));

    assertThat(steps).hasSize(2);
    assertThat(steps)
        .extracting(step -> ((RubricScore) step.fact()).criterion())
        .containsExactly("b", "c");
    assertThat(steps).extracting(Plan.Step::adds).allMatch(BigDecimal.ONE::equals);
  }

  private static RubricScore score(String criterion, String level) {
    return new RubricScore("r", criterion, level, null, null, LocalDate.of(2026, 3, 1), VETTED);
  }

  @Test
  void texts_are_made_for_a_regular_expression() {
    String policy =
        badge(
            """
            accumulate( HeldCredential( credential matches "badge-[a-c]{2}-.+", $c : credential );
                        $n : countDistinct( $c ); $n >= 3 )
            """);

    assertThat(steps(policy, held("badge-aa-1", VETTED)))
        .hasSize(2)
        .allMatch(
            step ->
                ((HeldCredential) step.fact()).credential().matches("badge-[a-c]{2}-.+")
                    && !((HeldCredential) step.fact()).credential().contains("["));
  }

  @Test
  void copies_differ_by_their_ids() {
    assertThat(
            steps(
                badge("accumulate( SubmittedEvidence( type == \"LOG\" ); $n : count(); $n >= 3 )")))
        .hasSize(3);
  }

  @Test
  void a_review_is_preferred_to_something_new() {
    Plan.Step step =
        steps(REFLECTION + award("reflection"), reflection(Provenance.UNVETTED)).get(0);

    assertThat(step.action()).isEqualTo(Action.REVIEW);
    assertThat(step.replaces()).isEqualTo(reflection(Provenance.UNVETTED));
    assertThat(step.fact().provenance().vetting().role()).isEqualTo(ReviewerRole.FACULTY);
    assertThat(step.fact().occurredOn()).isEqualTo(LocalDate.of(2026, 3, 2));
  }

  @Test
  void what_was_refused_is_done_again() {
    Provenance refused =
        new Provenance(
            null,
            null,
            FactStatus.COMPLETED,
            new io.credentialrules.vocabulary.Vetting(
                io.credentialrules.vocabulary.VettingStatus.REJECTED,
                "R",
                ReviewerRole.FACULTY,
                LocalDate.of(2026, 3, 3)),
            null,
            null);

    assertThat(steps(REFLECTION + award("reflection"), reflection(refused)).get(0).action())
        .isEqualTo(Action.ADD);
  }

  @Test
  void work_in_progress_is_completed_with_what_is_still_open() {
    AssessmentResult begun =
        new AssessmentResult(
            io.credentialrules.vocabulary.AssessmentType.QUIZ,
            "quiz",
            null,
            null,
            false,
            null,
            Provenance.UNVETTED.toBuilder().status(FactStatus.IN_PROGRESS).build());

    Plan.Step step = steps(QUIZ + award("quiz"), begun).get(0);

    assertThat(step.action()).isEqualTo(Action.COMPLETE);
    assertThat(((AssessmentResult) step.fact()).score()).isEqualByComparingTo("80");
    assertThat(step.fact().occurredOn()).isEqualTo(TODAY);
  }

  @Test
  void work_in_progress_is_completed_with_more_hours_rather_than_begun_anew() {
    WorkExperience begun =
        work("a", "140").toBuilder()
            .provenance(VETTED.toBuilder().status(FactStatus.IN_PROGRESS).build())
            .build();

    Plan.Step step =
        steps(badge("accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 200 )"), begun)
            .get(0);

    assertThat(step.action()).isEqualTo(Action.COMPLETE);
    assertThat(((WorkExperience) step.fact()).hours()).isEqualByComparingTo("200");
  }

  @Test
  void what_expired_is_renewed_today() {
    Provenance expired =
        VETTED.toBuilder().validUntil(TODAY.minusDays(1).atStartOfDay(ZONE).toInstant()).build();

    Plan.Step step =
        steps(badge("HeldCredential( credential == \"first-aid\" )"), held("first-aid", expired))
            .get(0);

    assertThat(step.action()).isEqualTo(Action.RENEW);
    assertThat(step.fact().occurredOn()).isEqualTo(TODAY);
    assertThat(step.fact().provenance().validUntil()).isNull();
  }

  @Test
  void a_reviewer_of_the_role_that_is_asked_for() {
    Plan.Step step =
        steps(badge("SubmittedEvidence( type == \"PLAN\", reviewerRole == \"SUPERVISOR\" )"))
            .get(0);

    assertThat(step.fact().provenance().vetting().role()).isEqualTo(ReviewerRole.SUPERVISOR);
  }

  @Test
  void a_role_that_may_not_review_is_refused_before_anything_is_planned() {
    String policy = badge("SubmittedEvidence( type == \"PLAN\", reviewerRole == \"%s\" )");

    assertThatThrownBy(() -> rules(policy.formatted("PEER"))).isInstanceOf(PolicyException.class);
    assertThat(steps(policy.formatted("FACULTY"))).hasSize(1);
  }

  @Test
  void a_sign_off_is_asked_for() {
    Plan.Step step =
        steps(badge("SignOff( subject == \"badge\", role in ( \"REGISTRAR\", \"STAFF\" ) )"))
            .get(0);

    assertThat(step.action()).isEqualTo(Action.SIGN_OFF);
    assertThat(((SignOff) step.fact()).subject()).isEqualTo("badge");
  }

  @Test
  void prerequisites_come_first() {
    String policy =
        QUIZ
            + REFLECTION
            + """
            rule "One" @credential( "one" ) when Met( requirement == "quiz" ) then end
            rule "Badge" @credential( "badge" ) when
              Met( requirement == "reflection" )
              Earned( credential == "one" )
            then end
            """;

    assertThat(steps(policy)).extracting(Plan.Step::credential).containsExactly("one", "badge");
    assertThat(steps(policy))
        .extracting(Plan.Step::requirement)
        .containsExactly("quiz", "reflection");
  }

  @Test
  void the_route_that_takes_the_fewest_steps() {
    String policy =
        """
        rule "Long" @credential( "badge" ) when
          SubmittedEvidence( type == "PLAN" )
          SubmittedEvidence( type == "LOG" )
        then end
        rule "Short" @credential( "badge" ) when SubmittedEvidence( type == "PORTFOLIO" ) then end
        """;

    assertThat(steps(policy)).hasSize(1);
    assertThat(
            steps(
                policy,
                new SubmittedEvidence(
                    io.credentialrules.vocabulary.EvidenceType.PLAN,
                    null,
                    null,
                    null,
                    false,
                    null,
                    TODAY,
                    VETTED)))
        .hasSize(1);
  }

  @Test
  void one_fact_serves_several_requirements() {
    String policy =
        """
        rule "Hours" @requirement( "hours" ) when
          accumulate( WorkExperience( type == "APPRENTICESHIP", $h : hours ); $t : sum( $h ); $t >= 200 )
        then end
        rule "Agreement" @requirement( "agreement" ) when
          exists WorkExperience( type == "APPRENTICESHIP", agreementSignedOn < startedOn )
          forall( $w : WorkExperience( type == "APPRENTICESHIP" )
                  WorkExperience( this == $w, agreementSignedOn < startedOn ) )
        then end
        """
            + award("hours", "agreement");

    WorkExperience planned = (WorkExperience) steps(policy).get(0).fact();

    assertThat(steps(policy)).hasSize(1);
    assertThat(planned.hours()).isEqualByComparingTo("200");
    assertThat(planned.agreementSignedOn()).isBefore(planned.startedOn());
  }

  @Test
  void a_pair_that_belongs_together_shares_a_name() {
    String policy =
        badge(
            """
            WorkExperience( type == "INTERNSHIP", $e : experience )
            PerformanceFeedback( experience == $e, outcome == "POSITIVE" )
            """);

    List<Plan.Step> steps = steps(policy);

    assertThat(steps).hasSize(2);
    assertThat(((PerformanceFeedback) steps.get(1).fact()).experience())
        .isNotNull()
        .isEqualTo(((WorkExperience) steps.get(0).fact()).experience());
  }

  @Test
  void what_must_not_be_there_closes_the_way() {
    String policy =
        badge(
            "SubmittedEvidence( type == \"PLAN\" )\n"
                + "not SubmittedEvidence( type == \"REFLECTION\" )");

    Plan.Unreachable closed = unreachable(policy, reflection(VETTED));

    assertThat(steps(policy)).hasSize(1);
    assertThat(closed.isCertain()).isTrue();
    assertThat(only(closed).cause()).isEqualTo(Cause.EXCLUDED);
    assertThat(only(closed).facts()).containsExactly(reflection(VETTED));
  }

  @Test
  void an_amount_past_its_upper_bound_closes_the_way() {
    String policy =
        badge(
            "SubmittedEvidence( type == \"PLAN\" )\n"
                + "accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 100, $t <= 150"
                + " )");

    Plan.Unreachable closed = unreachable(policy, work("a", "151"));

    assertThat(steps(policy, work("a", "50"))).hasSize(2);
    assertThat(closed.isCertain()).isTrue();
    assertThat(
            closed.routes().get(0).obstacles().stream()
                .filter(obstacle -> obstacle.cause() == Cause.TOO_MUCH)
                .map(Plan.Obstacle::measure))
        .containsExactly(
            new StatedMeasure(new BigDecimal(151), Operator.AT_MOST, new BigDecimal(150), "hours"));
  }

  @Test
  void the_learners_own_fields_are_never_planned() {
    Plan.Unreachable closed = unreachable(badge("Learner( campus == \"UMF\" )"));

    assertThat(closed.isCertain()).isTrue();
    assertThat(only(closed).cause()).isEqualTo(Cause.LEARNER);
    assertThat(only(closed).condition()).isEqualTo("Learner( campus == \"UMF\" )");
    assertThat(evaluate(rules(badge("Learner( campus == \"UM\" )"))).plan("badge"))
        .isInstanceOf(Plan.AlreadyEarned.class);
  }

  @Test
  void what_had_to_happen_before_today_is_too_late() {
    String policy = badge("SubmittedEvidence( type == \"PLAN\", submittedOn < \"2026-01-01\" )");

    assertThat(only(unreachable(policy)).cause()).isEqualTo(Cause.TOO_LATE);
    assertThat(steps(policy.replace("2026-01-01", "2026-06-01"))).hasSize(1);
  }

  @Test
  void new_facts_can_come_one_after_the_other() {
    String policy =
        badge(
            """
            SubmittedEvidence( type == "DRAFT", $d : submittedOn )
            SubmittedEvidence( type == "PROJECT", submittedOn > $d )
            """);
    Plan.Steps plan = (Plan.Steps) evaluate(rules(policy)).plan("badge");

    assertThat(plan.steps())
        .extracting(step -> step.fact().occurredOn())
        .containsExactly(TODAY, TODAY.plusDays(1));
    assertThat(plan.waitUntil()).isEqualTo(TODAY.plusDays(1));
  }

  @Test
  void a_rule_that_is_not_in_force_cannot_be_planned_for() {
    String policy =
        """
        rule "Quiz" @requirement( "quiz" ) date-expires "2026-01-01"
        when AssessmentResult( assessment == "quiz", score >= 80 ) then end
        """
            + award("quiz");
    String ended =
        """
        rule "Badge" @credential( "badge" ) date-expires "2026-01-01"
        when AssessmentResult( assessment == "quiz", score >= 80 ) then end
        """;

    assertThat(only(unreachable(policy)).cause()).isEqualTo(Cause.NOT_IN_FORCE);
    assertThat(unreachable(policy).isCertain()).isTrue();
    assertThat(unreachable(ended).routes()).isEmpty();
    assertThat(unreachable(ended).isCertain()).isTrue();
  }

  @Test
  void a_revoked_credential_must_first_be_reinstated() {
    Plan.Unreachable closed =
        unreachable(
            QUIZ + award("quiz"),
            quiz("90", VETTED),
            held("badge", Provenance.UNVETTED.toBuilder().status(FactStatus.REVOKED).build()));

    assertThat(only(closed).cause()).isEqualTo(Cause.REVOKED);
    assertThat(only(closed).facts()).hasSize(1);
    assertThat(closed.isCertain()).isTrue();
  }

  @Test
  void a_credential_that_lapsed_is_achieved_again() {
    String policy =
        """
        rule "Badge" @credential( "badge" ) @validFor( "30 days" )
        when AssessmentResult( assessment == "quiz", score >= 80 ) then end
        """;

    List<Plan.Step> steps = steps(policy, quiz("90", VETTED));

    assertThat(steps).hasSize(1);
    assertThat(steps.get(0).fact().occurredOn()).isEqualTo(TODAY);
  }

  @Test
  void evidence_that_cannot_serve_twice_needs_more_of_it() {
    String policy =
        """
        rule "Plan" @requirement( "plan" ) when SubmittedEvidence( topic == "t" ) then end
        rule "Essay" @requirement( "essay" ) when SubmittedEvidence( type == "REFLECTION" ) then end
        rule "Badge" @credential( "badge" ) @evidence( "exclusive" ) when
          Met( requirement == "plan" )
          Met( requirement == "essay" )
        then end
        """;

    assertThat(steps(policy)).hasSize(2);
    assertThat(steps(policy, reflection(VETTED).toBuilder().topic("t").build())).hasSize(1);
    assertThat(steps(policy.replace("exclusive", "shared"))).hasSize(1);
  }

  @Test
  void a_stack_that_does_not_lapse_needs_no_component_again() {
    Provenance ended =
        VETTED.toBuilder().validUntil(TODAY.minusDays(9).atStartOfDay(ZONE).toInstant()).build();
    String policy =
        QUIZ
            + """
            rule "One" @credential( "one" ) when Met( requirement == "quiz" ) then end
            rule "Badge" @credential( "badge" ) @lapses( "never" ) when
              Earned( credential == "one" )
              SubmittedEvidence( type == "REFLECTION" )
            then end
            """;

    assertThat(steps(policy, quiz("90", ended))).hasSize(1);
    assertThat(steps(policy.replace("never", "with-components"), quiz("90", ended))).hasSize(2);
  }

  @Test
  void a_waived_requirement_is_not_planned_for() {
    LearnerRecord record =
        record()
            .waiving(
                Waiver.of(
                    "quiz", "Dean", ReviewerRole.FACULTY, "transfer", LocalDate.of(2026, 4, 1)));

    assertThat(steps(rules(QUIZ + REFLECTION + award("quiz", "reflection")), record))
        .extracting(Plan.Step::requirement)
        .containsExactly("reflection");
  }

  @Test
  void holding_the_credential_is_never_the_plan_to_earn_it() {
    assertThat(
            steps(
                    QUIZ
                        + award("quiz")
                        + badgesOf(
                            "accumulate( HeldCredential( $c : credential ); $n : count(); $n >= 1"
                                + " )"))
                .get(0)
                .fact())
        .isNotEqualTo(held("badge", VETTED));
  }

  private static String badgesOf(String conditions) {
    return "rule \"Other route\" @credential( \"badge\" ) when\n" + conditions + "\nthen end\n";
  }

  @Test
  void the_order_of_facts_changes_nothing() {
    String policy =
        badge("accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 200 )") + "";
    Fact[] facts = {
      work("a", "30").toBuilder().provenance(Provenance.UNVETTED).build(),
      work("b", "70").toBuilder().provenance(Provenance.UNVETTED).build(),
      work("c", "100")
    };

    List<Plan.Step> steps = steps(policy, facts);

    assertThat(steps(policy, facts[2], facts[1], facts[0], facts[0])).isEqualTo(steps);
  }

  @Test
  void a_plan_is_bounded_by_the_limits() {
    CredentialRules narrow =
        CredentialRules.builder()
            .add(Records.pack(REFLECTION + award("reflection")))
            .limits(Limits.DEFAULT.withMaxFacts(1))
            .compile();

    assertThat(evaluate(narrow).plan("badge")).isInstanceOf(Plan.Steps.class);
    assertThatThrownBy(() -> evaluate(narrow, quiz("10", VETTED)).plan("badge"))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("maxFacts");
  }

  @Test
  void work_in_progress_is_never_planned_to_become_less() {
    String hours =
        """
        rule "Hours" @requirement( "hours" ) when
          accumulate( WorkExperience( siteApproved, $h : hours ); $t : sum( $h ); $t > 30, $t <= 80 )
        then end
        """;
    String job =
        """
        rule "Job" @requirement( "job" ) when WorkExperience( type == "JOB" ) then end
        """;
    Fact done = work("done", "50").toBuilder().type(WorkExperienceType.INTERNSHIP).build();
    Fact begun = inProgress("70");

    Plan tooMuch = evaluate(rules(hours + job + award("hours", "job")), done, begun).plan("badge");
    assertThat(tooMuch instanceof Plan.Steps plan ? plan.steps() : List.<Plan.Step>of())
        .extracting(Plan.Step::action)
        .doesNotContain(Action.COMPLETE);
    assertThat(steps(hours + job + award("hours", "job"), done, inProgress("30")))
        .extracting(Plan.Step::action)
        .containsExactly(Action.COMPLETE);
  }

  private static Fact inProgress(String hours) {
    return WorkExperience.builder()
        .type(WorkExperienceType.JOB)
        .siteApproved(true)
        .hours(new BigDecimal(hours))
        .provenance(VETTED.toBuilder().id("begun").status(FactStatus.IN_PROGRESS).build())
        .build();
  }

  @Test
  void what_a_fact_for_several_totals_must_be_like_is_said_beside_the_condition() {
    CredentialRules rules =
        rules(
            badge(
                """
                accumulate( TrainingCompletion( categories contains "TEACHING", $a : credits ); $teach : sumUpTo( $a, 10 ) )
                accumulate( TrainingCompletion( categories not contains "TEACHING", $b : credits ); $other : sum( $b ); $other + $teach >= 30 )
                """));
    CredentialRules ofOne =
        rules(
            badge(
                """
                accumulate( TrainingCompletion( categories not contains "TEACHING", $b : credits ); $other : sum( $b ); $other >= 30 )
                """));

    assertThat(excluded(rules)).containsExactly(false);
    assertThat(excluded(ofOne)).containsExactly(true);
  }

  /** Whether the condition says that a category is excluded, of each demand that excludes one. */
  private static List<Boolean> excluded(CredentialRules rules) {
    return ((Plan.Steps) evaluate(rules).plan("badge"))
        .steps().stream()
            .flatMap(step -> step.demands().stream())
            .filter(demand -> demand.relation() == Plan.Relation.EXCLUDES)
            .map(Plan.Demand::isInCondition)
            .toList();
  }

  @Test
  void facts_that_are_alike_in_the_plan_are_not_asked_to_differ() {
    String course = "rule \"%s\" @requirement( \"%s\" ) when TrainingCompletion( %s ) then end\n";
    CredentialRules rules =
        rules(
            course.formatted("Writing", "writing", "subject == \"WRITING\"")
                + course.formatted("Speech", "speech", "subject in ( \"WRITING\", \"SPEECH\" )")
                + award("writing", "speech")
                    .replace("@credential", "@evidence( \"exclusive\" ) @credential"));

    Plan.Steps plan = (Plan.Steps) evaluate(rules).plan("badge");

    assertThat(plan.steps())
        .extracting(step -> ((TrainingCompletion) step.fact()).subject())
        .containsOnly("WRITING");
    assertThat(plan.steps())
        .flatExtracting(Plan.Step::demands)
        .extracting(Plan.Demand::relation)
        .doesNotContain(Plan.Relation.DIFFERENT);
  }

  @Test
  void a_name_that_the_plan_made_up_is_not_asked_for_where_any_other_does() {
    CredentialRules rules =
        rules(
            badge(
                """
                PerformanceFeedback( $a : provider, outcome == "POSITIVE" )
                PerformanceFeedback( provider != $a, provider != null, outcome == "POSITIVE" )
                """));

    Plan.Steps plan = (Plan.Steps) evaluate(rules).plan("badge");

    assertThat(plan.steps())
        .flatExtracting(Plan.Step::demands)
        .filteredOn(demand -> demand.field().equals("provider"))
        .extracting(Plan.Demand::relation)
        .containsExactly(Plan.Relation.GIVEN, Plan.Relation.DIFFERENT);
  }
}
