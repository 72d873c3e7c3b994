package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * A mean of grade points is raised by grades that the record shows to be on the scale, in as many
 * courses or as many credits as it takes.
 */
class PlanMeansProperties {
  private static final BigDecimal NEEDS = new BigDecimal("3");

  private static final List<String> WEIGHTED =
      List.of(
          "accumulate( TrainingCompletion( $p : gradePoints, $c : credits ); $s : sum( $p * $c ), $a : sum( $c ); $s >= 3 * $a, $a >= 6 )",
          "accumulate( TrainingCompletion( $p : gradePoints, $c : credits ); $s : sum( $p * $c ), $a : sum( $c ); $s / $a >= 3 )",
          "accumulate( TrainingCompletion( $p : gradePoints, $c : credits ); $s : sum( $c * $p ), $a : sum( $c ); $s - 3 * $a >= 0, $a > 0 )");

  /** A mean and the credits that it must be of, in either order. */
  private static final List<String> OF_CREDITS =
      List.of(
          "$s >= %1$s * $a, $a >= %2$s",
          "$a >= %2$s, $s >= %1$s * $a",
          "$s / $a >= %1$s, $a >= %2$s",
          "$a >= %2$s, $s / $a >= %1$s",
          "$s - %1$s * $a >= 0, $a >= %2$s",
          "%2$s <= $a, %1$s <= $s / $a");

  private static final String PLAIN =
      "accumulate( TrainingCompletion( $p : gradePoints ); $m : average( $p ); $m >= 3 )";

  @Provide
  Arbitrary<String> weighted() {
    return Arbitraries.of(WEIGHTED);
  }

  /** Grades of the scale, with credits. */
  @Provide
  Arbitrary<List<Fact>> held() {
    return Combinators.combine(
            Arbitraries.of("1", "1.7", "2", "2.3", "2.7", "3", "3.3", "3.7", "4"),
            Arbitraries.integers().between(1, 4))
        .as(PlanMeansProperties::course)
        .list()
        .ofMaxSize(5);
  }

