package io.credentialrules.benchmarks.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
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
    stage.cost(of, 10);
    long ten = stage.cost(of, 10);
    long hundred = stage.cost(of, 100);
    long thousand = stage.cost(of, 1_000);
    assertThat(ten).as("it is counted").isPositive();
    long least = Math.max(hundred - ten, ten / 10);
    assertThat((double) (thousand - hundred) / least)
        .as("10: %s, 100: %s, 1,000: %s", ten, hundred, thousand)
        .isLessThan(MOST);
  }
}
