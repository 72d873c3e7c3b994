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
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Where only the greatest values count, or the best of each key, one more takes the place of
 * another: a plan asks for what is enough in its place, and for no more.
 */
class PlanPlacesProperties {
  private static final List<String> TOTALS =
      List.of(
          "sumOfGreatest( $s, 2 ); $t >= 150",
          "sumOfGreatest( $s, 3 ); $t > 200",
          "averageOfGreatest( $s, 2 ); $t >= 75",
          "averageOfGreatest( $s, 3 ); $t >= 70",
          "sumOfBest( $s, $c, $s ); $t >= 160",
          "sumOfLatest( $s, $c, $on ); $t > 150",
          "averageOfLatest( $s, $c, $on ); $t >= 70");

  private static CredentialRules rules(String total) {
    return Records.rules(
        """
        rule "R" @credential( "c" ) when
          accumulate( TrainingCompletion( $c : training, $c in ( "a", "b" ), $s : score, $on : completedOn ); $t : %s )
        then end
        """
            .formatted(total));
  }

  @Property(seed = Laws.SEED)
  void what_takes_the_place_of_another_is_as_large_as_it_must_be(@ForAll long seed) {
    Random random = new Random(seed);
    String total = TOTALS.get(random.nextInt(TOTALS.size()));
    List<Fact> held = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      held.add(scored(i % 2 == 0 ? "a" : "b", random.nextInt(101), 1 + random.nextInt(90)));
    }
    CredentialRules rules = rules(total);
    int least = 0;
    while (least <= 100 && !doesAny(rules, held, least)) {
      least++;
    }
    Plan plan = plan(rules, held);
    if (plan instanceof Plan.AlreadyEarned || least > 100) {
      return;
    }
    String said = total + held + plan;
    assertThat(plan).as(said).isInstanceOf(Plan.Steps.class);
    List<Plan.Step> steps = ((Plan.Steps) plan).steps();
    assertThat(steps).as(said).hasSize(1);
    assertThat(((TrainingCompletion) steps.get(0).fact()).score())
        .as(said)
        .isEqualByComparingTo(BigDecimal.valueOf(least));
  }

  @Test
  void where_all_count_nothing_is_replaced() {
    List<Fact> held = List.of(scored("a", 90, 3), scored("b", 60, 2));
    assertThat(score("sumOfGreatest( $s, 2 ); $t >= 160", held)).isEqualByComparingTo("70");
    assertThat(score("sumOfGreatest( $s, 3 ); $t >= 160", held)).isEqualByComparingTo("10");
    assertThat(score("sum( $s ); $t >= 160", held)).isEqualByComparingTo("10");
    assertThat(score("averageOfGreatest( $s, 2 ); $t >= 80", held)).isEqualByComparingTo("70");
    assertThat(score("averageOfGreatest( $s, 3 ); $t >= 80", held)).isEqualByComparingTo("90");
    assertThat(plan(rules("sumOfGreatest( $s, 2 ); $t > 200"), held))
        .isInstanceOf(Plan.Unreachable.class);
  }

  private static @Nullable BigDecimal score(String total, List<Fact> held) {
    Plan.Steps plan = (Plan.Steps) plan(rules(total), held);
    assertThat(plan.steps()).hasSize(1);
    return ((TrainingCompletion) plan.steps().get(0).fact()).score();
  }

  private static boolean doesAny(CredentialRules rules, List<Fact> held, int score) {
    return Stream.of("a", "b")
        .anyMatch(
            name ->
                rules
                    .evaluate(
                        Records.record(
                            Stream.concat(held.stream(), Stream.of(scored(name, score, 0)))
                                .toArray(Fact[]::new)),
                        TODAY,
                        ZONE)
                    .isEarned("c"));
  }

  private static Plan plan(CredentialRules rules, List<Fact> held) {
    return rules.evaluate(Records.record(held.toArray(new Fact[0])), TODAY, ZONE).plan("c");
  }

  private static Fact scored(String name, int score, int daysAgo) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(name)
        .score(BigDecimal.valueOf(score))
        .completedOn(TODAY.minusDays(daysAgo))
        .provenance(VETTED)
        .build();
  }
}
