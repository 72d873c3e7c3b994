package io.credentialrules.examples.campus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.LiveRules;
import io.credentialrules.examples.campus.badge.Award;
import io.credentialrules.examples.campus.badge.Awards;
import io.credentialrules.examples.campus.decision.Cause;
import io.credentialrules.examples.campus.decision.DecisionRows;
import io.credentialrules.examples.campus.decision.Decisions;
import io.credentialrules.examples.campus.decision.Outbox;
import io.credentialrules.examples.campus.decision.Reevaluation;
import io.credentialrules.examples.campus.policy.CurrentRules;
import io.credentialrules.examples.campus.policy.PolicyStore;
import io.credentialrules.json.AuditRecord;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Values and limits that are configured hold for every policy that is kept. */
@Tag("once")
class ConfiguredValuesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  @Test
  void a_server_with_another_value_decides_anew_and_replays_what_was_decided_before() {
    Server.CLOCK.set(DAY);
    String database = Server.memory();
    String before;
    try (Server server =
        Server.start(
            database,
            // Whatever the order in which they are named.
            List.of("--campus.packs=campus-garden,campus-first-aid", "--campus.demo.learners=0"))) {
      before = server.bean(PolicyStore.class).digestInForce().orElseThrow();
      assertThat(server.bean(LiveRules.class).current().digest()).isEqualTo(before);
      String kim = server.learner(LearnerRecord.builder("kim").build());
      server
          .bean(Decisions.class)
          .change(kim, Cause.RECORD, "test", record -> record.with(hours(12)));
      server.bean(Outbox.class).deliverAll();
      assertThat(server.bean(Awards.class).of(kim)).singleElement().matches(Award::holds);
    }

    try (Server server =
        Server.start(
            database,
            List.of(
                "--campus.demo.learners=0",
                "--credential-rules.values.MinimumHours=20",
                "--credential-rules.limits.max-facts=3"))) {
      PolicyStore policies = server.bean(PolicyStore.class);
      String now = policies.digestInForce().orElseThrow();
      assertThat(now).isNotEqualTo(before);
      assertThat(server.bean(CurrentRules.class).isCurrent()).isTrue();
      assertThat(policies.rules(now).digest()).isEqualTo(now);

      server.bean(Reevaluation.class).decideWhatThePolicyChanges();
      server.bean(Outbox.class).deliverAll();
      assertThat(server.bean(Awards.class).of("kim"))
          .singleElement()
          .extracting(Award::endedHow)
          .isEqualTo("REVOKED");

      CredentialRules old = policies.rules(before);
      AuditRecord first =
          AuditRecord.read("1", server.bean(DecisionRows.class).audit(1), old.vocabulary());
      assertThat(first.replay(old).isConfirmed()).isTrue();
      LearnerRecord large =
          LearnerRecord.builder("ada").addAll(List.of(hours(1), hours(2), hours(3))).build();
      assertThat(old.evaluate(large, DAY, Server.CLOCK.getZone()).earned()).isEmpty();
      assertThatThrownBy(() -> old.evaluate(large.with(hours(4)), DAY, Server.CLOCK.getZone()))
          .isInstanceOf(LimitExceededException.class);
    }
  }

  private static WorkExperience hours(int hours) {
    return WorkExperience.builder()
        .type(WorkExperienceType.JOB)
        .hours(BigDecimal.valueOf(hours))
        .startedOn(DAY.minusMonths(2))
        .endedOn(DAY.minusMonths(1))
        .provenance(
            Provenance.vettedBy("A. Fox", ReviewerRole.FACULTY, DAY.minusMonths(1))
                .identified("hours-" + hours))
        .build();
  }
}
