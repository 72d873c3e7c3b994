package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals of amounts of which each must be within bounds of its own. */
class PlanBoundsProperties {
  private static final int MOST_CREDITS = 14;
  private static final int MOST_COURSES = 5;

  /** A comparison with a number, as it is written and as it is meant. */
  private record Bounds(String written, IntPredicate holds) {
    private static Bounds of(String name, Random random, int from, int to) {
      int least = from + random.nextInt(to - from);
      int most = least + random.nextInt(4);
      return switch (random.nextInt(6)) {
        case 0 -> new Bounds(name + " >= " + least, value -> value >= least);
        case 1 -> new Bounds(name + " > " + least, value -> value > least);
        case 2 -> new Bounds(name + " <= " + most + ", " + name + " > 0", v -> v <= most && v > 0);
        case 3 -> new Bounds(name + " == " + least, value -> value == least);
        case 4 ->
            new Bounds(
                "( " + name + " >= " + (least + 4) + " || " + name + " == " + least + " )",
                value -> value >= least + 4 || value == least);
        default ->
            new Bounds(
                name + " >= " + least + ", " + name + " <= " + most,
                value -> value >= least && value <= most);
      };
    }
  }

  @Property(seed = Laws.SEED)
  void a_sum_has_a_plan_of_as_few_as_there_can_be(@ForAll long seed) {
    Random random = new Random(seed);
    Bounds each = Bounds.of("credits", random, 1, 7);
    int least = 6 + random.nextInt(10);
    int most = random.nextBoolean() ? 100 : least + random.nextInt(5);
    String policy =
        "rule \"C\" @credential( \"c\" ) when accumulate( TrainingCompletion( "
            + each.written()
            + ", $c : credits ); $t : sum( $c ); $t >= "
            + least
            + ", $t <= "
            + most
            + " ) then end\n";
    List<Fact> held = new ArrayList<>();
    int has = 0;
    for (int course = random.nextInt(3); course > 0; course--) {
      int credits = 1 + random.nextInt(7);
      held.add(course("held-" + course, credits));
      has += each.holds().test(credits) ? credits : 0;
    }
    int fewest = fewest(each.holds(), least - has, most - has);
    Plan plan = plan(policy, held);
    if (has >= least && has <= most) {
      assertThat(plan).isInstanceOf(Plan.AlreadyEarned.class);
    } else if (fewest > MOST_COURSES) {
      return;
    } else {
      assertThat(plan).as(() -> policy + held).isInstanceOf(Plan.Steps.class);
      assertThat(((Plan.Steps) plan).steps()).as(() -> policy + held + plan).hasSize(fewest);
    }
  }

