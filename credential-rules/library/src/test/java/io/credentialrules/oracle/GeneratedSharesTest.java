package io.credentialrules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementState;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Properties mean something only while what is generated falls on both sides. */
@Tag("once")
class GeneratedSharesTest {
  private static final int POLICIES = 200;

  private static List<Integer> numbers(Random random, int count) {
    return random.ints(count, 0, 10_000).boxed().toList();
  }

  @Test
  void most_policies_compile_and_about_half_of_the_learners_earn_something_and_lack_something() {
    int compiled = 0;
    int cases = 0;
    int earning = 0;
    int lacking = 0;
    int naming = 0;
    Set<RequirementState> states = EnumSet.noneOf(RequirementState.class);
    for (int seed = 0; seed < POLICIES; seed++) {
      Random random = new Random(seed);
      Choices choices = new Choices(numbers(random, 400));
      Policy policy = new Policy(PolicyWriter.packs(choices, PolicyWriter.Form.ANY));
      CredentialRules rules = policy.rules();
      if (rules == null) {
        continue;
      }
      compiled++;
      naming += rules.policy().values().isEmpty() ? 0 : 1;
      for (Learners.Case learner : new Learners(numbers(random, 2_500)).of(rules.policy())) {
        Evaluation evaluation = rules.evaluate(learner.record(), learner.asOf());
        cases++;
        earning += evaluation.earned().isEmpty() ? 0 : 1;
        evaluation.decisions().stream()
            .flatMap(decision -> decision.requirements().stream())
            .map(RequirementResult::state)
            .forEach(states::add);
        new Oracle(rules.policy())
            .requirements()
            .forEach(id -> states.add(evaluation.requirement(id).state()));
        lacking += evaluation.earned().size() < rules.catalogue().size() ? 1 : 0;
      }
    }
    assertThat(states)
        .as("states that requirements of decisions are in")
        .containsExactly(RequirementState.values());
    assertThat(100 * compiled / POLICIES).as("%% of policies compile").isBetween(60, 100);
    assertThat(100 * naming / compiled).as("%% name values").isBetween(10, 90);
    assertThat(100 * earning / cases).as("%% earn something").isBetween(25, 90);
    assertThat(100 * lacking / cases).as("%% lack something").isBetween(25, 97);
  }
}
