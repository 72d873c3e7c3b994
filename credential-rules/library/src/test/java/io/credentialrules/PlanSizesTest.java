package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many steps plans have, and of which it is known that there can be no fewer. */
class PlanSizesTest {
  private static final String JOB = "WorkExperience( type == \"JOB\" )";
  private static final String HOURS =
      "accumulate( WorkExperience( siteApproved, $h : hours ); $s : sum( $h ); $s >= 80 )";
  private static final String MEAN =
      "accumulate( AssessmentResult( $a : score ); $m : average( $a ); $m >= 90 )";
  private static final String LEAST =
      "accumulate( AssessmentResult( $a : score ); $l : min( $a ); $l >= 90 )";

  private static Plan plan(String policy, Fact... facts) {
    return rules(policy).evaluate(record(facts), TODAY, ZONE).plan("badge");
  }

  private static String badge(String more, String when) {
    return "rule \"Badge\" @credential( \"badge\" ) " + more + " when\n" + when + "\nthen end\n";
  }

  private static void hasProven(Plan plan, int steps) {
    assertThat(((Plan.Steps) plan).steps()).hasSize(steps);
    assertThat(((Plan.Steps) plan).isProvenSmallest()).isTrue();
  }

  @Test
  void one_job_has_the_hours_too() {
    hasProven(plan(badge("", JOB + "\n" + HOURS)), 1);
    hasProven(plan(badge("", JOB.replace("type ==", "paid, type !=") + "\n" + HOURS)), 1);
    hasProven(plan(badge("", JOB.replace(" )", ", !siteApproved )") + "\n" + HOURS)), 2);
  }

  @Test
  void a_score_that_is_enough_for_one_condition_is_made_enough_for_all() {
    String quiz = "AssessmentResult( type == \"QUIZ\", score >= 60%s )\n";
    hasProven(plan(badge("", quiz.formatted("") + LEAST)), 1);
    assertThat(plan(badge("", quiz.formatted(", score <= 80") + LEAST)))
        .isInstanceOf(Plan.Unreachable.class);
  }

  /** 4 × 100 and 50 have a mean of 90, 3 × 100 and 50 of 87.5. */
  @Test
  void a_mean_takes_as_many_of_the_greatest_as_it_takes() {
    hasProven(plan(badge("", MEAN), Records.quiz("50", VETTED)), 4);
    hasProven(plan(badge("", MEAN), Records.quiz("80", VETTED)), 1);
  }

  @ParameterizedTest
  @CsvSource({
    "'score >= 100', 'score > 60, score <= 90', 2",
    "'score >= 90', 'score > 60, score <= 90', 1"
  })
  void one_score_is_not_in_two_ranges_apart(String one, String other, int steps) {
    hasProven(
        plan(badge("", "AssessmentResult( " + one + " )\nAssessmentResult( " + other + " )")),
        steps);
  }

  @Test
  void what_would_have_to_have_happened_already_is_no_smaller_plan() {
    String policy =
        badge("", "SubmittedEvidence( submittedOn < \"2026-02-15\" )")
            + badge("", JOB + "\nSubmittedEvidence( type == \"LOG\" )").replace("Badge", "Other");
    hasProven(plan(policy), 2);
    hasProven(plan(policy, log("2026-01-10", Provenance.UNVETTED)), 1);
  }

  @Test
  void something_new_does_not_come_before_what_is_there() {
    String policy =
        badge(
            "",
            "SubmittedEvidence( type == \"PLAN\", $d : submittedOn )\nSubmittedEvidence( type == \"LOG\", submittedOn > $d )");
    Plan.Steps both = (Plan.Steps) plan(policy, log("2026-01-10", VETTED));
    assertThat(both.steps()).hasSize(2);
    assertThat(both.waitUntil()).isEqualTo(TODAY.plusDays(1));
    hasProven(
        plan(
            policy,
            log("2026-01-10", VETTED),
            log("2026-01-05", Provenance.UNVETTED).toBuilder().type(EvidenceType.PLAN).build()),
        1);
  }

  @Test
  void what_exists_for_one_requirement_serves_no_other_where_evidence_is_exclusive() {
    String policy =
        "rule \"One\" @requirement( \"one\" ) when\n%s\nthen end\n".formatted(JOB)
            + "rule \"Two\" @requirement( \"two\" ) when\nexists %s\nthen end\n".formatted(JOB);
    String both = "Met( requirement == \"one\" )\nMet( requirement == \"two\" )";
    hasProven(plan(policy + badge("@evidence( \"exclusive\" )", both)), 2);
    hasProven(plan(policy + badge("", both)), 1);
  }

