package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each key counts once, or only so much of it, or is a group, a plan has another key. */
class PlanKeysProperties {
  private static final List<String> CONDITIONS =
      List.of(
          "accumulate( TrainingCompletion( $c : training, $n : credits, $s : score ); $t : sumOfBest( $n, $c, $s ); $t >= 9 )",
          "accumulate( TrainingCompletion( $c : training, $n : credits, $d : completedOn ); $t : sumOfLatest( $n, $c, $d ); $t >= 9 )",
          "accumulate( TrainingCompletion( $c : training, $n : credits, $d : completedOn ); $t : sumOfFirst( $n, $c, $d ); $t >= 9 )",
          "accumulate( TrainingCompletion( $c : training, $n : credits ); $t : sumUpTo( $n, 4, $c ); $t >= 9 )",
          "accumulate( groupby( TrainingCompletion( $c : training, $n : credits ); $k : $c; $s : sum( $n ); $s >= 3 ); $t : count(); $t >= 3 )",
          "accumulate( groupby( TrainingCompletion( $c : training, $n : credits ); $k : $c; $s : max( $n ); $s > 3 ); $t : count(); $t >= 2 )",
          "accumulate( TrainingCompletion( $c : training, $k : subject ); $t : countDistinctUpTo( $c, 2, $k ); $t >= 6 )",
          "accumulate( TrainingCompletion( $c : training, $k : subject ); $t : countDistinctUpTo( $c, 2, $k ); $t >= 5 )",
          "accumulate( TrainingCompletion( $c : training, $k : subject ); $t : countDistinctUpTo( $k, 1, $c ); $t >= 3 )",
          "accumulate( TrainingCompletion( $c : training, $k : subject, $k in ( \"x\", \"y\" ) ); $t : countDistinctUpTo( $c, 2, $k ); $t >= 4 )",
          "accumulate( TrainingCompletion( $c : training, $n : credits, $s : score, $k : subject ); $t : sumOfBest( $n, $c, $s ), $u : countDistinctUpTo( $c, 2, $k ); $t >= 9, $u >= 3 )",
          "accumulate( TrainingCompletion( $c : training, $s : score, $k : subject ); $t : sumOfBest( $s, $c, $s ), $u : countDistinctUpTo( $c, 1, $k ); $t >= 250, $u >= 3 )",
          "accumulate( TrainingCompletion( $c : training, $n : credits, $s : score ); $t : sumOfBest( $n, $c, $s ), $u : countDistinct( $c ); $t >= 9, $u >= 3 )");

  /** Of each key only so much counts, and more is never worse. */
  private static final List<String> GROWING =
      List.of(
          "accumulate( TrainingCompletion( $k : subject, $p : score ); $t : sumOfGreatest( $p, 1, $k ); $t >= 170 )",
          "accumulate( TrainingCompletion( $k : subject, $p : score ); $t : sumOfGreatest( $p, 2, $k ); $t > 360 )",
          "accumulate( TrainingCompletion( $k : subject, $k in ( \"x\", \"y\" ), $p : score ); $t : sumOfGreatest( $p, 1, $k ); $t >= 170 )",
          "accumulate( TrainingCompletion( $k : subject, $k in ( \"x\", \"y\" ), $p : score ); $t : sumOfGreatest( $p, 2, $k ); $t >= 310 )",
          "accumulate( TrainingCompletion( $k : subject, $k in ( \"x\", \"y\" ), $p : score ); $t : averageOfGreatest( $p, 2, $k ); $t >= 80 )",
          "accumulate( TrainingCompletion( $k : subject, $k in ( \"x\", \"y\" ), $p : score ); $t : sumOfBest( $p, $k, $p ); $t >= 190 )",
          "accumulate( TrainingCompletion( $k : subject, $k in ( \"x\", \"y\" ), $n : credits ); $t : sumOfGreatest( $n, 1, $k ); $t >= 15 )",
          "accumulate( TrainingCompletion( $k : subject, $k in ( \"x\", \"y\" ), $n : credits ); $t : sumUpTo( $n, 5, $k ); $t >= 9 )",
          "accumulate( TrainingCompletion( $k : subject, $k in ( \"x\", \"y\" ), $n : credits ); $t : sumUpTo( $n, 5, $k ); $t > 6 )");

