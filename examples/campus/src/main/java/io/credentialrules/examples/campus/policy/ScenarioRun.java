package io.credentialrules.examples.campus.policy;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Runs the scenarios of packs by the packs as somebody changed them. What a story tells is what the
 * packs say, so values that are configured are left out.
 */
@Component
class ScenarioRun {
  private final Stories stories;
  private final PolicyStore policies;

  ScenarioRun(Stories stories, PolicyStore policies) {
    this.stories = stories;
    this.policies = policies;
  }

  /**
   * What became of scenarios.
   *
   * @param count how many there are
   * @param failures the names of those that failed
   */
  record Outcome(int count, List<String> failures) {}

  Outcome of(Collection<PolicyPack> all) {
    Map<String, PolicyPack> packs = new HashMap<>();
    all.forEach(pack -> packs.put(pack.name(), pack));
    Map<List<String>, CredentialRules> compiled = new HashMap<>();
    List<String> failures = new ArrayList<>();
    int count = 0;
    for (PolicyPack pack : all) {
      for (Scenario scenario : stories.of(pack.name())) {
        count++;
        failures.addAll(verify(scenario, packs, compiled));
      }
    }
    return new Outcome(count, failures);
  }

  /** One line for a scenario that fails, and none for one that passes. */
  private List<String> verify(
      Scenario scenario,
      Map<String, PolicyPack> packs,
      Map<List<String>, CredentialRules> compiled) {
    if (!packs.keySet().containsAll(scenario.packs())) {
      return List.of(scenario.name() + ": needs the packs " + scenario.packs());
    }
    try {
      CredentialRules rules =
          compiled.computeIfAbsent(
              scenario.packs().stream().sorted().toList(),
              names ->
                  policies.builder(names.stream().map(packs::get).toList(), Map.of()).compile());
      return scenario.outcome(rules).passed() ? List.of() : List.of(scenario.name());
    } catch (IllegalArgumentException unknown) {
      // Such as a credential that the policy awards no more.
      return List.of(scenario.name() + ": " + unknown.getMessage());
    }
  }
}
