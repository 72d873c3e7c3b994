package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Plan;
import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.Scenario;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class PlanSentencesTest {
  private static List<String> plan(String story, String credential, Locale locale) {
    Scenario scenario = Stories.named(story);
    CredentialRules rules = Stories.rules(scenario);
    Evaluation evaluation = Stories.evaluation(scenario);
    return Sentences.of(rules, evaluation.asOf(), locale).plan(evaluation.plan(credential));
  }

  @Test
  void hours_that_are_short_are_a_step_with_what_there_is() {
    String story = "ums-horticulture/horticulture/not-earned/one-hour-short-in-time";
    assertThat(plan(story, "horticulture-level-3", Locale.ENGLISH))
        .startsWith(
            "1 more hour of apprenticeship at an approved site and whose field of work is not given"
                + " or in the field of “HORTICULTURE”: has 199 hours, needs at least 200 hours"
                + " (date of the agreement: March 9, 2025 or earlier; start date: March 10, 2025 or"
                + " later), for “At least 200 hours at an approved site”");
    assertThat(plan(story, "horticulture-level-3", Locale.FRENCH))
        .first()
        .asString()
        .startsWith("encore 1 heure d’apprentissage sur un site approuvé");
    assertThat(plan(story, "horticulture-level-2", Locale.ENGLISH))
        .containsExactly("earned already, nothing is left to do");
  }

  @Test
  void evidence_that_nobody_reviewed_is_to_be_reviewed() {
    assertThat(
            plan(
                "ums-micro-credential-development/micro-credential-development-level-1/not-earned/"
                    + "reflection-not-reviewed",
                "micro-credential-development-level-1",
                Locale.ENGLISH))
        .singleElement()
        .asString()
        .startsWith(
            "have the reflection reviewed and accepted by an authorised reviewer, such as"
                + " “faculty”: topic “micro-credential-development”");
  }

  @Test
  void the_days_of_a_week_to_come_are_one_stretch() {
    CredentialRules rules =
        CredentialRules.compile(
            PolicyPack.of(
                "weeks",
                Map.of(
                    "a.drl",
                    """
                    rule "At least 3 hours in each of two weeks" @credential( "weeks" )
                    when accumulate(
                           groupby( Participation( $on : heldOn, $hours : hours );
                                    $week : $on.startOfWeek(); $sum : sum( $hours ); $sum >= 3 );
                           $weeks : count(); $weeks >= 2 ) then end
                    """)));
    Evaluation evaluation =
        rules.evaluate(
            LearnerRecord.builder("ada").build(),
            ZonedDateTime.of(2026, 5, 1, 12, 0, 0, 0, ZoneOffset.UTC));
    Plan plan = evaluation.plan("weeks");
    assertThat(Sentences.of(evaluation, Locale.ENGLISH).plan(plan))
        .anyMatch(line -> line.contains("date: May 4, 2026 to May 10, 2026"));
    assertThat(Sentences.of(evaluation, Locale.FRENCH).plan(plan))
        .anyMatch(line -> line.contains("date : du 4 mai 2026 au 10 mai 2026"));
  }

  @Test
  void facts_that_differ_from_another_step_and_each_other_are_told_once() {
    CredentialRules rules =
        CredentialRules.compile(
            PolicyPack.of(
                "exams",
                Map.of(
                    "a.drl",
                    """
                    rule "Honor" @credential( "honor" ) when
                      accumulate( RubricScore( rubric == "ap", $s : score );
                                  $mean : average( $s ); $mean >= 3.25 )
                      accumulate( RubricScore( rubric == "ap", score >= 3, $e : criterion );
                                  $n : countDistinct( $e ); $n >= 4 )
                    then end
                    """)));
    Evaluation evaluation =
        rules.evaluate(
            LearnerRecord.builder("ada").build(),
            ZonedDateTime.of(2026, 5, 1, 12, 0, 0, 0, ZoneOffset.UTC));
    List<String> told = Sentences.of(evaluation, Locale.ENGLISH).plan(evaluation.plan("honor"));
    assertThat(told).hasSize(2);
    assertThat(told.get(0))
        .startsWith("a rubric score in the rubric “ap” (number of points: at least");
    assertThat(told.get(1))
        .startsWith("3 more different criteria among rubric scores in the rubric “ap”")
        .contains("(criterion: no two alike, other than in step 1");
  }

  @Test
  void a_report_tells_plans_only_when_asked() {
    Scenario scenario =
        Stories.named("ums-horticulture/horticulture/not-earned/one-hour-short-in-time");
    Report report =
        Report.of(Stories.evaluation(scenario), Locale.ENGLISH)
            .only(List.of("horticulture-level-3"));
    assertThat(report.text()).doesNotContain("What to do next");
    assertThat(report.withPlans().text())
        .contains("What to do next")
        .contains("    1. 1 more hour of apprenticeship at an approved site");
    assertThat(report.withPlans().html()).contains("<h4>What to do next</h4>");
    assertThat(report.withPlans().markdown()).contains("#### What to do next");
  }

  @Test
  void french_says_neither_after_without() {
    String excluded =
        """
        rule "Other" @credential( "other" ) when
          TrainingCompletion( training == "x" )
          not TrainingCompletion( categories contains "A" )
          %s
        then end
        """;
    String two = excluded.formatted("not TrainingCompletion( categories contains \"B\" )");
    assertThat(steps(two, Locale.ENGLISH)).contains("without “A” or “B”");
    assertThat(steps(two, Locale.FRENCH)).contains("sans « A » ni « B »");
    String one = excluded.formatted("");
    assertThat(steps(one, Locale.ENGLISH)).contains("without “A”").doesNotContain("“A” or");
    assertThat(steps(one, Locale.FRENCH)).contains("sans « A »").doesNotContain(" ni ");
  }

  private static String steps(String drl, Locale language) {
    CredentialRules rules = CredentialRules.compile(PolicyPack.of("p", Map.of("a.drl", drl)));
    Evaluation evaluation =
        rules.evaluate(
            LearnerRecord.builder("ada").build(),
            ZonedDateTime.of(2026, 5, 1, 12, 0, 0, 0, ZoneOffset.UTC));
    return String.join("\n", Sentences.of(evaluation, language).plan(evaluation.plan("other")))
        .replace('\u00a0', ' ');
  }
}
