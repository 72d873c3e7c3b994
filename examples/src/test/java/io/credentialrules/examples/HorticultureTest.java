package io.credentialrules.examples;

import static io.credentialrules.testkit.CredentialAssertions.verifyThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.testkit.RulesOf;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** A test of a pack, whose rules are compiled once a run. */
@RulesOf("../rules/ums-horticulture")
class HorticultureTest {
  @Test
  void nobody_has_level_1_without_evidence(CredentialRules rules) {
    verifyThat(rules)
        .on(LocalDate.of(2026, 5, 1), ZoneId.of("America/New_York"))
        .hasNotEarned("horticulture-level-1")
        .lacking("horticulture-online-first-part");
  }
}
