package io.credentialrules.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each stage costs grows with rules, facts, waivers and credentials, and no faster. Counted in
 * steps, which are the same on every machine; {@code docs/limits.md} has the table.
 */
class GrowthTest {
  /**
   * Nine hundred more of something cost so many times what ninety more of it cost: ten is linear, a
   * hundred is the square.
   */
  private static final double MOST = 16;

  /**
   * The same of facts, which are put in order, by more of their fields where more are alike: up to
   * twice as much for each. From a thousand to ten thousand it is linear.
   */
  private static final double MOST_OF_FACTS = 24;

  private static final double MOST_EVALUATIONS_OF_A_PLAN = 33;

  private static List<String> table = List.of();

  @BeforeAll
  static void count() throws IOException {
    StepCounter.start();
    table = Files.readAllLines(Path.of("../docs/limits.md"));
  }

  static Stream<Arguments> stages() {
    return Arrays.stream(Growth.Stage.values())
        .flatMap(stage -> stage.growing().stream().map(of -> Arguments.of(stage, of)));
  }

  @ParameterizedTest
  @MethodSource("stages")
  void what_a_stage_costs_grows_with_what_it_is_given(Growth.Stage stage, Growth.Of of) {
    long ten = least(stage, of, 10);
    long hundred = least(stage, of, 100);
    long thousand = stage.cost(of, 1_000);
    assertThat(ten).as("it is counted").isPositive();
    // Of ten facts a plan has a step more than of a hundred, so what ninety more cost is not seen.
    boolean isOtherPlan = stage == Growth.Stage.PLAN && of == Growth.Of.FACTS;
    long least = isOtherPlan ? hundred : Math.max(hundred - ten, ten / 10);
    assertThat((double) (thousand - hundred) / least)
        .as("10: %s, 100: %s, 1,000: %s", ten, hundred, thousand)
        .isLessThan(of == Growth.Of.FACTS ? MOST_OF_FACTS : MOST);
    assertThat(told(stage, of))
        .as("docs/limits.md; print its table anew with Growth")
        .satisfiesExactly(
            cost -> isNear(cost, ten),
            cost -> isNear(cost, hundred),
            cost -> isNear(cost, thousand),
            cost -> assertThat(cost).isNotEmpty());
  }

  /** Where each fact that could be reviewed had the total made anew, a limit ended it. */
  @Test
  void a_plan_for_a_record_of_ten_thousand_facts_costs_ten_times_that_of_a_thousand() {
    long thousand = least(Growth.Stage.PLAN, Growth.Of.FACTS, 1_000);
    long tenThousand = least(Growth.Stage.PLAN, Growth.Of.FACTS, 10_000);
    assertThat((double) tenThousand / thousand).isBetween(1.0, 12.0);
  }

  /**
   * Where the total was made anew with each fact that could be reviewed, it was 42 times as much.
   */
  @Test
  void a_plan_for_a_total_of_many_facts_grows_with_them() {
    long hundred = planForShortWork(100);
    long thousand = planForShortWork(1_000);
    assertThat((double) (thousand - hundred) / hundred).isBetween(1.0, 12.0);
  }

  private static long planForShortWork(int facts) {
    Growing growing = Growth.Of.FACTS.sized(facts);
    CredentialRules rules = growing.rules();
    LearnerRecord record = growing.recordOfShortWork();
    return LongStream.generate(
            () -> {
              Evaluation evaluation = rules.evaluate(record, growing.asOf());
              return StepCounter.of(() -> evaluation.plan("credential-0"));
            })
        .limit(3)
        .min()
        .orElseThrow();
  }

  /** 29; 36 where each trial was settled, and twice as many where it evaluated the whole record. */
  @ParameterizedTest
  @ValueSource(ints = {10, 100})
  void a_plan_costs_as_many_evaluations_in_any_catalogue(int credentials) {
    Growing growing = Growth.Of.CREDENTIALS.sized(credentials);
    CredentialRules rules = growing.rules();
    LearnerRecord record = growing.recordWithout(1);
    long evaluation =
        LongStream.generate(
                () -> StepCounter.of(() -> rules.evaluate(record, growing.asOf()).earned()))
            .limit(3)
            .min()
            .orElseThrow();
    long plan = least(Growth.Stage.PLAN, Growth.Of.CREDENTIALS, credentials);
    assertThat((double) plan / evaluation).isBetween(1.0, MOST_EVALUATIONS_OF_A_PLAN);
  }

  /** The costs of a row of the table, from its third cell on. */
  private static List<String> told(Growth.Stage stage, Growth.Of of) {
    String row = Growth.row(stage, of);
    return Splitter.on('|')
        .trimResults()
        .omitEmptyStrings()
        .splitToList(
            table.stream()
                .filter(line -> line.startsWith(row))
                .map(line -> line.substring(row.length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/limits.md has no row " + row)));
  }

  private static void isNear(String told, long cost) {
    double steps = Double.parseDouble(told.replace(",", "")) * 1_000;
    assertThat(cost / steps).as("%s steps, told as %s thousand", cost, told).isBetween(0.5, 2.0);
  }

  /** Without what is only done the first time, in whichever call that is. */
  private static long least(Growth.Stage stage, Growth.Of of, int number) {
    return LongStream.generate(() -> stage.cost(of, number)).limit(3).min().orElseThrow();
  }
}
