package io.credentialrules;

import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.credentialrules.Plan.Cause;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of {@code docs/cases.md} about plans. */
@Tag("once")
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

  private static final String TERMS =
      badge(
          """
          accumulate( WorkExperience( $h : hours, $t : employer );
                      $hours : sum( $h ), $terms : countDistinct( $t );
                      $hours >= 150, $terms >= 2 )
          """);
  private static final String MUSIC =
      """
      rule "Course A" @requirement( "a" ) when TrainingCompletion( training == "A" ) then end
      rule "Four credits of music" @requirement( "music" ) when
        accumulate( TrainingCompletion( subject == "music", $c : credits ); $s : sum( $c ); $s >= 4 )
      then end
      """
          + exclusive("a", "music");
  private static final String HOURS =
      """
      rule "Hundred" @requirement( "hundred" ) when
        accumulate( WorkExperience( $h : hours ); $s : sum( $h ); $s >= 100 )
      then end
      rule "Fifty" @requirement( "fifty" ) when
        accumulate( WorkExperience( $h : hours ); $s : sum( $h ); $s >= 50 )
      then end
      """
          + exclusive("hundred", "fifty");

  /** The best quiz was planned to be as good as can be, and then no exam is better. */
  @Test
  void what_is_to_be_better_than_the_best_is_planned_where_there_is_none_yet() {
    Plan.Steps steps =
        steps(
            badge(
                """
                accumulate( AssessmentResult( type == "QUIZ", $s : score ); $best : max( $s ) )
                AssessmentResult( type == "EXAM", score > $best )
                """),
            LocalDate.of(2026, 5, 10));
    assertThat(steps.steps()).hasSize(2);
  }

  private static String badge(String conditions) {
    return "rule \"Badge\" @credential( \"badge\" ) when\n" + conditions + "then end\n";
  }

  private static String exclusive(String... requirements) {
    StringBuilder rule =
        new StringBuilder(
            "rule \"Badge\" @credential( \"badge\" ) @evidence( \"exclusive\" ) when\n");
    for (String requirement : requirements) {
      rule.append("Met( requirement == \"").append(requirement).append("\" )\n");
    }
    return rule + "then end\n";
  }

  private static WorkExperience worked(String id, String employer, String hours) {
    return Records.work(id, hours).toBuilder().employer(employer).build();
  }

  private static TrainingCompletion course(String training, String subject, String credits) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(training)
        .subject(subject)
        .credits(new BigDecimal(credits))
        .completedOn(LocalDate.of(2026, 1, 1))
        .provenance(Records.VETTED)
        .build();
  }

  private static AssessmentResult scored(String score, LocalDate day) {
    return Records.quiz(score, Records.VETTED).toBuilder().takenOn(day).build();
  }

  private static Measure measure(Plan.Step step) {
    return Objects.requireNonNull(step.measure());
  }

  private static List<String> demands(Plan.Step step) {
    return step.demands().stream().map(Object::toString).toList();
  }

  /** How much the steps add, in the order of the steps. */
  private static List<String> adds(Plan.Steps plan) {
    return plan.steps().stream()
        .map(step -> step.adds() == null ? "" : step.adds().stripTrailingZeros().toPlainString())
        .toList();
  }

  private static boolean isEarned(String policy, Fact... facts) {
    return rules(policy).evaluate(record(facts), DAY, ZONE).isEarned("badge");
  }

  @Test
  void case_67_fifty_more_hours_are_asked_for_in_another_term() {
    Fact fall = worked("a", "fall", "100");
    Plan.Step step = steps(TERMS, DAY, fall).steps().get(0);

    assertThat(steps(TERMS, DAY, fall).steps()).hasSize(1);
    assertThat(step.adds()).isEqualByComparingTo("50");
    assertThat(demands(step))
        .containsExactly("employer GIVEN []", "employer NONE_OF [fall]", "hours AT_LEAST [50]");
    assertThat(isEarned(TERMS, fall, worked("b", "spring", "50"))).isTrue();
    assertThat(isEarned(TERMS, fall, worked("b", "fall", "50"))).isFalse();
    assertThat(isEarned(TERMS, fall, worked("b", "spring", "49.9"))).isFalse();
  }

  @Test
  void case_68_a_hundred_and_fifty_hours_over_two_terms_are_never_one_more() {
    Plan.Steps plan = steps(TERMS, DAY);

    assertThat(plan.steps()).extracting(step -> measure(step).unit()).contains("hours");
    assertThat(
            plan.steps().stream()
                .filter(step -> measure(step).unit().equals("hours"))
                .map(Plan.Step::adds)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("150");
    assertThat(demands(plan.steps().get(1))).contains("employer DIFFERENT [0]");
  }

  @Test
  void case_69_two_items_and_four_credits_are_both_asked_for() {
    Plan.Steps plan =
        steps(
            badge(
                """
                accumulate( TrainingCompletion( $c : credits ); $n : count(), $s : sum( $c );
                            $n >= 2, $s >= 4 )
                """),
            DAY);

    assertThat(plan.steps()).hasSize(2);
    assertThat(plan.steps().stream().flatMap(step -> demands(step).stream()))
        .containsExactly("credits AT_LEAST [4]");
  }

  @Test
  void case_70_of_five_electives_two_are_surveys_two_are_on_topics_and_one_is_any() {
    Plan.Steps plan =
        steps(
            badge(
                """
                accumulate( TrainingCompletion( subject in ( "survey", "topics", "other" ) ); $n : count(); $n >= 5 )
                accumulate( TrainingCompletion( subject == "survey" ); $s : count(); $s >= 2 )
                accumulate( TrainingCompletion( subject == "topics" ); $t : count(); $t >= 2 )
                """),
            DAY);

    assertThat(plan.steps().stream().flatMap(step -> demands(step).stream()))
        .containsExactlyInAnyOrder(
            "subject ONE_OF [survey]",
            "subject ONE_OF [survey]",
            "subject ONE_OF [topics]",
            "subject ONE_OF [topics]",
            "subject ONE_OF [survey, topics, other]");
  }

  @Test
  void case_71_one_course_does_not_serve_twice_and_is_not_taken_twice() {
    String policy =
        """
        rule "One" @requirement( "one" ) when TrainingCompletion( training in ( "A", "B" ) ) then end
        rule "Two" @requirement( "two" ) when TrainingCompletion( training in ( "A", "C" ) ) then end
        """
            + exclusive("one", "two");
    Plan.Steps plan = steps(policy, DAY);

    assertThat(plan.steps())
        .extracting(step -> ((TrainingCompletion) step.fact()).training())
        .doesNotHaveDuplicates()
        .hasSize(2);
    assertThat(demands(plan.steps().get(1))).contains("training DIFFERENT [0]");
    assertThat(steps(policy, DAY, course("A", "x", "1")).steps())
        .singleElement()
        .satisfies(
            step -> assertThat(((TrainingCompletion) step.fact()).training()).isIn("B", "C"));
  }

  @Test
  void case_72_one_more_of_at_least_nothing_where_the_mean_allows_it() {
    String policy =
        badge(
            """
            accumulate( AssessmentResult( $c : score ); $n : count(), $m : average( $c );
                        $n >= 2, $m >= 3 )
            """);

    assertThat(steps(policy, DAY, scored("7", DAY.minusDays(9))).steps()).hasSize(1);
    Plan.Step harder = steps(policy, DAY, scored("1", DAY.minusDays(9))).steps().get(0);
    assertThat(demands(harder)).containsExactly("score AT_LEAST [5]");
  }

  @Test
  void case_73_a_better_score_today_is_the_latest() {
    String policy =
        badge(
            """
            accumulate( AssessmentResult( $t : takenOn ); $latest : max( $t ) )
            AssessmentResult( takenOn == $latest, score >= 3 )
            """);
    Plan.Steps plan = steps(policy, DAY, scored("2", DAY.minusDays(40)));

    assertThat(plan.waitUntil()).isNull();
    assertThat(plan.steps())
        .singleElement()
        .satisfies(step -> assertThat(demands(step)).contains("score AT_LEAST [3]"))
        .satisfies(step -> assertThat(step.fact().occurredOn()).isEqualTo(DAY));
  }

  /** The latest, the earliest and the best of what is not there yet: it is the one that comes. */
  @ParameterizedTest
  @CsvSource({"takenOn, max, 70", "takenOn, min, 70", "score, max, 1"})
  void what_is_to_be_the_latest_or_the_best_can_be_the_first(
      String field, String function, int score) {
    String policy =
        badge(
            """
            accumulate( AssessmentResult( assessment == "final", $v : %1$s ); $of : %2$s( $v ) )
            AssessmentResult( assessment == "final", %1$s == $of, score >= %3$s )
            """
                .formatted(field, function, score));
    Plan.Steps plan = steps(policy, DAY);
    assertThat(plan.steps())
        .singleElement()
        .satisfies(step -> assertThat(demands(step)).contains("assessment ONE_OF [final]"))
        .satisfies(step -> assertThat(demands(step)).anyMatch(one -> one.startsWith("score")));
    assertThat(plan.isProvenSmallest()).isTrue();
    assertThat(
            rules(policy.replace("score >= ", "takenOn < \"2020-01-01\", score >= "))
                .evaluate(record(), DAY, ZONE)
                .plan("badge"))
        .isInstanceOf(Plan.Unreachable.class);
  }

  /** A later success makes up for a failure; one that is on record already needs none. */
  @Test
  void what_is_later_than_all_others_can_come_yet() {
    String policy =
        badge(
            """
            accumulate( AssessmentResult( assessment == "final", passed, $on : takenOn ); $last : max( $on ) )
            exists AssessmentResult( assessment == "final", passed )
            not AssessmentResult( assessment == "final", !passed, takenOn > $last )
            """);
    AssessmentResult failed =
        scored("40", DAY.minusDays(20)).toBuilder().assessment("final").passed(false).build();
    AssessmentResult before =
        scored("80", DAY.minusDays(40)).toBuilder().assessment("final").passed(true).build();
    AssessmentResult after =
        scored("80", DAY.minusDays(10)).toBuilder().assessment("final").passed(true).build();
    assertThat(isEarned(policy, failed, after)).isTrue();
    assertThat(isEarned(policy, before, failed)).isFalse();
    assertThat(steps(policy, DAY, before, failed).steps())
        .singleElement()
        .satisfies(step -> assertThat(demands(step)).contains("passed ONE_OF [true]"));
    assertThat(steps(policy, DAY, failed).steps()).hasSize(1);
  }

  @Test
  void case_74_hours_that_serve_once_are_asked_for_as_often_as_they_are_needed() {
    assertThat(adds(steps(HOURS, DAY))).containsExactlyInAnyOrder("100", "50");
    assertThat(adds(steps(HOURS, DAY, worked("a", "x", "100")))).containsExactly("50");
    assertThat(adds(steps(HOURS, DAY, worked("a", "x", "60"), worked("b", "x", "60"))))
        .containsExactly("40");
  }

  @Test
  void case_76_what_is_held_is_not_taken_again_to_be_counted_twice() {
    Plan.Steps plan = steps(MUSIC, DAY, course("A", "music", "3"), course("B", "music", "3"));

    Plan.Step step = plan.steps().get(0);
    assertThat(plan.steps()).hasSize(1);
    assertThat(step.adds()).isEqualByComparingTo("1");
    assertThat(measure(step).has()).isEqualByComparingTo("3");
    assertThat(measure(step).needs()).isEqualByComparingTo("4");
    assertThat(((TrainingCompletion) step.fact()).training()).isNotIn("A", "B");
    assertThat(adds(steps(MUSIC, DAY, course("A", "music", "3")))).containsExactly("4");
  }

  @Test
  void what_a_pattern_asks_of_each_amount_takes_nothing_from_what_there_is() {
    String eight =
        MUSIC
            .replace("$s >= 4", "$s >= 8")
            .replace("subject == \"music\"", "subject == \"music\", credits >= 5");
    Plan.Steps plan = steps(eight, DAY, course("A", "maths", "3"), course("B", "music", "6"));
    assertThat(plan.steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.adds()).isEqualByComparingTo("5");
              assertThat(measure(step).has()).isEqualByComparingTo("6");
            });
  }

  @Test
  void what_serves_another_is_not_counted_where_there_is_too_little_even_with_it() {
    String eight = MUSIC.replace("$s >= 4", "$s >= 8");
    Plan.Steps plan = steps(eight, DAY, course("A", "music", "3"), course("B", "music", "3"));
    assertThat(plan.steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.adds()).isEqualByComparingTo("5");
              assertThat(measure(step).has()).isEqualByComparingTo("3");
              assertThat(measure(step).needs()).isEqualByComparingTo("8");
            });
  }

  private static TrainingCompletion unreviewed(String training, String subject, String credits) {
    return course(training, subject, credits).toBuilder().provenance(Provenance.UNVETTED).build();
  }

  @Test
  void what_only_has_to_be_reviewed_is_not_asked_for_anew_where_evidence_is_exclusive() {
    Fact a = course("A", "music", "3");
    Fact b = course("B", "music", "3");
    Fact half = unreviewed("C", "music", "0.5");
    Fact whole = unreviewed("D", "music", "1");
    Plan.Steps review = steps(MUSIC, DAY, a, b, half, whole);
    assertThat(review.steps())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.action()).isEqualTo(Plan.Action.REVIEW);
              assertThat(step.replaces()).isEqualTo(whole);
            });
    assertThat(adds(steps(MUSIC, DAY, a, b, half))).as("half a credit is no help").isNotEmpty();
    assertThat(steps(MUSIC, DAY, a, b, half).steps())
        .extracting(Plan.Step::action)
        .containsExactly(Plan.Action.ADD);
  }

  @Test
  void a_plan_is_for_what_is_short_of_evidence_and_not_for_what_has_it() {
    String policy =
        """
        rule "Internship" @requirement( "internship" )
        when WorkExperience( type == "INTERNSHIP", employer == "Acme" ) then end
        rule "Twenty weeks" @requirement( "weeks" ) when
          accumulate( WorkExperience( $w : weeks ); $s : sum( $w ); $s >= 20 )
        then end
        """
            + exclusive("internship", "weeks");
    WorkExperience internship =
        WorkExperience.builder()
            .type(WorkExperienceType.INTERNSHIP)
            .experience("x")
            .employer("Acme")
            .weeks(BigDecimal.TEN)
            .endedOn(LocalDate.of(2026, 1, 1))
            .provenance(Records.VETTED)
            .build();
    WorkExperience job =
        internship.toBuilder()
            .type(WorkExperienceType.JOB)
            .experience("y")
            .employer("Other")
            .weeks(new BigDecimal("19"))
            .build();
    Plan.Steps plan = steps(policy, DAY, internship, job);
    assertThat(plan.steps())
        .singleElement()
        .satisfies(step -> assertThat(step.requirement()).isEqualTo("weeks"));
    assertThat(adds(plan)).containsExactly("1");
    assertThat(steps(policy, DAY, job).steps())
        .as("without it, the internship is what is missing")
        .extracting(Plan.Step::requirement)
        .contains("internship");
  }

  @Test
  void case_78_nameless_things_are_never_planned_to_pass_for_different() {
    Plan.Steps different =
        steps(badge("Participation( $a : activity )\nParticipation( activity != $a )\n"), DAY);
    assertThat(different.steps())
        .hasSize(2)
        .extracting(step -> ((Participation) step.fact()).activity())
        .doesNotContainNull()
        .doesNotHaveDuplicates();
    assertThat(demands(different.steps().get(1))).contains("activity DIFFERENT [0]");

    Participation nameless =
        Participation.builder()
            .type(ParticipationType.OTHER)
            .heldOn(DAY.minusDays(3))
            .provenance(Records.VETTED)
            .build();
    Plan.Steps counted =
        steps(
            badge(
                "accumulate( Participation( $a : activity ); $n : countDistinct( $a ); $n >= 2"
                    + " )\n"),
            DAY,
            nameless);
    assertThat(counted.steps())
        .hasSize(2)
        .extracting(step -> ((Participation) step.fact()).activity())
        .doesNotContainNull()
        .doesNotHaveDuplicates();
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
  void case_112_a_plan_over_forty_layers_of_two_is_found_within_the_bounds() {
    StringBuilder policy = new StringBuilder();
    for (int layer = 0; layer <= 40; layer++) {
      for (String side : List.of("a", "b")) {
        int under = layer - 1;
        String below =
            layer == 0
                ? "SubmittedEvidence( type == \"LOG\" )"
                : "( Earned( credential == \"a"
                    + under
                    + "\" ) or Earned( credential == \"b"
                    + under
                    + "\" ) ) Participation( activity == \""
                    + side
                    + layer
                    + "\" )";
        String id = layer == 40 ? (side.equals("a") ? "badge" : "other") : side + layer;
        policy.append(
            "rule \"%1$s\" @credential( \"%1$s\" ) when\n%2$s\nthen end\n".formatted(id, below));
      }
    }

    Plan.Steps plan = steps(policy.toString(), DAY);

    assertThat(plan.steps()).hasSize(41);
    assertThat(plan.isProvenSmallest()).isFalse();
  }

  @Test
  void one_more_than_needed_is_never_proven_smallest_and_the_shorter_route_is_found() {
    String policy =
        """
        rule "Long" @requirement( "long" ) when
          Participation( activity == "a" )
          Participation( activity == "b" )
        then end
        rule "Short" @requirement( "short" ) when Participation( activity == "c" ) then end
        rule "Shared" @requirement( "shared" ) when
          Participation( activity == "a" )
          Participation( activity == "b" )
          Participation( activity == "d" )
        then end
        rule "Badge" @credential( "badge" ) when
          ( Met( requirement == "short" ) or Met( requirement == "long" ) )
          Met( requirement == "shared" )
        then end
        """;

    Plan.Steps plan = steps(policy, DAY);

    assertThat(plan.steps()).hasSize(3);
    assertThat(plan.isProvenSmallest()).isTrue();
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

  @Test
  void an_earlier_day_that_would_earn_it_by_another_way_and_too_long_ago_is_excluded() {
    String policy =
        """
        rule "Log after plan" @requirement( "order" ) when
          SubmittedEvidence( type == "PLAN", $planned : submittedOn )
          SubmittedEvidence( type == "LOG", submittedOn > $planned )
        then end
        rule "By the old rule" @requirement( "order" ) when
          SubmittedEvidence( submittedOn < "2026-03-01" )
        then end
        rule "Badge" @credential( "badge" ) @validFor( "30 days" ) when
          Met( requirement == "order" )
        then end
        """;

    Plan.Steps plan = steps(policy, DAY);

    assertThat(plan.steps().get(0).demands())
        .filteredOn(demand -> demand.field().equals("submittedOn"))
        .extracting(Plan.Demand::relation, Plan.Demand::values)
        .containsExactly(
            tuple(Plan.Relation.AT_LEAST, List.of(DAY)),
            tuple(Plan.Relation.AT_MOST, List.of(DAY)));
  }

  private static final String PREREQUISITE_OF_THE_PAST =
      """
      rule "Work" @requirement( "work" ) date-expires "2026-03-01" when WorkExperience( ) then end
      rule "First" @credential( "first" ) when Met( requirement == "work" ) then end
      rule "Badge" @credential( "badge" ) %s when Earned( credential == "first" ) then end
      """;

  @Test
  void what_need_only_have_been_earned_once_is_never_certainly_out_of_reach() {
    String once = PREREQUISITE_OF_THE_PAST.formatted("@lapses( \"never\" )");
    Plan plan = plan(once, DAY);

    assertThat(((Plan.Unreachable) plan).isCertain()).isFalse();
    assertThat(((Plan.Unreachable) plan).routes().get(0).obstacles())
        .extracting(Plan.Obstacle::cause, Plan.Obstacle::isCertain)
        .containsExactly(tuple(Cause.NOT_IN_FORCE, false));
    WorkExperience before = Records.work("shop", "1");
    assertThat(rules(once).evaluate(record(before), DAY, ZONE).isEarned("badge")).isTrue();
  }

  @Test
  void what_must_be_earned_now_by_a_rule_that_has_ended_is_certainly_out_of_reach() {
    Plan plan = plan(PREREQUISITE_OF_THE_PAST.formatted(""), DAY);

    assertThat(((Plan.Unreachable) plan).isCertain()).isTrue();
  }
}
