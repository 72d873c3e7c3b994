package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.json.AuditRecord;
import io.credentialrules.json.Pseudonyms;
import io.credentialrules.json.Redaction;
import io.credentialrules.json.Redaction.Action;
import io.credentialrules.json.Redaction.Redacted;
import io.credentialrules.json.Replay;
import io.credentialrules.testkit.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every scenario is replayed from its audit record to the same bytes, and is decided as it was when
 * personal data is replaced. An ordinary build tries some of them.
 */
@Tag("once")
final class AuditScenarios {
  private static final Pseudonyms PSEUDONYMS = Pseudonyms.withKey(new byte[32]);

  @TestFactory
  Stream<DynamicTest> every_scenario_is_replayed_with_and_without_personal_data() {
    return Packs.oneScenarioOf(10)
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.name(), scenario.file().toUri(), () -> isReplayed(scenario)));
  }

  private static void isReplayed(Scenario scenario) {
    CredentialRules rules = Packs.compile(scenario.packs());
    Evaluation evaluation = rules.evaluate(scenario.record(), scenario.asOf());
    isConfirmed(AuditRecord.of(rules, evaluation), rules);

    Redacted redacted = Redaction.of(rules, PSEUDONYMS).redact(scenario.record(), scenario.asOf());
    isConfirmed(AuditRecord.of(rules, redacted, scenario.asOf()), rules);
    scenario.withRecord(redacted.record()).verify(rules);
    assertThat(rules.evaluate(redacted.record(), scenario.asOf()).earned())
        .isEqualTo(evaluation.earned());
    assertThat(redacted.treatments())
        .anyMatch(
            treatment ->
                treatment.type().equals("Learner")
                    && treatment.field().equals("id")
                    && treatment.action() == Action.PSEUDONYM);
  }

  private static void isConfirmed(AuditRecord audit, CredentialRules rules) {
    Replay replay = AuditRecord.read("audit.json", audit.json(), rules.vocabulary()).replay(rules);
    assertThat(replay.findings()).isEmpty();
    assertThat(replay.json()).isEqualTo(audit.json());
  }
}