  private static String requirement(String id, String when) {
    return "rule \"%1$s\" @requirement( \"%1$s\" ) when\n%2$s\nthen end\n".formatted(id, when);
  }

  private static String exclusively(String... ids) {
    StringBuilder met = new StringBuilder();
    for (String id : ids) {
      met.append("Met( requirement == \"").append(id).append("\" )\n");
    }
    return badge("@evidence( \"exclusive\" )", met.toString());
  }

  /** The job on record serves the one or the other. */
  @Test
  void what_is_on_record_serves_one_where_evidence_is_exclusive() {
    String policy = requirement("job", JOB) + requirement("hours", HOURS);
    String both = policy + exclusively("job", "hours");
    hasProven(plan(both, Records.work("a", "90")), 1);
    assertThat(plan(both, Records.work("a", "90"), Records.work("b", "90")))
        .isInstanceOf(Plan.AlreadyEarned.class);
    String other = requirement("other", "exists WorkExperience( hours >= 10 )");
    hasProven(
        plan(policy + other + exclusively("job", "hours", "other"), Records.work("a", "90")), 2);
    hasProven(
        plan(
            policy + other + exclusively("job", "hours", "other"),
            Records.work("a", "90"),
            Records.work("b", "20")),
        1);
  }

  @Test
  void what_a_credential_builds_on_has_evidence_of_its_own_too() {
    String first =
        exclusively("job", "hours").replace("\"badge\"", "\"first\"").replace("Badge", "First");
    String policy =
        requirement("job", JOB)
            + requirement("hours", HOURS)
            + badge("", "Earned( credential == \"first\" )\n" + JOB);
    hasProven(plan(policy + first), 2);
    hasProven(plan(policy + first.replace(" @evidence( \"exclusive\" )", "")), 1);
  }

  /** The learner is no evidence, and what is waived needs none. */
  @Test
  void what_is_no_evidence_serves_any_number() {
    String policy =
        requirement("job", JOB + "\nLearner( campus == \"UM\" )")
            + requirement("hours", HOURS + "\nLearner( campus == \"UM\" )")
            + requirement("quiz", "AssessmentResult( type == \"QUIZ\", score >= 80 )")
            + exclusively("job", "hours", "quiz");
    hasProven(plan(policy, Records.work("a", "90"), Records.quiz("90", VETTED)), 1);
    LearnerRecord waived =
        LearnerRecord.builder(record().learner())
            .add(Records.work("a", "90"))
            .waive(Waiver.of("quiz", "R", ReviewerRole.FACULTY, "as agreed", TODAY))
            .build();
    hasProven(rules(policy).evaluate(waived, TODAY, ZONE).plan("badge"), 1);
  }

  /** What raises the mean can be the evidence of something else, if what lowers it is too. */
  @Test
  void a_mean_is_of_all_results_whoever_has_them() {
    String policy =
        requirement("mean", MEAN)
            + requirement("passed", "AssessmentResult( passed )")
            + requirement("low", "AssessmentResult( score <= 50 )");
    AssessmentResult low = Records.quiz("50", VETTED);
    hasProven(plan(policy + exclusively("mean", "passed", "low"), low), 4);
    Plan beside = plan(policy + exclusively("mean", "passed"), low);
    assertThat(((Plan.Steps) beside).steps()).hasSize(5);
  }

  /** 4 × 100 and 50 have a mean of 90, and one more of 90 does not change it. */
  @Test
  void a_score_below_the_mean_does_not_raise_it() {
    String low = "\nAssessmentResult( passed, score > 60, score <= %s )";
    hasProven(plan(badge("", MEAN + low.formatted("90")), Records.quiz("50", VETTED)), 5);
    hasProven(plan(badge("", MEAN + low.formatted("100")), Records.quiz("50", VETTED)), 4);
  }

