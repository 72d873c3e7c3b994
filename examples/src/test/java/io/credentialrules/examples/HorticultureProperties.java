package io.credentialrules.examples;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.PolicyLaws;
import java.nio.file.Path;
import net.jqwik.api.Tag;

/** A pack is held to laws. */
@Tag("once")
class HorticultureProperties implements PolicyLaws {
  private static final CredentialRules RULES =
      CredentialRules.compile(PolicyPack.read(Path.of("../rules/ums-horticulture")));

  @Override
  public CredentialRules rules() {
    return RULES;
  }
}