  /** How many amounts it takes to come to no less than one and no more than another number. */
  private static int fewest(IntPredicate each, int least, int most) {
    List<Integer> sums = List.of(0);
    for (int courses = 0; courses <= MOST_COURSES; courses++) {
      if (sums.stream().anyMatch(sum -> sum >= least && sum <= most)) {
        return courses;
      }
      sums =
          sums.stream()
              .flatMapToInt(
                  sum ->
                      IntStream.rangeClosed(1, MOST_CREDITS * 2)
                          .filter(each)
                          .map(amount -> sum + amount))
              .boxed()
              .distinct()
              .toList();
    }
    return Integer.MAX_VALUE;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$t : average( $c ), $n : count(); $t >= 4.5, $n >= 3",
        "$t : sumUpTo( $c, 6, $s ); $t >= 9",
        "$t : sumOfGreatest( $c, 2, $k ); $t >= 9",
        "$t : sum( $c * $h ); $t >= 20",
        "$t : sum( $c ); 2 * $t >= 17"
      })
  void other_totals_have_a_plan_too(String total) {
    for (String each : List.of("credits >= 5", "credits > 5", "credits >= 5, credits <= 6")) {
      String policy =
          "rule \"C\" @credential( \"c\" ) when accumulate( TrainingCompletion( "
              + each
              + ", $c : credits, $h : hours, $s : subject, $k : training ); "
              + total
              + " ) then end\n";
      for (int held : new int[] {3, 6}) {
        assertThat(plan(policy, List.of(course("held", held)))).isInstanceOf(Plan.Steps.class);
      }
    }
  }

  /** With three subjects on record, a fourth course has one of these. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$n : countDistinct( $s ), $t : sum( $c )",
        "$t : sum( $c ), $n : countDistinct( $s )"
      })
  void more_courses_than_subjects_that_are_allowed_are_planned(String functions) {
    String policy =
        "rule \"C\" @credential( \"c\" ) when accumulate( TrainingCompletion( credits >= 2, credits <= 3,"
            + " subject in ( \"MUSIC\", \"ART\", \"MATHS\" ), $c : credits, $s : subject ); "
            + functions
            + "; $n >= 2, $t >= 11 ) then end\n";
    for (List<Fact> held : List.of(List.<Fact>of(), List.of(course("held", 3)))) {
      assertThat(((Plan.Steps) plan(policy, held)).steps()).hasSize(4 - held.size());
    }
  }

  /** Another condition, in the same rule or of the same credential, says how large one may be. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "not TrainingCompletion( credits > 4 )",
        "not TrainingCompletion( credits >= 5 )",
        "forall( TrainingCompletion( credits <= 4 ) )",
        "forall( $each : TrainingCompletion() TrainingCompletion( this == $each, credits < 4.5 ) )",
        "accumulate( TrainingCompletion( $c : credits ); $m : max( $c ); $m <= 4 )"
      })
  void a_sum_is_shared_out_where_large_amounts_are_excluded(String most) {
    String sum = "accumulate( TrainingCompletion( $c : credits ); $t : sum( $c ); $t >= 10 )";
    for (String conditions : List.of(sum + " " + most, most + " " + sum)) {
      String together = "rule \"C\" @credential( \"c\" ) when " + conditions + " then end\n";
      String apart =
          "rule \"R\" @requirement( \"r\" ) when "
              + conditions
              + " then end\nrule \"C\" @credential( \"c\" ) when Met( requirement == \"r\" ) then end\n";
      for (String policy : List.of(together, apart)) {
        assertThat(((Plan.Steps) plan(policy, List.of())).steps()).as(policy).hasSize(3);
        assertThat(((Plan.Steps) plan(policy, List.of(course("held", 4)))).steps())
            .as(policy)
            .hasSize(2);
      }
    }
  }

  /** Of what is planned for the one as much as the other needs too, and no more. */
  @Test
  void one_course_does_for_two_sums_that_together_must_not_be_too_much() {
    String policy =
        """
        rule "C" @credential( "c" ) when
          accumulate( TrainingCompletion( categories contains "A", $c : credits ); $n : sum( $c ); $n >= 6 )
          accumulate( TrainingCompletion( categories contains "B", $d : credits ); $m : sum( $d ); $m >= 6 )
          accumulate( TrainingCompletion( $e : credits ); $k : sum( $e ); $k <= 9 )
        then end
        """;
    Fact held =
        TrainingCompletion.builder()
            .type(TrainingType.COURSE)
            .training("held")
            .credits(BigDecimal.valueOf(3))
            .categories(Set.of("A"))
            .completedOn(TODAY)
            .provenance(VETTED)
            .build();
    assertThat(((Plan.Steps) plan(policy, List.of(held))).steps()).hasSize(1);
  }

  /** What is missing is not shared out in nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"credits <= 0", "credits == 1, hours == 1"})
  void amounts_that_hardly_can_be_are_no_failure(String each) {
    String policy =
        "rule \"C\" @credential( \"c\" ) when accumulate( TrainingCompletion( "
            + each
            + ", $c : credits, $h : hours ); $t : sum( $c ), $u : sum( $h ); $t >= 2, $t <= 2, $u == 3 ) then end\n";
    assertThat(plan(policy, List.of())).as(policy).isInstanceOf(Plan.Unreachable.class);
  }

  /** Each further subject asks for more of the sum. */
  @Test
  void a_sum_grows_with_what_it_is_compared_with() {
    String policy =
        "rule \"C\" @credential( \"c\" ) when accumulate( TrainingCompletion( $s : subject, $c : credits );"
            + " $t : sum( $c ), $n : countDistinct( $s ); $t >= 4 * $n, $n >= 2 ) then end\n";
    assertThat(((Plan.Steps) plan(policy, List.of())).steps()).hasSize(2);
    assertThat(((Plan.Steps) plan(policy, List.of(course("held", 3)))).steps()).hasSize(1);
  }

  /** What is largest in a group, what counts of each key, and a mean keep within it too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "not TrainingCompletion( credits > 4 ) accumulate( groupby( TrainingCompletion( $c : credits, $s : subject ); $k : $s; $t : sum( $c ); $t >= 6 ); $n : count(); $n >= 2 ) @ 4",
        "not TrainingCompletion( credits > 3 ) accumulate( TrainingCompletion( $c : credits, $s : subject ); $t : sumUpTo( $c, 4, $s ); $t >= 10 ) @ 4",
        "not TrainingCompletion( score > 95 ) accumulate( TrainingCompletion( $p : score ); $t : average( $p ), $n : count(); $t >= 80, $n >= 2 ) @ 2",
        "not TrainingCompletion( credits > 5 ) ( TrainingCompletion( credits >= 6 ) or accumulate( TrainingCompletion( $c : credits, credits <= 3 ); $t : sum( $c ); $t >= 7 ) ) @ 3"
      })
  void what_is_excluded_is_taken_in_no_other_way(String conditions, int steps) {
    String policy = "rule \"C\" @credential( \"c\" ) when " + conditions + " then end\n";
    assertThat(((Plan.Steps) plan(policy, List.of())).steps()).as(policy).hasSize(steps);
  }

  private static Plan plan(String policy, List<Fact> held) {
    return Records.rules(policy)
        .evaluate(Records.record(held.toArray(Fact[]::new)), TODAY, ZONE)
        .plan("c");
  }

  private static Fact course(String name, int credits) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(name)
        .subject("MUSIC")
        .credits(BigDecimal.valueOf(credits))
        .completedOn(TODAY)
        .provenance(VETTED)
        .build();
  }
}