  private static String policy(String condition) {
    return "rule \"Badge\" @credential( \"badge\" ) when\n" + condition + "\nthen end\n";
  }

  @Provide
  Arbitrary<String> conditions() {
    return Arbitraries.of(CONDITIONS);
  }

  @Provide
  Arbitrary<String> pairs() {
    List<String> all = new ArrayList<>(CONDITIONS);
    all.addAll(GROWING);
    all.add(
        "accumulate( TrainingCompletion( $p : score ); $m : averageOfGreatest( $p, 3 ), $o : count(); $m >= 70, $o >= 3 )");
    return Combinators.combine(Arbitraries.of(all), Arbitraries.of(all))
        .as((one, other) -> one + "\n" + other.replaceAll("\\$(\\w)", "\\$$1$1"));
  }

  @Provide
  Arbitrary<List<Fact>> held() {
    return Combinators.combine(
            Arbitraries.of("a", "b"),
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(40, 100),
            Arbitraries.integers().between(0, 300),
            Arbitraries.of(VETTED, VETTED, Provenance.UNVETTED))
        .as(PlanKeysProperties::training)
        .list()
        .ofMaxSize(4);
  }

  private static Fact training(
      String name, int credits, int score, int daysAgo, Provenance provenance) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(name)
        .subject(score < 70 ? "x" : "y")
        .credits(BigDecimal.valueOf(credits))
        .score(BigDecimal.valueOf(score))
        .completedOn(TODAY.minusDays(daysAgo))
        .provenance(provenance)
        .build();
  }

  @Property(seed = Laws.SEED)
  void a_plan_is_found_and_what_it_says_is_enough(
      @ForAll("conditions") String condition, @ForAll("held") List<Fact> held, @ForAll long seed) {
    saysEnough(condition, held, seed);
  }

  /** What is of use for the one can take the place of what the other needs. */
  @Property(seed = Laws.SEED)
  void a_plan_for_two_conditions_says_enough_for_both(
      @ForAll("pairs") String conditions, @ForAll("held") List<Fact> held, @ForAll long seed) {
    saysEnough(conditions, held, seed);
  }

  /** A subject of one course and none of another spoil it only together. */
  @ParameterizedTest
  @ValueSource(longs = {-233, -234, -235, -236, -237})
  void what_two_values_spoil_only_together_is_not_allowed(long seed) {
    saysEnough(
        "accumulate( TrainingCompletion( $c : training, $s : score, $k : subject );"
            + " $t : sumOfBest( $s, $c, $s ), $u : countDistinctUpTo( $c, 1, $k );"
            + " $t >= 250, $u >= 3 )\n"
            + "accumulate( TrainingCompletion( $l : subject, $l in ( \"x\", \"y\" ), $n : credits );"
            + " $o : sumOfGreatest( $n, 1, $l ); $o >= 15 )",
        List.of(training("a", 1, 40, 0, VETTED)),
        seed);
  }

  @Provide
  Arbitrary<String> growing() {
    return Arbitraries.of(GROWING);
  }

  /** What is best for a key takes the place of the least that counts, or comes beside it. */
  @Property(seed = Laws.SEED)
  void a_plan_takes_as_few_as_the_best_would(
      @ForAll("growing") String condition, @ForAll("held") List<Fact> held, @ForAll long seed) {
    saysEnough(condition, held, seed);
    CredentialRules rules = rules(policy(condition));
    Plan plan = rules.evaluate(record(held.toArray(new Fact[0])), TODAY, ZONE).plan("badge");
    int fewest = 0;
    while (fewest < 4 && !isEarned(rules, held, fewest)) {
      fewest++;
    }
    int steps = plan instanceof Plan.Steps found ? found.steps().size() : 0;
    assertThat(steps).as("%s with %s", plan, held).isEqualTo(fewest);
  }

  /** Whether so many of the best earn it, whatever their keys. */
  private static boolean isEarned(CredentialRules rules, List<Fact> held, int more) {
    if (more == 0) {
      return rules.evaluate(record(held.toArray(new Fact[0])), TODAY, ZONE).isEarned("badge");
    }
    for (String subject : List.of("x", "y", "z" + more)) {
      List<Fact> with = new ArrayList<>(held);
      with.add(
          TrainingCompletion.builder()
              .type(TrainingType.COURSE)
              .training("best-" + more)
              .subject(subject)
              .credits(BigDecimal.valueOf(1000))
              .score(BigDecimal.valueOf(100))
              .completedOn(TODAY)
              .provenance(VETTED)
              .build());
      if (isEarned(rules, with, more - 1)) {
        return true;
      }
    }
    return false;
  }

  private static void saysEnough(String condition, List<Fact> held, long seed) {
    CredentialRules rules = rules(policy(condition));
    LearnerRecord record = record(held.toArray(new Fact[0]));
    Plan plan = rules.evaluate(record, TODAY, ZONE).plan("badge");
    if (plan instanceof Plan.AlreadyEarned) {
      return;
    }
    assertThat(plan).isInstanceOf(Plan.Steps.class);
    assertThat(((Plan.Steps) plan).steps())
        .flatExtracting(Plan.Step::demands)
        .as("amounts are large enough, and not other than those of other steps")
        .noneMatch(
            demand ->
                demand.relation() == Plan.Relation.DIFFERENT
                    && List.of("credits", "score").contains(demand.field()));
    UnhelpfulFacts unhelpful =
        new UnhelpfulFacts(
            rules.vocabulary(),
            TODAY.atTime(12, 0).atZone(ZONE),
            new Random(seed),
            List.of("a", "b", "x", "y", "z"));
    for (int tries = 0; tries < 10; tries++) {
      LearnerRecord after = unhelpful.after((Plan.Steps) plan, record);
      assertThat(rules.evaluate(after, TODAY, ZONE).isEarned("badge"))
          .as(
              "%s with %s",
              ((Plan.Steps) plan).steps().stream().map(Plan.Step::demands).toList(), after.facts())
          .isTrue();
    }
  }

  /** Each function has two bounds, and all of them together a million million ways to be at one. */
  @Test
  @Timeout(300)
  void groups_of_many_functions_are_planned_in_few_tries() {
    String functions =
        IntStream.range(0, 40).mapToObj("$s%s : sum( $n )"::formatted).collect(joining(", "));
    String bounds =
        IntStream.range(0, 40)
            .mapToObj(i -> "$s%1$s >= 3, $s%1$s >= 2".formatted(i))
            .collect(joining(", "));
    String condition =
        "accumulate( groupby( TrainingCompletion( $c : training, $n : credits ); $k : $c; "
            + functions
            + "; "
            + bounds
            + " ); $t : count(); $t >= 2 )";
    CredentialRules rules =
        CredentialRules.builder()
            .limits(Limits.DEFAULT.withEvaluationTime(Duration.ofMinutes(5)))
            .add(Records.pack(policy(condition)))
            .compile();
    Plan plan = rules.evaluate(record(), TODAY, ZONE).plan("badge");
    assertThat(((Plan.Steps) plan).steps()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void nothing_is_planned_on_the_empty_record_that_is_not_needed(int condition) {
    Plan plan =
        rules(policy(CONDITIONS.get(condition))).evaluate(record(), TODAY, ZONE).plan("badge");
    int[] least = {1, 1, 1, 3, 3, 2};
    assertThat(((Plan.Steps) plan).steps()).hasSize(least[condition]);
  }
}
