package io.credentialrules.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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

  @BeforeAll
  static void count() {
    StepCounter.start();
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
    // Ten can cost more than a hundred: of ten facts a plan is made, with a hundred it is earned.
    long more = hundred > ten ? hundred - ten : hundred;
    long least = Math.max(more, ten / 10);
    assertThat((double) (thousand - hundred) / least)
        .as("10: %s, 100: %s, 1,000: %s", ten, hundred, thousand)
        .isLessThan(MOST);
  }

  /** Without what is only done the first time, in whichever call that is. */
  private static long least(Growth.Stage stage, Growth.Of of, int number) {
    return LongStream.generate(() -> stage.cost(of, number)).limit(3).min().orElseThrow();
  }
}
