package io.credentialrules.oracle;

import io.credentialrules.CredentialRules;
import io.credentialrules.Laws;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The library and the oracle agree on generated policies and learners. */
class OracleProperties {
  private static final int WITH_STATES = 1;

  @Property(seed = Laws.SEED)
  void the_library_decides_as_the_oracle(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners) {
    compare(policy, learners, comparison -> comparison.facts().verdicts().decisions());
  }

  @Property(seed = Laws.SEED)
  void a_credential_is_earned_since_and_until_the_days_that_the_oracle_finds(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners) {
    compare(policy, learners, Comparison::dates);
  }

  @Property(seed = Laws.SEED)
  void what_is_asked_for_stands_where_the_oracle_says(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners) {
    compare(policy, learners, WITH_STATES, Comparison::states);
  }

  private static void compare(Policy policy, Learners learners, Consumer<Comparison> what) {
    compare(policy, learners, Integer.MAX_VALUE, what);
  }

  private static void compare(
      Policy policy, Learners learners, int most, Consumer<Comparison> what) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    Oracle oracle = new Oracle(rules.policy());
    List<Learners.Case> cases = learners.of(rules.policy());
    for (Learners.Case learner : cases.subList(0, Math.min(most, cases.size()))) {
      Comparison comparison;
      try {
        comparison =
            new Comparison(oracle, rules.evaluate(learner.record(), learner.asOf()), learner);
        what.accept(comparison);
      } catch (Sharing.TooManyException beyondTheOracle) {
        continue;
      }
      comparison.holds();
    }
  }

  @Provide
  Arbitrary<Policy> policies() {
    return Policy.of(PolicyWriter.Form.ANY);
  }

  @Provide
  Arbitrary<Learners> learners() {
    return Learners.any();
  }
}
