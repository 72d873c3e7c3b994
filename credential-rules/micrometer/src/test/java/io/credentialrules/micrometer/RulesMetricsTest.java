package io.credentialrules.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RulesMetricsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final PolicyPack PACK =
      PolicyPack.of(
          "p",
          Map.of(
              "p.drl",
              """
              rule "A student"
                @credential( "student" )
              when
                Enrolment( level == "UNDERGRADUATE" )
              then
              end
              """));

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  private CredentialRules.Builder builder() {
    return CredentialRules.builder().listener(RulesMetrics.in(registry));
  }

  private static LearnerRecord record(int facts) {
    LearnerRecord.Builder record = LearnerRecord.builder("maria");
    for (int year = 0; year < facts; year++) {
      record.add(
          Enrolment.builder().level(EnrolmentLevel.UNDERGRADUATE).year("year " + year).build());
    }
    return record.build();
  }

  @Test
  void what_is_done_is_timed() {
    CredentialRules rules = builder().add(PACK).compile();
    Evaluation evaluation = rules.evaluate(record(3), TODAY, ZONE);
    evaluation.decision("student");
    evaluation.plan("student");
    evaluation.plan("student");

    assertThat(registry.timer("credential.rules.compile").count()).isEqualTo(1);
    assertThat(registry.timer("credential.rules.evaluate").count()).isEqualTo(1);
    assertThat(registry.timer("credential.rules.evaluate").totalTime(TimeUnit.NANOSECONDS))
        .isPositive();
    assertThat(registry.summary("credential.rules.facts").totalAmount()).isEqualTo(3);
    assertThat(registry.timer("credential.rules.explain", "question", "decision").count())
        .isEqualTo(1);
    assertThat(registry.timer("credential.rules.explain", "question", "plan").count()).isEqualTo(2);
  }

  @Test
  void what_is_refused_is_counted_by_its_reason() {
    PolicyPack broken = PolicyPack.of("p", Map.of("p.drl", "rule"));
    assertThatThrownBy(() -> builder().add(broken).compile()).isInstanceOf(PolicyException.class);
    CredentialRules rules = builder().add(PACK).limits(Limits.DEFAULT.withMaxFacts(2)).compile();
    assertThatThrownBy(() -> rules.evaluate(record(3), TODAY, ZONE))
        .isInstanceOf(LimitExceededException.class);
    Evaluation evaluation = rules.evaluate(record(2), TODAY, ZONE);
    assertThatThrownBy(() -> evaluation.decision("seal"))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(refused("compile", "problems")).isEqualTo(1);
    assertThat(refused("evaluate", "maxFacts")).isEqualTo(1);
    assertThat(refused("explain", "id")).isEqualTo(1);
    assertThat(registry.timer("credential.rules.evaluate").count()).isEqualTo(1);
  }

  private double refused(String stage, String reason) {
    return registry.counter("credential.rules.refused", "stage", stage, "reason", reason).count();
  }
}
