package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said where a date is worked out from another before it is compared. */
class ComputedDatesTest {
  private static String text(String language, String conditions) {
    String drl = "rule \"C\" @credential( \"c\" )\nwhen\n" + conditions + "\nthen end\n";
    CredentialRules rules = CredentialRules.compile(PolicyPack.of("p", Map.of("a.drl", drl)));
    LearnerRecord record =
        LearnerRecord.of(new Learner("ada", null, null, Set.of(), Provenance.UNVETTED));
    return Report.of(
            rules.evaluate(record, LocalDate.of(2026, 5, 1), ZoneOffset.UTC),
            Locale.forLanguageTag(language))
        .text()
        .replace('\u00a0', ' ');
  }

  private static String trained(String comparison) {
    return """
        Today( $t : date )
        TrainingCompletion( training == "a", $on : completedOn, %s )
        """
        .formatted(comparison);
  }

  private static String totalled(String functions, String comparisons) {
    return """
        Today( $t : date )
        accumulate( TrainingCompletion( $on : completedOn, $h : hours ); %s; %s )
        """
        .formatted(functions, comparisons);
  }

  @Test
  void no_earlier_than_a_month_is_not_at_least_some_months_before_it() {
    String latest = trained("$on.startOfMonth() >= $t.startOfMonth().minusMonths( 2 )");
    assertThat(text("en", latest))
        .contains(
            "the month of the completion date of the training is no earlier than 2 months before"
                + " the month of the date of evaluation")
        .doesNotContain("at least");
    assertThat(text("fr", latest))
        .contains(
            "le mois où tombe la date d’achèvement de la formation est au plus tôt 2 mois avant le"
                + " mois où tombe la date d’évaluation")
        .doesNotContain("au moins");
    String oldest = latest.replace(">=", "<=");
    assertThat(text("en", oldest)).contains("is no later than 2 months before the month of");
    assertThat(text("fr", oldest)).contains("est au plus tard 2 mois avant le mois où tombe");
  }

