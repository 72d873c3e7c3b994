package io.credentialrules.examples;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.PolicyChangeLaws;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Fifty hours less for level 3: whoever has them gains it and the macro-badge, nobody loses. */
class FewerHoursProperties implements PolicyChangeLaws {
  private static final PolicyPack PACK = PolicyPack.read(Path.of("../rules/ums-horticulture"));
  private static final CredentialRules BEFORE = CredentialRules.compile(PACK);
  private static final CredentialRules AFTER = CredentialRules.compile(changed());

  @Override
  public CredentialRules before() {
    return BEFORE;
  }

  @Override
  public CredentialRules after() {
    return AFTER;
  }

  @Override
  public Set<String> gained() {
    return Set.of("horticulture-level-3", "horticulture");
  }

  private static PolicyPack changed() {
    Map<String, String> files = new TreeMap<>(PACK.files());
    files.replaceAll((path, text) -> text.replace("$total >= 200", "$total >= 150"));
    return PolicyPack.of(PACK.name(), files);
  }
}
