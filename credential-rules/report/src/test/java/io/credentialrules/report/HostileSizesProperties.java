package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.Limits;
import io.credentialrules.Plan;
import io.credentialrules.PolicyPack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/**
 * No policy, record or question of whatever size and shape takes longer than it may, or throws
 * anything that is not documented. What is bounded by a time is given a short one; what is bounded
 * by counts ends within them. Times are of the processor, so that a busy machine changes nothing.
 */
@Tag("once")
class HostileSizesProperties {
  private static final Limits LIMITS = Limits.DEFAULT.withEvaluationTime(Duration.ofSeconds(1));

  /** So that many shapes can be tried in a build. */
  private static final Limits TIGHT =
      Limits.DEFAULT.withMaxJoinRows(10_000).withEvaluationTime(Duration.ofMillis(200));

  @Property(seed = "20261126")
  void nothing_takes_longer_than_it_may(
      @ForAll HostilePolicy policy,
      @ForAll @IntRange(min = 1, max = 45) int ofPolicy,
      @ForAll HostileRecord record,
      @ForAll @IntRange(min = 0, max = 45) int ofRecord) {
    int size = 1 + ofPolicy * ofPolicy / 10;
    int facts = ofRecord * ofRecord;
    String what = policy + " of " + size + ", " + record + " of " + facts;
    HostileQuestions.ask(what, policy.text(size), record.of(facts), LIMITS);
  }

  @Property(seed = "20261126")
  void nothing_that_is_said_in_few_words_takes_longer_than_it_may(
      @ForAll HostileConstruct construct,
      @ForAll @IntRange(min = 1, max = 12) int size,
      @ForAll HostileRecord record,
      @ForAll @IntRange(min = 0, max = 60) int facts) {
    String what = construct + " of " + size + ", " + record + " of " + facts;
    HostileQuestions.ask(what, construct.text(size), record.of(facts), TIGHT);
  }

  /** The rules of each credential look at every fact once for each value that a name has had. */
  @Example
  void plans_of_many_credentials_over_many_facts_end_by_count_and_not_by_time() {
    CredentialRules rules =
        CredentialRules.builder()
            .limits(Limits.DEFAULT.withEvaluationTime(Duration.ofMinutes(10)))
            .add(
                PolicyPack.of(
                    "hostile", Map.of("hostile.drl", HostileConstruct.NAMED_VALUES.text(12))))
            .compile();
    Evaluation evaluation = rules.evaluate(HostileRecord.ALIKE.of(300), HostileQuestions.AS_OF);
    List<String> credentials = rules.catalogue().stream().map(Credential::id).toList();

    Map<String, Plan> plans =
        HostileQuestions.timed("plans", "names", () -> evaluation.plans(credentials));

    assertThat(Objects.requireNonNull(plans).values())
        .isNotEmpty()
        .allSatisfy(plan -> assertThat(plan).isInstanceOf(Plan.Steps.class));
  }
}
