package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of the date of evaluation, of months that are counted, and of shared amounts. */
class DaysAndSpansTest {
  private static String steps(String drl) {
    Evaluation evaluation = evaluation(drl);
    return String.join(
        "\n", Sentences.of(evaluation, Locale.ENGLISH).plan(evaluation.plan("hours")));
  }

  private static String text(String language, String drl) {
    Report report = Report.of(evaluation(drl), Locale.forLanguageTag(language));
    return report.text().replace('\u00a0', ' ');
  }

  private static Evaluation evaluation(String drl) {
    CredentialRules rules = CredentialRules.compile(PolicyPack.of("p", Map.of("a.drl", drl)));
    return rules.evaluate(
        LearnerRecord.of(new Learner("ada", null, null, Set.of(), Provenance.UNVETTED)),
        LocalDate.of(2026, 5, 1),
        ZoneOffset.UTC);
  }

  private static String condition(String drl) {
    return "rule \"Current\" @credential( \"current\" )\nwhen\n" + drl + "\nthen end\n";
  }

  @Test
  void the_date_of_evaluation_is_not_said_to_have_a_date() {
    String bound =
        condition(
            """
            IndustryCertification( certification == "ga", $on : earnedOn )
            Today( date <= $on.plusYears( 2 ), date > $on )
            """);
    assertThat(text("en", bound))
        .contains(
            "the date of evaluation is no later than 2 years after the date earned of the industry"
                + " certification and is after the date earned")
        .doesNotContain("date of evaluation whose");
    assertThat(text("fr", bound)).contains("la date d’évaluation est au plus tard 2 ans après");
    assertThat(
            text(
                "en",
                condition(
                    "TrainingCompletion( training == \"a\" )\nToday( date > \"2026-01-31\" )")))
        .contains("the date of evaluation is after January 31, 2026");
  }

  @Test
  void a_first_day_is_a_day_where_a_day_is_compared_and_a_span_where_a_span_is() {
    String year =
        condition(
            """
            Today( $now : date )
            AssessmentResult( assessment == "check", takenOn >= $now.startOfYear() )
            TrainingCompletion( training == "ethics", completedOn < $now.minusMonths( 24 ).startOfMonth().plusDays( 9 ) )
            SubmittedEvidence( topic == "log", $on : submittedOn, $on.startOfMonth() == $now.startOfMonth().minusMonths( 1 ) )
            """);
    assertThat(text("en", year))
        .contains(
            "taken no earlier than the first day of the year of the date of evaluation",
            "completed before the day 9 days after the first day of the month of the day 24 months before the date of evaluation",
            "the month of the date of submission of the piece of evidence is one month before the month of the date of evaluation");
    assertThat(text("fr", year))
        .contains(
            "au plus tôt le premier jour de l’année où tombe la date d’évaluation",
            "9 jours après le premier jour du mois du jour situé 24 mois avant la date d’évaluation");
  }

  @Test
  void months_that_are_counted_are_called_months() {
    String months =
        condition(
            """
            accumulate( WorkExperience( $from : startedOn );
                        $months : countDistinct( $from.startOfMonth() );
                        $months >= 36 )
            """);
    assertThat(text("en", months))
        .contains("36 more different months are needed among work experiences")
        .doesNotContain("different work experiences");
    assertThat(text("fr", months)).contains("36 mois (sans répétition) parmi les");
    assertThat(text("en", months.replace("startOfMonth", "startOfWeek")))
        .contains("36 different weeks");
    assertThat(text("fr", months.replace("startOfMonth", "startOfYear")))
        .contains("36 années (sans");
  }

  @Test
  void a_step_that_two_totals_share_does_not_say_what_the_smaller_one_lacks() {
    String shared =
        """
        rule "30 hours, at least six of them on safety" @credential( "hours" )
        when
          accumulate( TrainingCompletion( subject == "SAFETY", $own : hours ); $safety : sum( $own ); $safety >= 6 )
          accumulate( TrainingCompletion( $each : hours ); $all : sum( $each ); $all >= %s )
        then end
        """;
    assertThat(steps(shared.formatted("30")))
        .startsWith("30 more hours of training on “SAFETY”, for")
        .doesNotContain("needs at least 6");
    assertThat(steps(shared.formatted("6")))
        .startsWith("6 more hours of training on “SAFETY”: has 0 hours, needs at least 6 hours");
  }

  @Test
  void those_who_sign_are_counted_as_signers() {
    String signers =
        condition(
            """
            accumulate( SignOff( subject == "portfolio", $by : by ); $n : countDistinct( $by ); $n >= 2 )
            """);
    assertThat(text("en", signers)).contains("2 more different signers are needed among sign-offs");
    assertThat(text("fr", signers)).contains("2 signataires (sans répétition)");
    assertThat(text("fr", signers.replace(">= 2", ">= 1"))).contains("au moins 1 signataire");
  }

  @Test
  void what_is_counted_is_called_as_its_own_type_calls_it() {
    String feedback =
        condition(
            """
            accumulate( PerformanceFeedback( outcome == "POSITIVE", $p : provider ); $n : countDistinct( $p ); $n >= 3 )
            """);
    assertThat(text("en", feedback))
        .contains("3 more different people who gave it are needed", "has 0 different people")
        .doesNotContain("provider");
    assertThat(text("fr", feedback))
        .contains("3 auteurs (sans répétition)")
        .doesNotContain("organisme");
    assertThat(steps(feedback.replace("current", "hours")))
        .contains("3 more different people who gave it")
        .doesNotContain("provider");
    String trainings =
        feedback
            .replace("PerformanceFeedback", "TrainingCompletion")
            .replace("outcome == \"POSITIVE\"", "handsOn");
    assertThat(text("en", trainings)).contains("3 more different providers are needed");
    assertThat(text("fr", trainings)).contains("3 organismes (sans répétition)");
    assertThat(text("en", feedback.replace("$p", "$mentor")))
        .contains("3 more different mentors are needed");
  }

  @Test
  void what_is_so_in_each_group_is_a_sentence_or_an_amount() {
    String groups =
        condition(
            """
            accumulate( groupby( Participation( $s : subject, $on : heldOn, $h : hours );
                                 $section : $s;
                                 $first : min( $on ), $last : max( $on ), $sum : sum( $h );
                                 %s );
                        $sections : count(); $sections >= 3 )
            """);
    assertThat(text("en", groups.formatted("$last >= $first.plusMonths( 3 )")))
        .contains("at least 3 subjects, and in each of them the latest date among");
    assertThat(text("fr", groups.formatted("$last >= $first.plusMonths( 3 )")))
        .contains("où, chaque fois,");
    assertThat(text("en", groups.formatted("$sum >= 3")))
        .contains("at least 3 subjects with at least 3 hours of")
        .contains("in each of them");
  }

  @Test
  void a_step_does_not_say_twice_what_it_is_for() {
    assertThat(
            steps(
                """
                rule "Hours" @credential( "hours" )
                when
                  accumulate( TrainingCompletion( $h : hours, $s : subject );
                              $sum : sumUpTo( $h, 20, $s ); $sum >= 20 )
                then end
                """))
        .startsWith("a training (")
        .containsOnlyOnce("of which no more than 20 hours count");
  }
}