  @Test
  void weeks_and_shifted_days_are_before_or_after_and_not_less_or_more() {
    String weeks = "WorkExperience( agreementSignedOn.startOfWeek() < startedOn.startOfWeek() )";
    assertThat(text("en", weeks))
        .contains("the week of the date of the agreement is before the week of the start date");
    assertThat(text("fr", weeks))
        .contains("est avant la semaine où tombe la date de début")
        .doesNotContain("moins");
    String shifted = trained("$on.plusDays( 3 ) > $t");
    assertThat(text("en", shifted))
        .contains("3 days after the completion date of the training is after the date of eval");
    assertThat(text("fr", shifted))
        .contains("3 jours après la date d’achèvement de la formation est après la date d’éval")
        .doesNotContain("plus de");
    String written = trained("$on.plusDays( 3 ) < \"2026-02-01\"");
    assertThat(text("en", written)).contains("is before February 1, 2026");
    assertThat(text("fr", written)).contains("est avant le 1er février 2026");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "completedOn > $t.minusYears( 2 )     | completed after the day 2 years before the date of"
            + " evaluation | après le jour situé 2 ans avant la date d’évaluation",
        "completedOn < $t.minusYears( 2 )     | completed before the day 2 years before the date of"
            + " evaluation | avant le jour situé 2 ans avant la date d’évaluation",
        "completedOn == $t.minusWeeks( 1 )    | completed on the day one week before the date of"
            + " evaluation | le jour situé 1 semaine avant la date d’évaluation",
        "completedOn != $t.minusDays( 3 )     | other than the day 3 days before the date"
            + " of evaluation | sauf le jour situé 3 jours avant la date d’évaluation",
        "$on.startOfMonth() > $t.startOfMonth().minusMonths( 2 ) | is after the month 2 months"
            + " before the month of | est après le mois situé 2 mois avant le mois où tombe",
        "$on.plusDays( 3 ) > $t               | the day 3 days after the completion date of the"
            + " training is after the date | le jour situé 3 jours après la date d’achèvement de la"
            + " formation est après la date"
      })
  void a_date_is_before_or_after_a_day_and_not_before_or_after_two_years(
      String comparison, String english, String french) {
    assertThat(text("en", trained(comparison))).contains(english);
    assertThat(text("fr", trained(comparison))).contains(french);
  }

  @Test
  void what_is_counted_from_a_day_that_is_counted_itself_is_counted_from_that_day() {
    String twice = "completedOn <= $t.plusWeeks( 1 ).minusDays( 1 )";
    assertThat(text("en", trained(twice)))
        .contains("no later than one day before the day one week after the date of evaluation");
    assertThat(text("fr", trained(twice)))
        .contains("1 jour avant le jour situé 1 semaine après la date d’évaluation");
  }

  @Test
  void a_bound_that_counts_itself_needs_no_day() {
    assertThat(text("en", trained("completedOn >= $t.minusYears( 2 )")))
        .contains("completed no earlier than 2 years before the date of evaluation");
    assertThat(text("fr", trained("completedOn <= $t.minusYears( 2 )")))
        .contains("au plus tard 2 ans avant la date d’évaluation");
    assertThat(text("fr", trained("completedOn < $t")))
        .contains("avant la date d’évaluation")
        .doesNotContain("situé");
  }

  @Test
  void amounts_that_are_worked_out_are_still_less_or_more() {
    String amounts = "TrainingCompletion( training == \"a\", hours * 2 > credits )";
    assertThat(text("en", amounts)).contains("is more than the").doesNotContain("is after");
    assertThat(text("fr", amounts)).contains("plus de").doesNotContain("est après");
  }

  @Test
  void a_month_that_is_compared_with_a_day_is_its_first_day() {
    String day = trained("$on.startOfMonth().plusMonths( 25 ) > $t");
    assertThat(text("en", day))
        .contains(
            "25 months after the first day of the month of the completion date of the training is"
                + " after the date of evaluation");
    assertThat(text("fr", day))
        .contains("25 mois après le premier jour du mois où tombe la date d’achèvement");
    String month = trained("$on.startOfMonth().plusMonths( 25 ) > $t.startOfMonth()");
    assertThat(text("en", month)).contains("25 months after the month of").doesNotContain("first");
    assertThat(text("fr", month)).contains("25 mois après le mois").doesNotContain("premier");
  }

  @Test
  void a_span_that_a_first_day_is_in_is_told_with_the_article_that_french_needs() {
    String first = trained("$on.startOfWeek() == $t.startOfYear().startOfWeek()");
    assertThat(text("en", first))
        .contains("is the week of the first day of the year of the date of evaluation");
    assertThat(text("fr", first))
        .contains("est la semaine où tombe le premier jour de l’année où tombe la date d’éval")
        .doesNotContain("de le ");
    String since =
        """
          Today( $t : date )
          Earned( credential == "b", $s : since, $s.startOfYear() < $t )
        then end
        rule "B" @credential( "b" )
        when
          TrainingCompletion( training == "b" )
        """;
    assertThat(text("en", since)).contains("the first day of the year of the");
    assertThat(text("fr", since))
        .contains("le premier jour de l’année où tombe le premier jour")
        .doesNotContain("de le ");
  }

  @Test
  void first_and_last_dates_of_totals_are_told_with_what_is_asked_of_each() {
    String both =
        totalled(
            "$l : max( $on ), $f : min( $on )",
            "$l.startOfMonth() >= $t.startOfMonth().minusMonths( 1 ), $f.startOfYear() < $t");
    assertThat(text("en", both))
        .contains(
            "the month of the latest completion date among trainings is no earlier than one month"
                + " before the month of the date of evaluation",
            "the first day of the year of the earliest completion date among trainings is before"
                + " the date of evaluation")
        .doesNotContain("as the policy requires");
    assertThat(text("fr", both))
        .contains("est au plus tôt 1 mois avant le mois où tombe la date d’évaluation")
        .doesNotContain("conformes au règlement");
    String apart = totalled("$l : max( $on ), $f : min( $on )", "$l > $f");
    assertThat(text("en", apart)).contains("among trainings is after the earliest");
    assertThat(text("fr", apart)).contains("est après la première des dates");
    String months = totalled("$l : max( $on.startOfMonth() )", "$l >= $t.startOfMonth()");
    assertThat(text("en", months))
        .contains("the latest value of (the first day of the month of", "is no earlier than the f")
        .doesNotContain("as the policy requires");
    assertThat(text("fr", months)).contains("la dernière des dates (le premier jour du mois où");
    String amounts = totalled("$l : max( $h ), $f : min( $h )", "$l > $f");
    assertThat(text("en", amounts)).contains("is more than the lowest");
    assertThat(text("fr", amounts)).contains("plus que la valeur la plus basse");
  }

  @Test
  void the_highest_total_of_months_has_its_unit_and_no_parentheses_in_parentheses() {
    String best =
        """
        accumulate( groupby( Participation( $on : heldOn, $h : hours );
                             $m : $on.startOfMonth(); $s : sum( $h ) );
                    $best : max( $s ); $best >= 12 )
        """;
    assertThat(text("en", best))
        .contains(
            "the highest value of the total of the number of hours of the participation is at least"
                + " 12 hours, over all months");
    assertThat(text("fr", best))
        .contains("est d’au moins 12 heures, sur l’ensemble des mois avec, chaque fois,")
        .doesNotContain("((");
    String calculated = best.replace("max( $s )", "max( $s * 2 )");
    assertThat(text("en", calculated)).contains("the highest value of (");
    assertThat(text("fr", calculated)).contains("la valeur la plus haute (").doesNotContain("((");
  }
}
