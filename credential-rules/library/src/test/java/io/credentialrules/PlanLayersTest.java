package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plans through layers of credentials, of which each asks for both of the layer before, or for one
 * of them: there are twice as many ways with each layer, and no more work than is counted.
 */
@Timeout(300)
@Tag("once")
class PlanLayersTest {

  private static CredentialRules layers(int layers, String between) {
    StringBuilder policy = new StringBuilder();
    for (int layer = 0; layer < layers; layer++) {
      for (String side : new String[] {"left", "right"}) {
        policy.append(
            """
            rule "Layer %1$s, %2$s" @credential( "c%1$s-%2$s" ) when
              AssessmentResult( assessment == "t%1$s-%2$s", score >= 50 )
            """
                .formatted(layer, side));
        if (layer > 0) {
          policy.append(
              """
                ( Earned( credential == "c%1$s-left" ) %2$s Earned( credential == "c%1$s-right" ) )
              """
                  .formatted(layer - 1, between));
        }
        policy.append("then end\n");
      }
    }
    // The clock is to say nothing here, however slow the machine is.
    return CredentialRules.builder()
        .limits(Limits.DEFAULT.withEvaluationTime(Duration.ofMinutes(10)))
        .add(pack(policy.toString()))
        .compile();
  }

  private static String answer(CredentialRules rules, String credential) {
    try {
      Plan plan = rules.evaluate(record(), TODAY, ZONE).plan(credential);
      if (plan instanceof Plan.Steps steps) {
        Fact[] facts = steps.steps().stream().map(Plan.Step::fact).toArray(Fact[]::new);
        assertThat(rules.evaluate(record(facts), TODAY, ZONE).isEarned(credential)).isTrue();
      }
      return plan.toString();
    } catch (LimitExceededException exceeded) {
      return exceeded.limit();
    }
  }

  @Test
  void forty_layers_of_which_each_needs_both_before_it_have_a_plan_that_earns() {
    CredentialRules rules = layers(40, "and");
    Plan plan = rules.evaluate(record(), TODAY, ZONE).plan("c39-left");
    assertThat(((Plan.Steps) plan).steps()).hasSize(79);
    assertThat(answer(rules, "c39-left")).isEqualTo(plan.toString());
  }

  @Test
  void forty_layers_of_which_each_needs_one_of_two_have_a_plan_of_one_step_each() {
    CredentialRules rules = layers(40, "or");
    Plan plan = rules.evaluate(record(), TODAY, ZONE).plan("c39-left");
    assertThat(((Plan.Steps) plan).steps()).hasSize(40);
    assertThat(answer(rules, "c39-left")).isEqualTo(plan.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6})
  void a_few_layers_have_a_plan_of_one_step_each(int layers) {
    Plan plan =
        layers(layers, "or").evaluate(record(), TODAY, ZONE).plan("c" + (layers - 1) + "-left");
    assertThat(((Plan.Steps) plan).steps()).hasSize(layers);
  }
}
