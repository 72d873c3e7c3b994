package io.credentialrules;

import static io.credentialrules.Records.pack;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.credentialrules.policy.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rows of {@code docs/cases.md} on what was written and what was meant. */
class MeantTest {
  private static final String HOURS =
      "accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t %s )";
  private static final String AREAS =
      "accumulate( RubricScore( rubric == \"r\", $c : criterion ); $n : countDistinct( $c ); $n %s )";
  private static final String FIRST_AID =
      "Today( $today : date ) TrainingCompletion( training == \"first-aid\", completedOn %s )";

  private static List<String> codes(String drl) {
    return CredentialRules.builder().add(pack(drl)).check().stream().map(Problem::code).toList();
  }

  private static List<String> codes(String name, String conditions) {
    return codes(name, "", conditions);
  }

  private static List<String> codes(String name, String annotations, String conditions) {
    return codes(
        "rule \"%s\" @credential( \"c\" ) %s when %s then end"
            .formatted(name, annotations, conditions));
  }

  @Test
  void case_92_at_least_200_hours_is_neither_more_than_200_nor_at_least_20() {
    assertThat(codes("At least 200 hours", HOURS.formatted("> 200")))
        .containsExactly("comparison-in-name");
    assertThat(codes("At least 200 hours", HOURS.formatted(">= 20")))
        .containsExactly("number-in-name");
    assertThat(codes("At least 2,000 hours", HOURS.formatted(">= 2.000")))
        .containsExactly("number-in-name");
    assertThat(codes("At least 200 hours", HOURS.formatted(">= 200"))).isEmpty();
  }

  @Test
  void case_93_five_of_the_nine_areas_are_not_four() {
    assertThat(codes("Five of the nine areas", AREAS.formatted(">= 4")))
        .containsExactly("number-in-name");
    assertThat(codes("Five of the nine areas", AREAS.formatted("> 4"))).isEmpty();
  }

