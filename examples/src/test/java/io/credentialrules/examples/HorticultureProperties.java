package io.credentialrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.PolicyLaws;
import io.credentialrules.testkit.PolicyRecords;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A pack is held to laws, and to one of its own. */
class HorticultureProperties implements PolicyLaws {
  private static final CredentialRules RULES =
      CredentialRules.compile(PolicyPack.read(Path.of("../rules/ums-horticulture")));

  @Override
  public CredentialRules rules() {
    return RULES;
  }

  @Provide
  Arbitrary<LearnerRecord> nearlyLevel3() {
    return PolicyRecords.of(RULES, asOf()).nearly("horticulture-level-3");
  }

  @Property(tries = 20)
  void without_one_of_the_facts_something_is_said_to_be_missing(
      @ForAll("nearlyLevel3") LearnerRecord record) {
    if (RULES.evaluate(record, asOf()).decision("horticulture-level-3")
        instanceof Decision.NotEarned notEarned) {
      assertThat(notEarned.missing()).isNotEmpty();
    }
  }
}
