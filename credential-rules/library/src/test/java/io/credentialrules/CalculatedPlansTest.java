package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans for what is calculated from totals. */
class CalculatedPlansTest {
  private static final String CAPPED =
      """
      accumulate( TrainingCompletion( subject != "CAREER", $c : credits ); $other : sum( $c ) )
      accumulate( TrainingCompletion( subject == "CAREER", $d : credits );
                  $career : sumUpTo( $d, 6 ); $other + $career >= 28 )
      """;

  private static TrainingCompletion course(
      String id, String subject, String credits, String score) {
    return TrainingCompletion.builder()
        .training(id)
        .type(TrainingType.COURSE)
        .subject(subject)
        .credits(new BigDecimal(credits))
        .score(new BigDecimal(score))
        .provenance(VETTED.toBuilder().id(id).build())
        .build();
  }

  /**
   * The steps of the plan: all of them together earn it, and with any of them left out it is not.
   */
  private static List<Plan.Step> steps(String when, Fact... facts) {
    CredentialRules rules =
        rules("rule \"The rule\" @credential( \"c\" ) when\n" + when + "\nthen end");
    LearnerRecord record = Records.record(facts);
    Plan plan = rules.evaluate(record, Records.TODAY, Records.ZONE).plan("c");
    assertThat(plan).isInstanceOf(Plan.Steps.class);
    Plan.Steps steps = (Plan.Steps) plan;
    assertThat(earns(rules, steps.appliedTo(record))).isTrue();
    for (Plan.Step left : steps.steps()) {
      List<Fact> others = new ArrayList<>(record.facts());
      steps.steps().stream()
          .filter(step -> !step.equals(left))
          .map(Plan.Step::fact)
          .forEach(others::add);
      assertThat(earns(rules, Records.record(others.toArray(Fact[]::new)))).isFalse();
    }
    return steps.steps();
  }

  private static boolean earns(CredentialRules rules, LearnerRecord record) {
    return rules.evaluate(record, Records.TODAY, Records.ZONE).decision("c").isEarned();
  }

  @Test
  void a_sum_of_two_totals_grows_by_the_one_that_is_not_capped() {
    Fact[] facts = {
      course("hum", "HUMANITIES", "20", "80"),
      course("career", "CAREER", "4", "80"),
      course("career-2", "CAREER", "4", "80")
    };
    List<Plan.Step> steps = steps(CAPPED, facts);
    assertThat(steps).hasSize(1);
    TrainingCompletion planned = (TrainingCompletion) steps.get(0).fact();
    assertThat(planned.credits()).isEqualByComparingTo("2");
    assertThat(planned.subject()).isNotEqualTo("CAREER");
    assertThat(steps(CAPPED.replace("sumUpTo( $d, 6 )", "sum( $d )").replace("28", "30"), facts))
        .hasSize(1);
    assertThat(steps(CAPPED.replace("sumUpTo", "sumOfItemsUpTo"), facts)).hasSize(1);
  }

  @Test
  void what_is_counted_after_a_calculation_is_given_what_it_is_calculated_from() {
    String counted =
        "accumulate( TrainingCompletion( $c : credits, $h : hours ); $n : count( %s ); $n >= 2 )";
    assertThat(steps(counted.formatted("$c + 1")))
        .hasSize(2)
        .allSatisfy(
            step ->
                assertThat(step.demands())
                    .extracting(Plan.Demand::field, Plan.Demand::relation)
                    .containsExactly(tuple("credits", Plan.Relation.GIVEN)));
    assertThat(steps(counted.formatted("$h / $c"), course("a", "A", "3", "80")))
        .as("a course without hours is none of two")
        .hasSize(2);
    assertThat(steps(counted.formatted("$c + 1"), course("a", "A", "3", "80"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "score >= $s + 10, 70",
    "score > $s + 10, 71",
    "score - $s >= 10, 70",
    "score >= $s * 1.5, 90",
    "score / $s >= 1.4, 84",
    "$s / score <= 0.8, 75"
  })
  void what_is_compared_with_a_calculation_from_another_fact_is_asked_for_as_it_is(
      String condition, BigDecimal least) {
    List<Plan.Step> steps =
        steps(
            "TrainingCompletion( training == \"before\", $s : score )\n"
                + "TrainingCompletion( training == \"after\", "
                + condition
                + " )",
            course("before", "A", "3", "60"));
    assertThat(steps)
        .singleElement()
        .satisfies(
            step ->
                assertThat(step.demands())
                    .filteredOn(demand -> demand.field().equals("score"))
                    .extracting(Plan.Demand::relation, Plan.Demand::values)
                    .containsExactly(tuple(Plan.Relation.AT_LEAST, List.of(least))));
  }

  @Test
  void nothing_at_all_is_enough_to_begin_with() {
    assertThat(steps(CAPPED)).hasSizeBetween(1, 2);
  }

  @Test
  void half_of_the_hours_on_site() {
    String when =
        """
        accumulate( TrainingCompletion( handsOn, $on : credits ); $onSite : sum( $on ) )
        accumulate( TrainingCompletion( $any : credits ); $all : sum( $any );
                    $onSite * 2 >= $all, $all >= 100 )
        """;
    assertThat(steps(when, course("a", "X", "100", "80"))).hasSize(1);
    assertThat(steps(when)).hasSize(1);
  }

  @Test
  void a_weighted_mean() {
    String when =
        """
        accumulate( TrainingCompletion( $credits : credits, $grade : score );
                    $points : sum( $credits * $grade ), $all : sum( $credits );
                    $points / $all >= 70 )
        """;
    assertThat(steps(when)).hasSize(1);
    assertThat(steps(when, course("a", "X", "4", "60"))).hasSize(1);
  }

  @Test
  void points_with_weights() {
    String when =
        """
        accumulate( TrainingCompletion( subject == "A", $a : training ); $as : countDistinct( $a ) )
        accumulate( TrainingCompletion( subject == "B", $b : training ); $bs : countDistinct( $b );
                    4 * $as + 2 * $bs >= 6 )
        """;
    assertThat(steps(when)).hasSize(2);
    assertThat(steps(when, course("a", "A", "1", "60"))).hasSize(1);
  }

  @Test
  void a_total_of_converted_amounts() {
    String when =
        """
        accumulate( TrainingCompletion( $h : hours, $c : credits ); $sum : sum( $h + 45 * $c );
                    $sum >= 100 )
        """;
    assertThat(steps(when)).hasSizeBetween(1, 3);
  }

  @Test
  void a_total_with_a_cap_by_itself() {
    String when =
        "accumulate( TrainingCompletion( $c : credits ); $n : sumUpTo( $c, 6 ); $n >= 5 )";
    assertThat(steps(when, course("a", "A", "3", "60"))).hasSize(1);
  }
}