  /** One course has the credit that is missing and raises the mean, in whatever order. */
  @Test
  void one_fact_has_the_amount_and_the_mean() {
    String mean = "accumulate( TrainingCompletion( $s : score ); $m : average( $s ); $m >= 80 )\n";
    String sum = "accumulate( TrainingCompletion( $c : credits ); $t : sum( $c ); $t >= 2 )\n";
    Fact[] one = {training("a", "x").toBuilder().score(BigDecimal.valueOf(70)).build()};
    hasProven(plan(badge("", sum + mean), one), 1);
    hasProven(plan(badge("", mean + sum), one), 1);
    Fact[] low = {training("a", "x").toBuilder().score(BigDecimal.valueOf(50)).build()};
    hasProven(plan(badge("", sum + mean), low), 2);
  }

  @Test
  void what_nothing_mends_is_no_smaller_plan() {
    String two = badge("", JOB + "\nSubmittedEvidence( type == \"LOG\" )");
    String least = badge("", LEAST).replace("Badge", "Other");
    hasProven(plan(two + least, Records.quiz("50", VETTED)), 2);
    hasProven(plan(two + least, Records.quiz("50", Provenance.UNVETTED)), 1);
    String approved =
        badge(
                "",
                "exists "
                    + JOB
                    + "\nforall( $j : "
                    + JOB
                    + " WorkExperience( this == $j, siteApproved ) )")
            .replace("Badge", "Other");
    String logs =
        badge("", "accumulate( SubmittedEvidence( type == \"LOG\" ); $n : count(); $n >= 2 )");
    WorkExperience job = Records.work("a", "90");
    hasProven(plan(logs + approved, job.toBuilder().siteApproved(false).build()), 2);
    hasProven(plan(logs + approved), 1);
  }

  /** A quiz does for the first credential too, whose best result can be any. */
  @Test
  void what_is_asked_for_by_name_does_for_what_can_be_anything() {
    String best = "accumulate( AssessmentResult( $s : score ); $b : max( $s ); $b >= 60 )";
    String policy =
        requirement("best", best)
            + requirement("log", "SubmittedEvidence( type == \"LOG\" )")
            + requirement(
                "other",
                "( SubmittedEvidence( type == \"LOG\" ) or AssessmentResult( type == \"QUIZ\", score >= 70 ) )")
            + badge("", "Met( requirement == \"best\" )")
                .replace("\"badge\"", "\"first\"")
                .replace("Badge", "First")
            + badge(
                "@evidence( \"exclusive\" )",
                "Earned( credential == \"first\" )\nMet( requirement == \"log\" )\nMet( requirement == \"other\" )");
    hasProven(plan(policy), 2);
    String one = "AssessmentResult( score >= 60, score < 70 )";
    hasProven(plan(policy.replace(best, one)), 3);
  }

  @Test
  void nothing_is_renewed_in_the_past() {
    SubmittedEvidence expired =
        log(
            "2026-01-10",
            VETTED.toBuilder()
                .validUntil(LocalDate.parse("2026-02-01").atStartOfDay(ZONE).toInstant())
                .build());
    assertThat(plan(badge("", "SubmittedEvidence( submittedOn < \"2026-02-15\" )"), expired))
        .isInstanceOf(Plan.Unreachable.class);
    hasProven(plan(badge("", "SubmittedEvidence( submittedOn > \"2026-02-15\" )"), expired), 1);
  }

  private static SubmittedEvidence log(String on, Provenance provenance) {
    return SubmittedEvidence.builder()
        .type(EvidenceType.LOG)
        .submittedOn(LocalDate.parse(on))
        .provenance(provenance)
        .build();
  }

