package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Plan.Demand;
import io.credentialrules.Plan.Relation;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where an amount can spoil a plan, the plan asks for one that does not, rather than for none. */
class PlanAmountsTest {
  private static final String NO_FAILED =
      """
      rule "R" @credential( "c" ) when
        TrainingCompletion( type == "COURSE" )
        not TrainingCompletion( score < 60 )
      then end
      """;

  @Test
  void a_course_beside_which_none_may_be_failed_is_to_be_passed() {
    assertThat(demands(NO_FAILED)).containsExactly("score AT_LEAST [60]");
  }

  @Test
  void courses_beside_one_that_is_graded_are_to_keep_the_mean() {
    assertThat(
            demands(
                """
                rule "R" @credential( "c" ) when
                  accumulate( TrainingCompletion( type == "COURSE", $s : score ); $m : average( $s ); $m >= 80 )
                  accumulate( TrainingCompletion( type == "COURSE" ); $n : count(); $n >= 4 )
                then end
                """))
        .containsOnly("score AT_LEAST [80]");
  }

  /** What has no value is not counted. */
  @Test
  void what_is_counted_by_a_value_has_one_and_need_not_differ_in_it() {
    for (String field : List.of("training", "score", "startedOn")) {
      String policy =
          """
          rule "R" @credential( "c" ) when
            accumulate( TrainingCompletion( type == "COURSE", $v : %s ); $n : count( $v ); $n >= 3 )
          then end
          """
              .formatted(field);
      assertThat(UnhelpfulFacts.demands(policy))
          .filteredOn(demand -> demand.field().equals(field))
          .extracting(PlanAmountsTest::written)
          .as(field)
          .hasSize(3)
          .containsOnly(field + " GIVEN []");
    }
  }

  @Test
  void what_may_not_be_too_much_is_to_be_little_enough() {
    assertThat(
            demands(
                """
                rule "R" @credential( "c" ) when
                  TrainingCompletion( type == "COURSE" )
                  not TrainingCompletion( hours > 8 )
                then end
                """))
        .containsExactly("hours AT_MOST [8]");
  }

  @Test
  void an_amount_that_no_value_does_for_is_not_to_be_given() {
    assertThat(
            demands(
                """
                rule "R" @credential( "c" ) when
                  TrainingCompletion( type == "COURSE" )
                  not TrainingCompletion( score >= 0 )
                then end
                """))
        .containsExactly("score ABSENT []");
  }

  @Test
  void amounts_that_only_do_together_are_not_asked_to_differ() {
    // 81, 80, 79 and 79.5 have a mean below 80, although each of them alone would do
    assertThat(
            demands(
                """
                rule "R" @credential( "c" ) when
                  accumulate( TrainingCompletion( type == "COURSE", $s : score ); $m : average( $s ); $m >= 80 )
                  accumulate( TrainingCompletion( type == "COURSE" ); $n : count(); $n >= 4 )
                then end
                """,
                scored("a", 81),
                scored("b", 80)))
        .noneMatch(demand -> demand.contains(Relation.DIFFERENT.name()));
  }

  private static TrainingCompletion scored(String name, int score) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(name)
        .score(BigDecimal.valueOf(score))
        .completedOn(TODAY)
        .provenance(VETTED)
        .build();
  }

  /** What is asked of amounts; any facts that the steps allow earn it. */
  private static List<String> demands(String policy, Fact... facts) {
    return UnhelpfulFacts.demands(policy, facts).stream()
        .filter(demand -> List.of("score", "hours").contains(demand.field()))
        .map(PlanAmountsTest::written)
        .toList();
  }

  private static String written(Demand demand) {
    return demand.field() + " " + demand.relation() + " " + demand.values();
  }
}
