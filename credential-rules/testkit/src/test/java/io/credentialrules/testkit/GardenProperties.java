package io.credentialrules.testkit;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import java.util.Map;

/** A pack is held to all laws by saying which it is. */
class GardenProperties implements PolicyLaws {
  private static final CredentialRules RULES =
      CredentialRules.compile(PolicyPack.of("garden", Map.of("rules.drl", TemporaryRules.RULES)));

  @Override
  public CredentialRules rules() {
    return RULES;
  }
}