  @Test
  void months_that_are_counted_are_no_length_of_time() {
    String months =
        """
        WorkExperience( paid, $s : startedOn ) Today( date >= $s.plusYears( 1 ) )
        accumulate( groupby( Participation( $d : heldOn, $h : hours ); $m : $d.startOfMonth(); $q : sum( $h ); $q >= 20 ); $k : count(); $k >= 4 )
        """;
    String name = "A year of work, and 20 hours in each of %s months";
    assertThat(codes(name.formatted("four"), months)).isEmpty();
    assertThat(codes(name.formatted("four different"), months)).isEmpty();
    String recent =
        "Today( $t : date ) not PerformanceFeedback( outcome == \"NEGATIVE\", givenOn > $t.minusMonths( 6 ) ) ";
    assertThat(
            codes(
                name.formatted("four") + ", no negative feedback in the last six months",
                recent + months))
        .isEmpty();
    assertThat(problems(name.formatted("five"), months))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("number-in-name"))
        .satisfies(problem -> assertThat(problem.message()).contains("`$k >= 4`"));
  }

  @Test
  void a_wrong_age_is_compared_with_the_age() {
    String name = "No fee within 30 days, %s years of age, and a course not older than 6 months";
    String conditions =
        """
        Today( $t : date )
        not Participation( activity == "fee", heldOn > $t.minusDays( 30 ) )
        Learner( age >= 18 )
        TrainingCompletion( training == "a", completedOn >= $t.minusMonths( 6 ) )
        """;
    assertThat(codes(name.formatted("18"), conditions)).isEmpty();
    assertThat(problems(name.formatted("21"), conditions))
        .extracting(Problem::message)
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .contains("21", "`age >= 18`");
    assertThat(
            problems(
                name.formatted("21"), conditions.replace("minusMonths( 6 )", "minusMonths( 3 )")))
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("21") && message.contains("`age >= 18`"))
        .noneMatch(message -> message.contains("21") && message.contains("minusMonths"));
  }

  private static List<Problem> problems(String name, String conditions) {
    String drl = "rule \"%s\" @credential( \"c\" ) when %s then end".formatted(name, conditions);
    return CredentialRules.builder().add(pack(drl)).check();
  }

  @Test
  void case_94_80_percent_is_neither_8_nor_a_ratio_nor_at_most_80() {
    String score = "AssessmentResult( passed, score %s )";
    assertThat(codes("80 percent", score.formatted(">= 8"))).containsExactly("number-in-name");
    assertThat(codes("80 percent", score.formatted(">= 0.8"))).containsExactly("number-in-name");
    assertThat(codes("80 percent", score.formatted("<= 80"))).containsExactly("comparison-in-name");
    assertThat(codes("80 percent", score.formatted(">= 80"))).isEmpty();
  }

  @Test
  void a_b_or_better_is_neither_better_than_a_b_nor_another_grade() {
    String grade = "TrainingCompletion( training == \"statistics\", grade %s )";
    String scale = "@scale( \"F < D < C < B- < B < A\" )";
    String better = "A B or better in statistics";
    assertThat(codes(better, scale, grade.formatted("> \"B\"")))
        .containsExactly("comparison-in-name");
    assertThat(codes(better, scale, grade.formatted(">= \"C\""))).containsExactly("word-in-name");
    assertThat(codes(better, scale, grade.formatted(">= \"B\""))).isEmpty();
    assertThat(codes("Une note de B- ou mieux", scale, grade.formatted(">= \"B\"")))
        .containsExactly("word-in-name");
    assertThat(codes("At least a B- in statistics", scale, grade.formatted(">= \"B-\""))).isEmpty();
    assertThat(codes("Group B or the portfolio", scale, grade.formatted(">= \"C\""))).isEmpty();
  }

  @Test
  void at_least_a_distinction_is_not_at_least_a_merit() {
    String scale = "@scale( \"PASS < MERIT < DISTINCTION < HIGH_DISTINCTION\" )";
    String grade = "TrainingCompletion( training == \"a\", grade %s )";
    String distinction = "At least a distinction in statistics";
    assertThat(codes(distinction, scale, grade.formatted(">= \"MERIT\"")))
        .containsExactly("word-in-name");
    assertThat(codes("Mention : au moins une distinction", scale, grade.formatted(">= \"PASS\"")))
        .containsExactly("word-in-name");
    assertThat(codes("Distinction or better", scale, grade.formatted("> \"MERIT\""))).isEmpty();
    assertThat(codes("Distinction or better", scale, grade.formatted(">= \"MERIT\"")))
        .containsExactly("word-in-name");
    assertThat(codes(distinction, scale, grade.formatted("> \"DISTINCTION\"")))
        .containsExactly("comparison-in-name");
    assertThat(codes("İİİİ: AT LEAST A DISTINCTION", scale, grade.formatted(">= \"MERIT\"")))
        .as("letters that are two in small")
        .hasSize(1);
    assertThat(codes(distinction, scale, grade.formatted(">= \"DISTINCTION\""))).isEmpty();
    assertThat(
            codes("At least a high distinction", scale, grade.formatted(">= \"HIGH_DISTINCTION\"")))
        .isEmpty();
    assertThat(codes("Passed, with merit", scale, grade.formatted(">= \"MERIT\""))).isEmpty();
  }

  @Test
  void the_first_attempt_is_not_one_of_two() {
    String attempts =
        "accumulate( AssessmentResult( assessment == \"x\", $a : assessment ); $n : count( $a );"
            + " $n >= 1, $n %s )";
    assertThat(codes("Passed at the first attempt", attempts.formatted("<= 2")))
        .containsExactly("number-in-name");
    assertThat(codes("Réussi à la première tentative", attempts.formatted("<= 2")))
        .containsExactly("number-in-name");
    assertThat(codes("Passed at the first attempt", attempts.formatted("<= 1"))).isEmpty();
    assertThat(codes("Passed at the first attempt", attempts.formatted("< 2"))).isEmpty();
    assertThat(codes("A first go at teaching", attempts.formatted("<= 2"))).isEmpty();
    assertThat(codes("Passed by the second attempt", attempts.formatted("<= 2"))).isEmpty();
    assertThat(codes("First attempt, or three quizzes", attempts.replace(">= 1, $n %s", ">= 3")))
        .isEmpty();
  }

  @Test
  void a_fortnight_is_two_weeks() {
    String name = "First aid within a fortnight";
    assertThat(codes(name, FIRST_AID.formatted(">= $today.minusMonths( 1 )")))
        .containsExactly("period-in-name");
    assertThat(codes(name, FIRST_AID.formatted(">= $today.minusWeeks( 2 )"))).isEmpty();
    assertThat(codes(name, FIRST_AID.formatted(">= $today.minusDays( 14 )"))).isEmpty();
  }

  @Test
  void what_is_renewed_annually_is_not_valid_for_two_years() {
    String course = "TrainingCompletion( training == \"first-aid\" )";
    for (String name : List.of("Annual renewal", "First aid, renewed annually")) {
      assertThat(codes(name, "@validFor( \"P2Y\" )", course)).containsExactly("period-in-name");
      assertThat(codes(name, "@validFor( \"P1Y\" )", course)).isEmpty();
      assertThat(codes(name, "@validFor( \"P12M\" )", course)).isEmpty();
      assertThat(codes(name, "", course)).isEmpty();
    }
    assertThat(codes("Renouvellement annuel de la formation", "@validFor( \"P2Y\" )", course))
        .containsExactly("period-in-name");
    for (String longer :
        List.of(
            "The annual conference",
            "First aid, with an annual refresher",
            "Volunteer of the annual certification day",
            "Biannual renewal")) {
      assertThat(codes(longer, "@validFor( \"P2Y\" )", course))
          .as("what happens every year may be valid for longer")
          .isEmpty();
    }
  }

  @Test
  void a_grade_point_average_is_no_score() {
    String score = "AssessmentResult( score >= 3.0 )";
    String points = "TrainingCompletion( training == \"a\", gradePoints >= 3.0 )";
    assertThat(codes("A GPA of at least 3.0", score)).containsExactly("unit-in-name");
    assertThat(codes("A GPA of at least 3.0", points)).isEmpty();
    assertThat(codes("A GPA of at least 3.5", points)).containsExactly("number-in-name");
    assertThat(codes("A score of at least 3.0", score)).isEmpty();
  }

  @Test
  void proficient_or_higher_includes_proficient() {
    String level = "RubricScore( rubric == \"r\", level %s \"PROFICIENT\" )";
    String scale = "@scale( \"LOW < PROFICIENT < EXEMPLARY\" )";
    assertThat(codes("Proficient or higher", scale, level.formatted(">")))
        .containsExactly("comparison-in-name");
    assertThat(codes("Proficient or higher", scale, level.formatted(">="))).isEmpty();
  }

  @Test
  void a_copied_count_may_be_written_with_the_number_before() {
    String count = "accumulate( Participation( $a : activity ); $n : countDistinct( $a ); $n %s )";
    String sum = "accumulate( WorkExperience( $h : hours ); $n : sum( $h ); $n %s )";
    assertThat(
            codes(
                requirement("one", count.formatted(">= 3"))
                    + requirement("two", count.formatted("> 2"))
                    + both("")))
        .contains("same-requirement");
    assertThat(
            codes(
                requirement("one", sum.formatted(">= 3"))
                    + requirement("two", sum.formatted("> 2"))
                    + both("")))
        .doesNotContain("same-requirement");
  }

  @Test
  void case_95_credits_are_no_hours() {
    String total = "accumulate( TrainingCompletion( $x : %s ); $t : sum( $x ); $t >= 12 )";
    assertThat(codes("12 credits", total.formatted("hours"))).containsExactly("unit-in-name");
    assertThat(codes("12 credits", total.formatted("credits"))).isEmpty();
  }

  @Test
  void case_96_within_the_last_two_years_is_neither_two_months_nor_longer_ago() {
    String name = "First aid within the last two years";
    assertThat(codes(name, FIRST_AID.formatted(">= $today.minusMonths( 2 )")))
        .containsExactly("period-in-name");
    assertThat(codes(name, FIRST_AID.formatted("<= $today.minusYears( 2 )")))
        .containsExactly("comparison-in-name");
    assertThat(codes(name, FIRST_AID.formatted(">= $today.minusMonths( 24 )"))).isEmpty();
  }

  @Test
  void case_97_valid_for_two_years_is_not_two_months() {
    String name = "First aid, valid for two years";
    String course = "TrainingCompletion( training == \"first-aid\" )";
    assertThat(codes(name, "@validFor( \"P2M\" )", course)).containsExactly("period-in-name");
    assertThat(codes(name, "@validFor( \"P2Y\" )", course)).isEmpty();
  }

  @Test
  void case_98_three_different_events_are_not_one_event_three_times() {
    String events =
        "accumulate( Participation( type == \"EVENT\", $e : activity ); $n : %s; $n >= 3 )";
    assertThat(codes("Three different events", events.formatted("count( $e )")))
        .containsExactly("different-in-name");
    assertThat(codes("Three different events", events.formatted("countDistinct( $e )"))).isEmpty();
  }

  @Test
  void case_99_an_approved_site_is_approved() {
    assertThat(codes("Work at an approved site", "WorkExperience( siteApproved == false )"))
        .containsExactly("truth-in-name");
    assertThat(codes("Work at an approved site", "WorkExperience( siteApproved )")).isEmpty();
  }

  private static final String TODAY = "Today( $today : date ) ";

  @Test
  void case_89_what_can_never_count_can_never_be_met() {
    for (String never :
        List.of(
            "TrainingCompletion( status in ( \"IN_PROGRESS\" ) )",
            "TrainingCompletion( status == \"FAILED\" )",
            "HeldCredential( status == \"REVOKED\" )",
            "WorkExperience( reviewerRole == \"PEER\" )",
            "WorkExperience( reviewerRole == null )",
            "WorkExperience( reviewerRole in ( \"LEARNER\", \"EMPLOYER\" ) )",
            TODAY + "Participation( heldOn > $today )",
            TODAY + "Participation( heldOn >= $today.plusDays( 1 ) )",
            TODAY + "WorkExperience( startedOn > $today )",
            TODAY + "IndustryCertification( validFrom > $today )",
            TODAY + "Participation( vettedOn > $today )",
            TODAY + "Participation( vettedOn >= $today.plusDays( 1 ) )",
            TODAY + "IndustryCertification( validUntil < $today )",
            "Participation( $held : heldOn ) Today( date < $held )")) {
      assertThat(codes("Never", never)).as(never).containsExactly("never-met");
    }
  }

  @Test
  void what_can_count_is_not_said_to_be_impossible() {
    for (String possible :
        List.of(
            "TrainingCompletion( status != \"FAILED\", training == \"a\" )",
            "WorkExperience( reviewerRole == \"SUPERVISOR\" )",
            "HeldCredential( reviewerRole == null )",
            "HeldCredential( reviewerRole == \"PEER\" )",
            TODAY + "Participation( heldOn >= $today )",
            TODAY + "Participation( heldOn > $today.minusDays( 1 ) )",
            TODAY + "WorkExperience( agreementSignedOn > $today )",
            TODAY + "Enrolment( endedOn > $today )",
            TODAY + "Participation( vettedOn >= $today )",
            TODAY + "HeldCredential( vettedOn > $today )",
            TODAY + "IndustryCertification( validUntil > $today )",
            TODAY + "IndustryCertification( validUntil <= $today.plusDays( 30 ) )")) {
      assertThat(codes("Possible", possible)).as(possible).doesNotContain("never-met");
    }
  }

  private static String requirement(String id, String conditions) {
    return "rule \"%1$s\" @requirement( \"%1$s\" ) when %2$s then end\n".formatted(id, conditions);
  }

  private static String both(String settings) {
    return "rule \"C\" @credential( \"c\" ) "
        + settings
        + " when Met( requirement == \"one\" ) Met( requirement == \"two\" ) then end";
  }

  @Test
  void case_100_two_required_requirements_are_not_the_same() {
    String one =
        requirement(
            "one",
            "WorkExperience( paid, $e : experience ) PerformanceFeedback( experience == $e )");
    String same =
        requirement(
            "two",
            "WorkExperience( $x : experience, paid ) PerformanceFeedback( experience == $x )");
    String other =
        requirement(
            "two",
            "WorkExperience( $x : experience, !paid ) PerformanceFeedback( experience == $x )");
    assertThat(codes(one + same + both(""))).containsExactly("same-requirement");
    assertThat(codes(one + other + both(""))).isEmpty();
    assertThat(codes(one + same + both("@evidence( \"exclusive\" )"))).isEmpty();
  }

  private static String level(int level, String conditions) {
    return "rule \"L%1$s\" @credential( \"l-%1$s\" ) @pathway( \"p\" ) @level( %1$s ) when %2$s then end\n"
        .formatted(level, conditions);
  }

  private static String earned(int level) {
    return "Earned( credential == \"l-%s\" ) ".formatted(level);
  }

  private static String threeLevels(String lowest) {
    return level(1, "WorkExperience( paid )")
        + level(2, earned(1) + "AssessmentResult( passed )")
        + level(3, lowest + "WorkExperience( approved )");
  }

  private static String stack(String conditions) {
    return "rule \"P\" @credential( \"p\" ) @pathway( \"p\" ) when " + conditions + " then end";
  }

  @Test
  void case_101_a_stack_asks_for_every_level_of_its_pathway() {
    String levels = threeLevels(earned(2));
    assertThat(codes(levels + stack(earned(1) + earned(2)))).containsExactly("missing-level");
    assertThat(codes(levels + stack(earned(1) + earned(2) + earned(3)))).isEmpty();
    assertThat(codes(levels + stack(earned(3)))).isEmpty();
    assertThat(
            codes(
                levels
                    + stack(
                        "accumulate( Earned( credential in ( \"l-1\", \"l-2\", \"l-3\" ), $c : credential ); $n :"
                            + " countDistinct( $c ); $n >= 2 )")))
        .isEmpty();
  }

  @Test
  void case_100_a_copy_may_be_written_in_another_way() {
    for (List<String> alike :
        List.of(
            List.of("WorkExperience( paid == true )", "WorkExperience( paid )"),
            List.of("WorkExperience( paid == false )", "WorkExperience( !paid )"),
            List.of(
                "WorkExperience( type in ( \"JOB\", \"CO_OP\" ) )",
                "WorkExperience( type in ( \"CO_OP\", \"JOB\" ) )"),
            List.of(
                "WorkExperience( site in ( \"a\", \"b\", \"c\" ) )",
                "WorkExperience( site == \"c\" || site in ( \"b\", \"a\" ) )"),
            List.of("WorkExperience( site in ( \"a\" ) )", "WorkExperience( site == \"a\" )"))) {
      assertThat(
              codes(requirement("one", alike.get(0)) + requirement("two", alike.get(1)) + both("")))
          .as(alike.toString())
          .containsExactly("same-requirement");
    }
    assertThat(
            codes(
                requirement("one", "WorkExperience( type in ( \"JOB\", \"CO_OP\" ) )")
                    + requirement("two", "WorkExperience( type in ( \"CO_OP\", \"OTHER\" ) )")
                    + both("")))
        .isEmpty();
    assertThat(
            codes(
                requirement("one", "WorkExperience( site in ( \"a\", \"b\" ) )")
                    + requirement("two", "WorkExperience( site == \"a\" || employer == \"b\" )")
                    + both("")))
        .doesNotContain("same-requirement");
    String own = requirement("one", "WorkExperience( paid )");
    String credential =
        "rule \"C\" @credential( \"c\" ) when Met( requirement == \"one\" ) WorkExperience( %s ) then end";
    assertThat(codes(own + credential.formatted("paid"))).containsExactly("same-requirement");
    assertThat(codes(own + credential.formatted("approved"))).isEmpty();
  }

  @Test
  void case_101_a_stack_may_ask_for_its_levels_in_other_ways() {
    String levels = threeLevels(earned(2));
    String chosen =
        "accumulate( Earned( credential in ( %s ), $c : credential ); $n : countDistinct( $c ); $n >= 2 )";
    assertThat(codes(levels + stack(chosen.formatted("\"l-1\", \"l-2\""))))
        .containsExactly("missing-level");
    assertThat(codes(levels + stack(chosen.formatted("\"l-1\", \"l-2\", \"l-3\"")))).isEmpty();
    String numbered = "Earned( pathway == \"p\", level == %s ) ";
    assertThat(codes(levels + stack(numbered.formatted(1) + numbered.formatted(2))))
        .containsExactly("missing-level");
    assertThat(codes(levels + stack(numbered.formatted(2) + numbered.formatted(3)))).isEmpty();
    String asked = requirement("asked", earned(1) + earned(2));
    assertThat(codes(levels + asked + stack("Met( requirement == \"asked\" )")))
        .containsExactly("missing-level");
    String beside = "rule \"M\" @credential( \"m\" ) when %s then end";
    assertThat(codes(levels + beside.formatted(earned(1) + earned(2))))
        .containsExactly("missing-level");
    assertThat(codes(levels + beside.formatted(earned(1) + earned(2) + "WorkExperience( !paid )")))
        .isEmpty();
    assertThat(codes(levels + beside.formatted(earned(1)))).isEmpty();
  }

  @Test
  void what_is_required_is_not_recommended_too() {
    String rules =
        requirement("one", "AssessmentResult( passed )")
            + requirement("two", "WorkExperience( paid )")
            + "rule \"C\" @credential( \"c\" ) @recommends( \"%s\" ) when Met( requirement == \"one\" ) then end";
    assertThat(codes(rules.formatted("one\", \"two"))).containsExactly("required-and-recommended");
    assertThat(codes(rules.formatted("two"))).isEmpty();
  }

  @Test
  void a_forall_says_that_there_is_something_and_asks_for_more() {
    String every = "forall( $w : WorkExperience( paid ) WorkExperience( this == $w, %s ) )";
    assertThat(codes("Every", "Learner( age >= 16 ) " + every.formatted("approved")))
        .containsExactly("vacuous-forall");
    assertThat(codes("Every", "exists WorkExperience( paid ) " + every.formatted("paid")))
        .containsExactly("vacuous-forall");
    assertThat(codes("Every", "exists WorkExperience( paid ) " + every.formatted("approved")))
        .isEmpty();
  }

  @Test
  void case_102_a_text_one_edit_apart_is_noticed() {
    String two =
        "TrainingCompletion( subject == \"%s\" ) WorkExperience( industry == \"%s\", paid )";
    for (List<String> near :
        List.of(
            List.of("SANITATION", "SANITATON"),
            List.of("SANITATION", "SANITAITON"),
            List.of("SANITATION", "SANITASION"),
            List.of("food_processing", "food-processing"),
            List.of("food processing", "foodprocessing"),
            List.of("lab-safety-course", "lab-safety-coarse"),
            List.of("labSafety", "lab-safety"),
            List.of("santé-publique", "sante-publique"))) {
      assertThat(codes("Two", two.formatted(near.get(0), near.get(1))))
          .as(near.toString())
          .containsExactly("two-spellings");
    }
    for (List<String> far :
        List.of(
            List.of("SANITATION", "SANITATION"),
            List.of("THTR201", "THTR202"),
            List.of("module-1-1", "module-11"),
            List.of("quiz-a", "quiz-b"),
            List.of("A", "A-"),
            List.of("internship", "internships"),
            List.of("health", "wealth"),
            List.of("welding", "wedding-cakes"))) {
      assertThat(codes("Two", two.formatted(far.get(0), far.get(1)))).as(far.toString()).isEmpty();
    }
  }

  @Test
  void case_103_a_wildcard_is_no_regular_expression() {
    String training = "TrainingCompletion( training %s )";
    for (String glob :
        List.of(
            "matches \"lab*\"",
            "== \"lab-*\"",
            "in ( \"lab-*\", \"x\" )",
            "== \"lab-%\"",
            "matches \"^lab\"",
            "matches \"lab$\"",
            "matches \"%lab%\"",
            "matches \"BIO ###\"",
            "== \"BIO 1xx\"",
            "== \"THTR 2**\"",
            "== \"lab.*\"",
            "!= \"^lab-[0-9]+$\"",
            "== \"lab-?\"")) {
      assertThat(codes("Labs", training.formatted(glob))).as(glob).containsExactly("glob");
    }
    for (String fine :
        List.of(
            "matches \"lab.*\"",
            "matches \"lab[0-9]*\"",
            "matches \"(lab)*\"",
            "== \"lab\"",
            "== \"80%\"",
            "== \"Why me?\"",
            "== \"https://example.org/a?b=c\"",
            "== \"etc.\"",
            "matches \"lab-[0-9]+$\"",
            "matches \"^lab.*\"",
            "matches \"lab\"",
            "== \"C*\\u0020star rating * of labs\"")) {
      assertThat(codes("Labs", training.formatted(fine))).as(fine).doesNotContain("glob");
    }
  }

  @Test
  void case_104_what_is_outside_what_can_be_is_noticed() {
    assertThat(codes("Age", "Learner( age >= 160 )")).containsExactly("implausible-value");
    assertThat(codes("Age", "Learner( age >= 65 )")).isEmpty();
    assertThat(codes("Hours", "WorkExperience( hours >= 200000 )"))
        .containsExactly("implausible-value");
    assertThat(codes("Hours", "WorkExperience( hours >= 20000 )")).isEmpty();
    String credits = "accumulate( TrainingCompletion( $c : credits ); $t : sum( $c ); $t >= %s )";
    assertThat(codes("Credits", credits.formatted("12000"))).containsExactly("implausible-value");
    assertThat(codes("Credits", credits.formatted("180"))).isEmpty();
    assertThat(codes("Points", "TrainingCompletion( gradePoints >= 35 )"))
        .containsExactly("implausible-value");
    assertThat(codes("Points", "TrainingCompletion( gradePoints >= 3.5 )")).isEmpty();
    String course = "TrainingCompletion( training == \"first-aid\" )";
    assertThat(codes("Valid", "@validFor( \"200 years\" )", course))
        .containsExactly("implausible-value");
    assertThat(codes("Valid", "@validFor( \"20 years\" )", course)).isEmpty();
    assertThat(codes("Score", "AssessmentResult( score >= 800 )")).containsExactly("never-met");
    assertThat(codes("Day", "AssessmentResult( takenOn >= \"2205-01-01\" )"))
        .containsExactly("implausible-value");
    assertThat(codes("Day", "AssessmentResult( takenOn >= \"2025-01-01\" )")).isEmpty();
    assertThat(
            codes("Sum", "accumulate( AssessmentResult( $s : score ); $t : sum( $s ); $t >= 160 )"))
        .containsExactly("sum-of-percents");
    String exam = "AssessmentResult( passed )";
    assertThat(codes("Old", "date-expires \"2014-01-01\"", exam))
        .containsExactly("no-later-version");
    assertThat(codes("New", "date-effective \"2062-01-01\"", exam))
        .containsExactly("implausible-value");
    assertThat(codes("Now", "date-effective \"2026-01-01\" date-expires \"2031-01-01\"", exam))
        .isEmpty();
  }

  @Test
  void a_version_that_ended_is_history_where_another_follows() {
    String versions =
        "rule \"A\" @credential( \"c\" ) date-expires \"2014-01-01\" when WorkExperience( paid ) then end\n"
            + "rule \"B\" @credential( \"c\" ) date-effective \"2014-01-01\" when WorkExperience( approved ) then end";
    assertThat(codes(versions)).isEmpty();
  }

  /** Each policy of the corpus by what is wrong with it. */
  private static Map<String, String> wrongPolicies() throws IOException {
    Map<String, String> policies = new LinkedHashMap<>();
    String corpus = Files.readString(Path.of("src/test/resources/meant/wrong-policies.txt"));
    for (String policy : Splitter.on("\n== ").split(corpus)) {
      if (!policy.startsWith("#")) {
        policies.put(
            policy.substring(0, policy.indexOf('\n')), policy.substring(policy.indexOf('\n') + 1));
      }
    }
    return policies;
  }

  /** What nobody can tell from the policy alone; a line goes when a check learns to. */
  private static final Set<String> NOT_NOTICED =
      Set.of("the wrong training", "the start for the end");

  @Test
  void policies_that_are_valid_and_that_nobody_means_are_noticed() throws IOException {
    Map<String, String> policies = wrongPolicies();
    assertThat(policies.keySet()).hasSizeGreaterThanOrEqualTo(55).containsAll(NOT_NOTICED);
    Set<String> silent = new LinkedHashSet<>();
    policies.forEach(
        (name, policy) -> {
          if (codes(policy).isEmpty()) {
            silent.add(name);
          }
        });
    assertThat(silent).containsExactlyInAnyOrderElementsOf(NOT_NOTICED);
  }

  @Test
  void over_40_hours_is_not_at_least_40() {
    for (String name :
        List.of(
            "Over 40 hours",
            "An internship of over 40 hours",
            "A learner with over 40 hours of practice",
            "More than 40 hours",
            "Plus de 40 heures",
            "Un stage de plus de 40 heures",
            "Au-delà de 40 heures de stage")) {
      assertThat(codes(name, "WorkExperience( hours >= 40 )"))
          .as(name)
          .containsExactly("comparison-in-name");
      assertThat(codes(name, "WorkExperience( hours > 40 )")).as(name).isEmpty();
    }
    for (String spread :
        List.of("Supervised practice over 40 hours", "Practice spread over 40 hours")) {
      assertThat(codes(spread, "WorkExperience( hours >= 40 )")).as(spread).isEmpty();
    }
    String mean =
        """
        accumulate( TrainingCompletion( $g : grade, $c : credits ); $all : sum( $c ); $all >= 8 )
        """;
    assertThat(codes("A mean of 2.0 over 8 credits", mean)).doesNotContain("comparison-in-name");
    assertThat(codes("Over 18", "Learner( age >= 18 )")).isEmpty();
    assertThat(codes("People of over 18 years", "Learner( age >= 18 )")).isEmpty();
  }

  @Test
  void what_never_expires_is_not_valid_for_two_years() {
    String course = "TrainingCompletion( training == \"first-aid\" )";
    for (String name :
        List.of(
            "First aid never expires",
            "First aid (does not expire)",
            "First aid, valid for life",
            "First aid without expiry",
            "Secourisme, n’expire jamais",
            "Secourisme valable à vie",
            "Secourisme sans date d’expiration")) {
      assertThat(codes(name, "@validFor( \"P2Y\" )", course))
          .as(name)
          .containsExactly("period-in-name");
      assertThat(codes(name, "", course)).as(name).isEmpty();
    }
    for (String ofOther :
        List.of(
            "First aid with a licence that never expires",
            "First aid with a licence without expiry",
            "Secourisme avec un permis qui n’expire jamais",
            "Never expires unless revoked, or after 2 years")) {
      assertThat(codes(ofOther, "@validFor( \"P2Y\" )", course)).as(ofOther).isEmpty();
    }
  }

  @Test
  void a_quinzaine_is_14_or_15_days_where_it_is_a_time() {
    for (String name :
        List.of(
            "Secourisme dans la quinzaine",
            "Secourisme sous quinzaine",
            "Secourisme il y a moins d’une quinzaine de jours")) {
      assertThat(codes(name, FIRST_AID.formatted(">= $today.minusMonths( 1 )")))
          .as(name)
          .containsExactly("period-in-name");
      for (String same : List.of("minusWeeks( 2 )", "minusDays( 14 )", "minusDays( 15 )")) {
        assertThat(codes(name, FIRST_AID.formatted(">= $today." + same))).as(name).isEmpty();
      }
    }
    for (String other :
        List.of(
            "Secourisme pendant la quinzaine de l’égalité",
            "Une quinzaine d’heures de secourisme",
            "Secourisme dans la quinzaine du commerce équitable")) {
      assertThat(codes(other, FIRST_AID.formatted(">= $today.minusMonths( 1 )")))
          .as(other)
          .isEmpty();
    }
  }
}
