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
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals of amounts of which each must be within bounds of its own. */
class PlanBoundsProperties {
  private static final int MOST_CREDITS = 14;
  private static final int MOST_COURSES = 5;

  /** A comparison with a number, as it is written and as it is meant. */
  private record Bounds(String written, IntPredicate holds) {
    private boolean excludesMore() {
      return written.contains("<=") || written.contains("==");
    }

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
    // which of several amounts add up to no more than so much, plans do not search for yet
    int most = each.excludesMore() || random.nextBoolean() ? 100 : least + random.nextInt(5);
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