  private static Fact course(String points, int credits) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training("held")
        .gradePoints(new BigDecimal(points))
        .credits(BigDecimal.valueOf(credits))
        .completedOn(TODAY)
        .provenance(VETTED)
        .build();
  }

  private static List<Fact> named(List<Fact> held) {
    List<Fact> named = new ArrayList<>();
    for (Fact fact : held) {
      named.add(((TrainingCompletion) fact).toBuilder().training("held " + named.size()).build());
    }
    return named;
  }

  private static Plan plan(String condition, List<Fact> held, long seed) {
    CredentialRules rules =
        rules("rule \"Badge\" @credential( \"badge\" ) when\n" + condition + "\nthen end\n");
    LearnerRecord record = record(held.toArray(new Fact[0]));
    Plan plan = rules.evaluate(record, TODAY, ZONE).plan("badge");
    if (plan instanceof Plan.Steps steps) {
      UnhelpfulFacts unhelpful =
          new UnhelpfulFacts(
              rules.vocabulary(), TODAY.atTime(12, 0).atZone(ZONE), new Random(seed));
      for (int tries = 0; tries < 5; tries++) {
        LearnerRecord after = unhelpful.after(steps, record);
        assertThat(rules.evaluate(after, TODAY, ZONE).isEarned("badge"))
            .as("%s with %s", steps.steps().stream().map(Plan.Step::demands).toList(), after)
            .isTrue();
      }
    }
    return plan;
  }

  private static BigDecimal points(Fact fact) {
    return Objects.requireNonNull(((TrainingCompletion) fact).gradePoints(), "each has points");
  }

  private static BigDecimal greatest(List<Fact> held) {
    return held.stream()
        .map(PlanMeansProperties::points)
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }

  @Property(seed = Laws.SEED)
  void a_weighted_mean_is_raised_by_credits_of_grades_that_there_are(
      @ForAll("weighted") String condition, @ForAll("held") List<Fact> held, @ForAll long seed) {
    List<Fact> named = named(held);
    Plan plan = plan(condition, named, seed);
    if (plan instanceof Plan.AlreadyEarned) {
      return;
    }
    assertThat(plan).as("%s", held).isInstanceOf(Plan.Steps.class);
    List<Plan.Step> steps = ((Plan.Steps) plan).steps();
    assertThat(steps).hasSize(1);
    if (greatest(named).compareTo(NEEDS) > 0) {
      assertThat(points(steps.get(0).fact())).as("%s", held).isLessThanOrEqualTo(greatest(named));
    }
  }

  @Property(tries = 40, seed = Laws.SEED)
  void with_nothing_on_record_the_mean_itself_is_asked_for_in_as_many_credits_as_it_must_be_of(
      @ForAll("ofCredits") String tests,
      @ForAll("means") String mean,
      @ForAll("credits") String credits,
      @ForAll long seed) {
    Plan plan =
        plan(
            "accumulate( TrainingCompletion( $p : gradePoints, $c : credits ); $s : sum( $p * $c ), $a : sum( $c ); %s )"
                .formatted(tests.formatted(mean, credits)),
            List.of(),
            seed);
    List<Plan.Step> steps = ((Plan.Steps) plan).steps();
    assertThat(steps).hasSize(1);
    assertThat(points(steps.get(0).fact())).isEqualByComparingTo(mean);
    assertThat(((TrainingCompletion) steps.get(0).fact()).credits()).isEqualByComparingTo(credits);
  }

  @Provide
  Arbitrary<String> ofCredits() {
    return Arbitraries.of(OF_CREDITS);
  }

  @Provide
  Arbitrary<String> means() {
    return Arbitraries.of("2", "2.75", "3.0", "3.5");
  }

  @Provide
  Arbitrary<String> credits() {
    return Arbitraries.of("1", "2", "6", "24", "90");
  }

  @Property(seed = Laws.SEED)
  void a_mean_is_raised_by_as_many_of_the_best_grades_as_it_takes(
      @ForAll("held") List<Fact> held, @ForAll long seed) {
    List<Fact> named = named(held);
    Plan plan = plan(PLAIN, named, seed);
    if (plan instanceof Plan.AlreadyEarned) {
      return;
    }
    assertThat(plan).as("%s", held).isInstanceOf(Plan.Steps.class);
    List<Plan.Step> steps = ((Plan.Steps) plan).steps();
    int most = 12;
    int fewest = fewest(named, most);
    assertThat(steps).hasSize(fewest > most ? 1 : fewest);
    if (fewest <= most && greatest(named).compareTo(NEEDS) > 0) {
      assertThat(steps)
          .allSatisfy(step -> assertThat(points(step.fact())).isLessThanOrEqualTo(greatest(named)));
    }
  }

  /**
   * How many of the best grade bring the mean to where it must be; more than so many at the most.
   */
  private static int fewest(List<Fact> held, int most) {
    BigDecimal missing =
        held.stream()
            .map(fact -> NEEDS.subtract(points(fact)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal each = greatest(held).subtract(NEEDS);
    if (each.signum() <= 0) {
      return 1;
    }
    int facts = 1;
    while (facts <= most && each.multiply(BigDecimal.valueOf(facts)).compareTo(missing) < 0) {
      facts++;
    }
    return facts;
  }

  @Test
  void where_no_grade_is_enough_a_larger_one_is_asked_for() {
    List<Fact> held = named(List.of(course("2", 3), course("2.3", 3)));
    Plan.Steps plan = (Plan.Steps) plan(WEIGHTED.get(0), held, 1);
    assertThat(plan.steps()).hasSize(1);
    assertThat(points(plan.steps().get(0).fact())).isGreaterThan(NEEDS);
  }

  @Test
  void of_credits_there_can_be_more_than_anybody_had() {
    List<Fact> held = named(List.of(course("3", 1), course("3", 4)));
    Plan.Steps plan =
        (Plan.Steps)
            plan(
                "accumulate( TrainingCompletion( $c : credits ); $m : average( $c ); $m >= 3.5 )",
                held,
                1);
    assertThat(plan.steps()).as("rather than four of 4 credits").hasSize(1);
  }
}