  private static TrainingCompletion training(String name, String subject) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(name)
        .subject(subject)
        .credits(BigDecimal.ONE)
        .completedOn(TODAY.minusDays(9))
        .provenance(VETTED.toBuilder().id(name).build())
        .build();
  }

  private static Fact[] trainings(int number, IntFunction<TrainingCompletion> each) {
    return IntStream.range(0, number).mapToObj(each).toArray(Fact[]::new);
  }

  private static String bySubject(String group, String whole) {
    return badge(
        "",
        "accumulate( groupby( TrainingCompletion( $s : subject, $c : credits ); $k : $s; $e : "
            + group
            + " ); $t : "
            + whole
            + " )");
  }

  /** Nine of one subject: a tenth there, where the whole looks at what a group comes to. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sum( $e ); $t >= 10 | 1
          max( $e ); $t >= 10 | 1
          min( $e ); $t >= 10 | 1
          count(); $t >= 2    | 3
          countDistinct( $k ); $t >= 2 | 3
          """)
  void a_group_that_is_kept_is_made_larger_where_the_whole_looks_at_its_size(
      String whole, int steps) {
    hasProven(
        plan(
            bySubject("count(); $e >= 3", whole),
            trainings(9, number -> training("t" + number, "a"))),
        steps);
  }

  @Test
  void one_group_comes_to_what_the_whole_lacks() {
    String hours =
        "accumulate( groupby( Participation( $on : %s, $h : hours ); $w : $on%s; $d : sum( $h ); $d >= 3 ); $g : %s >= 12 )";
    hasProven(plan(badge("", hours.formatted("activity", "", "sum( $d ); $g"))), 1);
    hasProven(plan(badge("", hours.formatted("heldOn", ".startOfWeek()", "sum( $d ); $g"))), 1);
    assertThat(
            ((Plan.Steps) plan(badge("", hours.formatted("activity", "", "count(); $g")))).steps())
        .hasSize(12);
  }

  @Test
  void groups_that_nothing_mends_leave_room_for_a_new_one() {
    Fact[] pairs = trainings(120, number -> training("t" + number, "s" + number / 2));
    hasProven(plan(bySubject("count(); $e == 1", "count(); $t >= 1"), pairs), 1);
    hasProven(plan(bySubject("count(); $e == 2", "count(); $t >= 61"), pairs), 2);
  }

  @Test
  void many_groups_are_within_the_limits() {
    Fact[] alone = trainings(500, number -> training("t" + number, "s" + number));
    for (String group : List.of("average( $c )", "sum( $c )")) {
      assertThat(plan(bySubject(group + "; $e >= 3", "count(); $t >= 2"), alone))
          .isInstanceOf(Plan.Steps.class);
    }
  }

  @Test
  void a_mean_that_looks_at_what_is_in_progress_is_mended_by_completing_it() {
    Fact begun =
        Records.quiz("50", VETTED.toBuilder().id("q").status(FactStatus.IN_PROGRESS).build());
    hasProven(
        plan(badge("", MEAN.replace("score );", "score ) @including( \"in-progress\" );")), begun),
        1);
    hasProven(plan(badge("", MEAN), Records.quiz("50", VETTED), begun), 4);
  }

  @Test
  void one_fact_does_for_a_pattern_that_looks_at_more_too() {
    String both =
        "TrainingCompletion( training == \"a\" )\nTrainingCompletion( subject == \"math\"%s ) @including( \"in-progress\" )";
    hasProven(plan(badge("", both.formatted(""))), 1);
    hasProven(plan(badge("", both.formatted(", training == \"b\""))), 2);
  }

  /** One new job has the hours and is a job; the internship that could be completed is not. */
  @Test
  void something_new_serves_two_where_what_is_on_record_serves_one() {
    String policy =
        badge("", "accumulate( WorkExperience( $h : hours ); $s : sum( $h ); $s >= 80 )\n" + JOB);
    Fact begun =
        Records.work("begun", "80").toBuilder()
            .type(WorkExperienceType.INTERNSHIP)
            .provenance(VETTED.toBuilder().id("begun").vetting(Vetting.NONE).build())
            .build();
    hasProven(plan(policy, begun), 1);
    hasProven(plan(policy.replace("( $h :", "( type == \"INTERNSHIP\", $h :"), begun), 2);
  }

  /** All of 810 at the last count. */
  @Test
  @Tag("long")
  void of_a_hundred_plans_more_than_ninety_nine_are_proven_smallest() {
    int plans = 0;
    int proven = 0;
    for (long seed = 1; seed <= 600; seed++) {
      SmallWorld world = new SmallWorld(seed * 7_919);
      CredentialRules rules;
      try {
        rules = rules(world.policy());
      } catch (PolicyException refused) {
        continue;
      }
      Evaluation evaluation = rules.evaluate(world.record(), TODAY, ZONE);
      for (Credential credential : rules.catalogue()) {
        if (evaluation.plan(credential.id()) instanceof Plan.Steps steps
            && steps.waitUntil() == null
            && steps.startOn() == null) {
          plans++;
          proven += steps.isProvenSmallest() ? 1 : 0;
        }
      }
    }
    assertThat(plans).isGreaterThan(500);
    assertThat(proven * 100).as("%s of %s", proven, plans).isGreaterThan(plans * 99);
  }
}
