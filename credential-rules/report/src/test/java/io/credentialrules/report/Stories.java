package io.credentialrules.report;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.Scenarios;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scenarios of all packs, with their rules compiled once. */
final class Stories {
  private static final Path RULES = Path.of("../../rules");
  private static final List<Scenario> ALL = Scenarios.in(RULES).toList();
  private static final Map<List<String>, CredentialRules> COMPILED = new HashMap<>();

  private Stories() {}

  static List<Scenario> all() {
    return ALL;
  }

  static Scenario named(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  static CredentialRules rules(Scenario scenario) {
    return rules(scenario.packs());
  }

  static synchronized CredentialRules rules(List<String> packs) {
    return COMPILED.computeIfAbsent(packs, Stories::compile);
  }

  private static CredentialRules compile(List<String> packs) {
    CredentialRules.Builder builder = CredentialRules.builder();
    packs.forEach(pack -> builder.add(PolicyPack.read(RULES.resolve(pack))));
    return builder.compile();
  }

  static Evaluation evaluation(Scenario scenario) {
    return rules(scenario).evaluate(scenario.record(), scenario.asOf());
  }
}
