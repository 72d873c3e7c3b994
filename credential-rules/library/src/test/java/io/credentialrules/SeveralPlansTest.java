package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Plans for several credentials as one question, bounded by work that is counted. */
class SeveralPlansTest {

  private static CredentialRules credentials(int number) {
    return rules(
        IntStream.range(0, number)
            .mapToObj(
                i ->
                    """
                    rule "Rule %1$s" @credential( "c%1$s" ) when
                      WorkExperience( experience == "job-%1$s", hours >= 5 )
                    then end
                    """
                        .formatted(i))
            .collect(Collectors.joining()));
  }

  private static List<String> ids(int number) {
    return IntStream.range(0, number).mapToObj(i -> "c" + i).toList();
  }

  @Test
  void each_plan_is_the_one_that_is_found_by_itself() {
    Evaluation evaluation = credentials(3).evaluate(record(work("job-1", "9")), TODAY, ZONE);
    Map<String, Plan> plans = evaluation.plans(List.of("c2", "c1"));
    assertThat(plans.keySet()).containsExactly("c2", "c1");
    plans.forEach((id, plan) -> assertThat(plan).hasToString(evaluation.plan(id).toString()));
    assertThat(evaluation.plans(List.of())).isEmpty();
  }

  @Test
  void an_unknown_credential_is_refused_before_anything_is_planned() {
    Evaluation evaluation = credentials(1).evaluate(record(), TODAY, ZONE);
    assertThatThrownBy(() -> evaluation.plans(List.of("c0", "c7")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`c7`");
  }

  @Test
  void the_same_are_reached_each_time_and_the_rest_is_left_out() {
    Evaluation evaluation = credentials(1_500).evaluate(record(), TODAY, ZONE);
    Map<String, Plan> plans = evaluation.plans(ids(1_500));
    assertThat(plans).hasSizeBetween(50, 1_499);
    assertThat(plans.keySet()).containsExactlyElementsOf(ids(plans.size()));
    assertThat(evaluation.plans(ids(plans.size()))).hasSameSizeAs(plans);
  }
}
