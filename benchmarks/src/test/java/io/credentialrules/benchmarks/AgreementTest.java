package io.credentialrules.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The library, plain Drools and Java by hand give the same answers. */
final class AgreementTest {
  private static final int LEARNERS = 2_000;

  /** The seed of the learners that are timed, so that none of them stops a benchmark. */
  private static final long AS_BENCHMARKS = 2;

  @ParameterizedTest
  @EnumSource
  void all_engines_agree_on_learners_who_earn_each_credential_and_learners_who_do_not(
      PackSet packs) {
    Agreement agreement = new Agreement(packs);
    Map<String, Integer> earned = agreement.check(LEARNERS, AS_BENCHMARKS);
    assertThat(earned.keySet()).containsAll(agreement.catalogue());
    assertThat(earned.values()).allMatch(count -> count < LEARNERS);
  }
}
