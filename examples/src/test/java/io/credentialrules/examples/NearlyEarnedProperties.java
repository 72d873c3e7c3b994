package io.credentialrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.PolicyRecords;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A host's own property, with records that a pack can tell apart. */
class NearlyEarnedProperties {
  private static final CredentialRules RULES =
      CredentialRules.compile(PolicyPack.read(Path.of("../rules/ums-horticulture")));

  private static final ZonedDateTime AS_OF =
      ZonedDateTime.parse("2026-05-01T23:59:59-04:00[America/New_York]");

  @Provide
  Arbitrary<LearnerRecord> nearlyLevel3() {
    return PolicyRecords.of(RULES, AS_OF).nearly("horticulture-level-3");
  }

  @Property(tries = 20)
  void without_one_of_the_facts_something_is_said_to_be_missing(
      @ForAll("nearlyLevel3") LearnerRecord record) {
    if (RULES.evaluate(record, AS_OF).decision("horticulture-level-3")
        instanceof Decision.NotEarned notEarned) {
      assertThat(notEarned.missing()).isNotEmpty();
    }
  }
}
