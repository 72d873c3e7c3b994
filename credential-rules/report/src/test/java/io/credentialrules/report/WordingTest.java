package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FeedbackOutcome;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences that were once wrong, and those beside them. */
class WordingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

  private static String text(String language, String drl, Fact... facts) {
    return report(language, drl, facts).text();
  }

  private static Report report(String language, String drl, Fact... facts) {
    CredentialRules rules = CredentialRules.compile(PolicyPack.of("p", Map.of("a.drl", drl)));
    LearnerRecord record =
        LearnerRecord.of(new Learner("ada", null, null, Set.of(), Provenance.UNVETTED), facts);
    Evaluation evaluation = rules.evaluate(record, DAY, ZoneOffset.UTC);
    return Report.of(evaluation, Locale.forLanguageTag(language));
  }

  private static RubricScore score(String criterion) {
    return new RubricScore(
        "r", criterion, null, null, null, DAY, Provenance.vettedBy("x", ReviewerRole.FACULTY, DAY));
  }

  private static final String CRITERION =
      """
      rule "Level" @credential( "level" )
      when RubricScore( criterion == "UNMET" ) then end
      """;

  @Test
  void a_text_that_differs_in_capitals_only_is_told_as_it_is_written() {
    assertThat(text("en", CRITERION, score("unmet")))
        .contains("the criterion is “unmet”, should be “UNMET”");
    assertThat(text("en", CRITERION, score("unmet"))).contains(" (only the capitals differ)");
    assertThat(text("fr", CRITERION, score("unmet"))).contains("seules les majuscules diffèrent");
    assertThat(text("en", CRITERION, score("UN\u2014MET")))
        .contains("is “UN\u2014MET”, should be “UNMET” (only spaces or dashes differ)");
    assertThat(text("en", CRITERION, score("un met")))
        .contains(" (only capitals, spaces or dashes differ)");
    assertThat(text("en", CRITERION, score("UNMET"))).contains("EARNED      Level");
    assertThat(text("en", CRITERION, score("other"))).doesNotContain("nearest");
  }

  @Test
  void what_is_only_written_otherwise_is_nearer_than_what_is_other() {
    Fact[] others = {score("a"), score("b"), score("c"), score("un-met")};
    assertThat(text("en", CRITERION, others))
        .contains("the criterion is “un-met”, should be “UNMET”")
        .doesNotContain("nearest: rubric score: rubric “r”, criterion “a”");
  }

  /** The day is always there, and is not yet the one that is required. */
  @ParameterizedTest
  @CsvSource({"en, Needed: the date of evaluation", "fr, Il faut"})
  void the_date_of_evaluation_is_never_missing(String language, String said) {
    String drl =
        """
        rule "Level" @credential( "level" )
        when
          RubricScore( $on : assessedOn )
          Today( date >= $on.plusMonths( 6 ) )
        then end
        """;
    assertThat(text(language, drl, score("a")))
        .contains(said)
        .doesNotContain("is missing (p/a.drl:4")
        .doesNotContain("Il manque la date");
    assertThat(text(language, drl)).contains("en".equals(language) ? "is missing" : "Il manque");
  }

  private static final String TWO =
      """
      rule "R" @requirement( "r" )
      when
        accumulate( RubricScore( criterion in ( "a", "b" ), level == "HIGH", $c : criterion );
            $n : countDistinct( $c ); $n >= 2 )
        accumulate( groupby( RubricScore( rubric == "r", level == "HIGH", $on : assessedOn );
                             $m : $on.startOfMonth(); $each : count(); $each >= 2 );
            $months : count(); $months >= 1 )
      then end
      rule "Level" @credential( "level" ) when Met( requirement == "r" ) then end
      """;

  private static RubricScore level(String criterion, String level) {
    return score(criterion).toBuilder().level(level).build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | nearest: rubric score: rubric “r”, criterion “a”, level “LOW” | the level is “LOW”, should be “HIGH”
          fr | au plus près : note de grille d’évaluation : grille « r », critère « a », niveau « LOW » | le niveau : « LOW », attendu : « HIGH »
          """)
  void what_a_requirement_is_made_of_shows_the_facts_near_it(
      String language, String near, String miss) {
    Report report = report(language, TWO, level("a", "LOW"), level("b", "HIGH"));
    for (String written : List.of(report.text(), report.html(), report.markdown())) {
      String page = written.replace('\u00a0', ' ').replace('\u202f', ' ');
      assertThat(page.split(Pattern.quote(near), -1))
          .as("for the part and for the month in %s", page)
          .hasSize(3);
      assertThat(page).contains(miss);
    }
    assertThat(text(language, TWO, level("a", "HIGH"), level("b", "HIGH")))
        .doesNotContain(near.substring(0, 7));
  }

  /**
   * Two of one type are told apart; where it is no single one that refers to another, the one is.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | RubricScore( rubric == $r, criterion != $c ) | the rubric of the other rubric score | of the rubric score
          fr | RubricScore( rubric == $r, criterion != $c ) | la grille de l’autre note de grille d’évaluation | de la note
          en | not RubricScore( rubric == $r, level == "LOW" ) | the rubric of the rubric score | other
          en | SubmittedEvidence( topic == $r ) | the rubric of the rubric score | other rubric score
          """)
  void another_of_the_same_type_is_told_as_the_other(
      String language, String second, String said, String unsaid) {
    String drl =
        """
        rule "Level" @credential( "level" ) @scale( "LOW < HIGH" )
        when RubricScore( $r : rubric, $c : criterion, level == "HIGH" ) %s then end
        """;
    assertThat(text(language, drl.formatted(second))).contains(said).doesNotContain(unsaid);
  }

  /** What a checker of grammar refused once. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | RubricScore( criterion contains "A" ) | the criterion does not contain “A” | do not include
          fr | RubricScore( criterion contains "A" ) | le critère ne contient pas « A » | comprennent
          en | RubricScore( !( vettedOn >= "2024-05-01" ) ) | that is not one reviewed no earlier than | and not reviewed
          fr | RubricScore( !( vettedOn >= "2024-05-01" ) ) | qui n’est pas de cette sorte (avec un examen au plus tôt | non avec
          en | accumulate( RubricScore( $d : vettedOn ); $n : countDistinct( $d ); $n >= 2 ) | at least 2 different dates of review | vetted on
          fr | accumulate( WorkExperience( $h : hours ); $n : countDistinct( $h ); $n >= 2 ) | 2 nombres d’heures (sans répétition) | (hours)
          """)
  void number_and_negation_are_right(String language, String when, String said, String unsaid) {
    String drl = "rule \"Level\" @credential( \"level\" ) when %s then end";
    assertThat(text(language, drl.formatted(when), score("b")).replace('\u00a0', ' '))
        .contains(said)
        .doesNotContain(unsaid);
  }

  /** What is not so for each is no thing that must be there or not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | so for all: each rubric score is | there must be each
          fr | pas le cas pour tous | le dossier n’ait chaque
          """)
  void what_has_to_be_so_for_each_is_told_as_such(String language, String said, String unsaid) {
    String each =
        """
        rule "Level" @credential( "level" )
        when RubricScore( criterion == "UNMET" ) forall( $s : RubricScore( ) RubricScore( this == $s, criterion == "UNMET" ) )
        then end
        """;
    String notEach = report(language, each, score("UNMET"), score("other")).withPlans().text();
    assertThat(notEach.split(said, -1)).as(notEach).hasSizeGreaterThanOrEqualTo(3);
    assertThat(notEach).doesNotContain(unsaid);
    assertThat(text(language, each, score("UNMET"))).doesNotContain(said);
  }

  @Test
  void a_level_that_is_not_on_the_scale_is_told_with_the_scale() {
    String rubric =
        """
        rule "Level" @credential( "level" ) @scale( "NOT_YET < PROFICIENT" )
        when RubricScore( criterion == "a", level >= "PROFICIENT" ) then end
        """;
    assertThat(text("en", rubric, rubric("EXEMPLARY")))
        .contains("; the scale is “NOT_YET” < “PROFICIENT”");
    assertThat(text("en", rubric, rubric("NOT_YET")))
        .contains("“NOT_YET”")
        .doesNotContain("the scale is");
  }

  private static Fact rubric(String level) {
    Provenance vetted = Provenance.vettedBy("x", ReviewerRole.FACULTY, DAY);
    return new RubricScore("r", "a", level, null, null, DAY, vetted);
  }

  private static final String TRAINING =
      """
      rule "Level" @credential( "level" ) @source( "Catalogue, https://a.example/level, read 2026-11-26" )
      when TrainingCompletion( training in ( "food-safety", "first-aid" ) )
           HeldCredential( credential matches "osha-[0-9]+" ) then end
      """;

  private static Fact training(String id) {
    return TrainingCompletion.builder()
        .training(id)
        .type(TrainingType.COURSE)
        .completedOn(DAY)
        .provenance(Provenance.vettedBy("x", ReviewerRole.FACULTY, DAY))
        .build();
  }

  private static Fact held(String id) {
    return new HeldCredential(id, null, DAY, Provenance.vettedBy("x", ReviewerRole.FACULTY, DAY));
  }

  @Test
  void texts_that_no_rule_names_are_told() {
    String text =
        text(
            "en",
            TRAINING,
            training("Food Safety"),
            training("first-aid"),
            held("osha-10"),
            held("level"),
            held("cpr"),
            held("cnc"));
    assertThat(text)
        .contains(
            "The name of the credential held: no rule names “cnc” or “cpr”",
            "The name of the training: no rule names “Food Safety”, but “food-safety”, which differs only in",
            "published in Catalogue, https://a.example/level, read 2026-11-26");
    assertThat(text.lines().filter(line -> line.contains("no rule names"))).hasSize(2);
    assertThat(text("fr", TRAINING, held("cpr")))
        .contains("Le nom du titre détenu : aucune règle ne nomme");
    String many =
        text(
            "en",
            TRAINING,
            IntStream.range(0, 7).mapToObj(i -> held("x" + i)).toArray(Fact[]::new));
    assertThat(many).contains("no rule names “x0”, “x1”, “x2”, “x3”, “x4”, or 2 more");
  }

  @Test
  void what_a_rule_is_aligned_to_is_told_in_each_language() {
    String aligned =
        TRAINING.replace(
            "@credential( \"level\" )",
            "@credential( \"level\" ) @alignment( \"Hygiene\", \"https://a.example/h\", \"Skills\","
                + " \"H-1\" )");
    assertThat(text("en", aligned))
        .contains("  aligned to Hygiene (Skills, H-1), https://a.example/h");
    assertThat(text("fr", aligned))
        .contains("  correspond à Hygiene (Skills, H-1), https://a.example/h");
    assertThat(text("en", TRAINING)).doesNotContain("aligned to");
  }

  private static final String JOINED =
      """
      rule "Level" @credential( "level" )
      when
        WorkExperience( type == "JOB", $work : experience )
        PerformanceFeedback( experience == $work )
      then end
      """;

  @Test
  void what_joins_two_facts_is_named() {
    Provenance vetted = Provenance.vettedBy("x", ReviewerRole.FACULTY, DAY);
    Fact job =
        WorkExperience.builder()
            .type(WorkExperienceType.JOB)
            .experience("shop")
            .hours(BigDecimal.TEN)
            .endedOn(DAY)
            .provenance(vetted)
            .build();
    Fact feedback =
        PerformanceFeedback.builder()
            .outcome(FeedbackOutcome.POSITIVE)
            .providerRole(ReviewerRole.SUPERVISOR)
            .experience("Shop")
            .givenOn(DAY)
            .provenance(vetted)
            .build();
    assertThat(text("en", JOINED, job, feedback))
        .contains("the experience is “Shop”, should be the name of the work experience");
  }

  private static final String MEAN =
      """
      rule "A mean of 2.0" @credential( "mean" )
      when
        accumulate( TrainingCompletion( $credits : credits, $score : score );
                    $points : sum( $credits * $score ), $all : sum( $credits );
                    $points / $all >= 2.0 )
      then end
      """;

  @Test
  void a_calculation_is_told_with_what_there_is_and_what_is_needed() {
    Fact course =
        TrainingCompletion.builder()
            .training("a")
            .type(TrainingType.COURSE)
            .credits(new BigDecimal(4))
            .score(new BigDecimal("1.5"))
            .provenance(Provenance.vettedBy("x", ReviewerRole.FACULTY, DAY))
            .build();
    assertThat(text("en", MEAN, course))
        .contains("1.5 percent", "at least 2 percent")
        .doesNotContain("$", " / ");
    assertThat(text("fr", MEAN, course)).contains("au moins 2").doesNotContain("$", " / ");
    assertThat(text("en", MEAN)).contains("at least 2 percent").doesNotContain("$", " / ");
  }

  private static final String CAPPED =
      """
      rule "28 credits" @credential( "c" )
      when
        accumulate( TrainingCompletion( subject == "CAREER", $d : credits );
                    $career : %s; %s >= 28 )
      then end
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sumUpTo( $d, 6 ), $all : sum( $d )| 2 * $career + $all| no more than 6 credits count",
        "sumOfItemsUpTo( $d, 30 )| $career| each item whole or not at all",
        "sumOfGreatest( $d, 1 )| $career| of which the greatest one counts",
        "sumOfGreatest( $d, 2 )| $career| of which the 2 greatest count",
        "averageOfGreatest( $d, 2 )| $career| of which the 2 greatest count",
        "countDistinctUpTo( $d, 29 )| $career| of which no more than 29 count",
        "countDistinctUpTo( $d, 29 )| 2 * $career| no more than 29 count"
      })
  void a_cap_is_told_with_what_there_is_and_what_counts(
      String function, String compared, String cap) {
    String policy = CAPPED.formatted(function, compared);
    Fact[] courses = {careerCourse("a", "4"), careerCourse("b", "4.5")};
    assertThat(text("en", policy, courses)).contains(cap).doesNotContain("$", "UpTo", "Greatest");
    assertThat(text("fr", policy, courses)).contains("dont").doesNotContain("$", "UpTo");
    if (function.startsWith("sumUpTo")) {
      assertThat(text("en", policy, courses)).contains("of 8.5 credits, 6 credits count");
      assertThat(text("fr", policy, courses)).contains("sur 8,5 crédits, 6 crédits comptent");
      assertThat(text("en", policy, courses[0])).doesNotContain("; of 4 credits");
    }
  }

  private static final String GROUPED =
      """
      rule "Each" @credential( "c" )
      when
        accumulate( groupby( TrainingCompletion( $on : completedOn, $subject : subject,
                                                 $credits : credits );
                             $k : %s; $sum : sum( $credits ); $sum %s );
                    $n : %s; $n %s )
        exists TrainingCompletion()
      then end
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$on.startOfWeek() | >= 30 | count() | >= 2 | at least 2 weeks with at least 30 credits"
            + "| au moins 2 semaines | the week of | la semaine du",
        "$on.startOfMonth() | >= 30 | count() | >= 2 | at least 2 months | au moins 2 mois"
            + "| the month from | le mois",
        "$subject | >= 30 | countDistinct( $k ) | >= 2 | at least 2 subjects | au moins 2"
            + "| “CAREER” has 4 credits | CAREER",
        "$subject | < 30 | count() | == 0 | less than 30 credits | moins de 30"
            + "| counted: “CAREER” | comptés",
        "$on.startOfYear() | >= 1 | max( $sum ) | >= 20 | the highest value | la valeur"
            + "| at least 20 | au moins 20"
      })
  void what_is_asked_of_each_group_is_told_and_the_groups_that_miss_it_are_named(
      String key,
      String kept,
      String function,
      String asked,
      String english,
      String french,
      String group,
      String groupe) {
    String policy = GROUPED.formatted(key, kept, function, asked);
    assertThat(text("en", policy, careerCourse("a", "4")))
        .contains(english, group)
        .doesNotContain("$", "startOf");
    assertThat(text("fr", policy, careerCourse("a", "4")))
        .contains(french, groupe)
        .doesNotContain("$", "startOf");
  }

  private static Fact careerCourse(String id, String credits) {
    return TrainingCompletion.builder()
        .training(id)
        .type(TrainingType.COURSE)
        .subject("CAREER")
        .completedOn(DAY)
        .credits(new BigDecimal(credits))
        .provenance(Provenance.vettedBy("x", ReviewerRole.FACULTY, DAY))
        .build();
  }

  private static final String NEGATED =
      """
      rule "Beginner" @credential( "beginner" )
      when RubricScore( criterion == "a" ) then end
      rule "Level" @credential( "level" )
      when
        not Earned( credential == "beginner" )
        not( RubricScore( criterion == "b" ) and RubricScore( criterion == "c" ) )
        RubricScore( criterion == "d" ) or RubricScore( criterion == "e" )
      then end
      """;

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void what_must_not_be_is_said_in_a_sentence(String language) {
    String text = text(language, NEGATED, score("a"), score("b"), score("c"));
    assertThat(text).doesNotContain("not this").doesNotContain("pas ceci");
    assertThat(text.lines().filter(line -> line.endsWith(":")).toList()).doesNotHaveDuplicates();
  }

  @Test
  void one_thing_that_is_needed_is_one() {
    String text =
        text(
            "en",
            """
            rule "Level" @credential( "level" )
            when accumulate( RubricScore( $c : criterion ); $n : countDistinct( $c ); $n >= 1 )
            then end
            """);
    assertThat(text)
        .contains(" is needed among")
        .doesNotContain("are needed")
        .doesNotContain("criterions");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void conditions_that_share_a_variable_are_told_without_the_language_of_rules(String language) {
    String text =
        text(
            language,
            """
            rule "Level" @credential( "level" )
            when
              RubricScore( criterion == "a", $day : assessedOn )
              AssessmentResult( takenOn > $day )
            then end
            """);
    assertThat(text).doesNotContain("$").doesNotContain("==").doesNotContain("RubricScore(");
  }

  private static TrainingCompletion training(
      String id, String provider, String subject, int credits) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(id)
        .provider(provider)
        .subject(subject)
        .credits(BigDecimal.valueOf(credits))
        .provenance(Provenance.vettedBy("x", ReviewerRole.FACULTY, DAY))
        .build();
  }

  @Test
  void case_63_the_amount_that_is_missing_is_told_of_several() {
    String drl =
        """
        rule "Three in two" @credential( "c" )
        when
          accumulate( TrainingCompletion( $n : training, $s : subject );
              $a : countDistinct( $n ), $b : countDistinct( $s ); $a >= 3, $b >= 2 )
        then end
        """;
    String text =
        text(
            "en",
            drl,
            training("a", "own", "x", 1),
            training("b", "own", "x", 1),
            training("c", "own", "x", 1));
    assertThat(text)
        .contains("1 more different subject is needed among trainings")
        .doesNotContain("1 more training")
        .doesNotContain("value");
  }

  @Test
  void case_64_two_totals_that_are_compared_are_told_apart() {
    String drl =
        """
        rule "Own" @credential( "c" )
        when
          accumulate( TrainingCompletion( provider == "own", $c : credits );
              $own : sum( $c ); $own >= 1 )
          accumulate( TrainingCompletion( provider != "own", $d : credits );
              $other : sum( $d ); $other <= $own )
        then end
        """;
    TrainingCompletion own = training("a", "own", "x", 60);
    TrainingCompletion other = training("b", "other", "x", 61);
    assertThat(text("en", drl, own, other))
        .contains(
            "the total number of credits of training whose provider is other than “own” is at most"
                + " the total number of credits of training whose provider is “own”; has 61"
                + " credits, needs at most 60 credits");
    assertThat(text("fr", drl, own, other)).contains("est au plus le total");
  }

  private static final String NAMED =
      """
      declare Minimum @name( "Least score" ) @value( 80 ) @from( "2026-01-01", 90 ) end
      declare Courses @value( "a", "b" ) end
      rule "Course" @credential( "course" ) @versionBy( "policy-date" )
      when TrainingCompletion( training memberOf Courses, score >= Minimum ) then end
      """;

  @Test
  void a_named_value_is_told_as_it_is_on_the_day_and_since_when() {
    assertThat(text("en", NAMED))
        .contains("at least 90 percent", "“Least score” is 90 since January 1, 2026")
        .contains("“Courses” is \"a\", \"b\"")
        .doesNotContain("Minimum");
    assertThat(text("fr", NAMED))
        .contains("au moins 90", "vaut 90 depuis le 1er janvier 2026")
        .doesNotContain("Minimum");
  }

  @Test
  void a_named_value_is_told_as_it_was_on_the_policy_date() {
    CredentialRules rules = CredentialRules.compile(PolicyPack.of("p", Map.of("a.drl", NAMED)));
    LearnerRecord record =
        LearnerRecord.of(new Learner("ada", null, null, Set.of(), Provenance.UNVETTED)).toBuilder()
            .policyDate(LocalDate.of(2025, 12, 31))
            .build();
    String text = Report.of(rules.evaluate(record, DAY, ZoneOffset.UTC), Locale.ENGLISH).text();
    assertThat(text).contains("at least 80 percent", "“Least score” is 80").doesNotContain("since");
  }
}
