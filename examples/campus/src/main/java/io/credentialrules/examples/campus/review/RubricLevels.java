package io.credentialrules.examples.campus.review;

import io.credentialrules.CredentialRules;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RequirementRule;
import java.util.List;

/** The levels of rubrics, lowest first, from the scales of the policy. */
final class RubricLevels {
  private RubricLevels() {}

  static List<String> of(CredentialRules rules, String requirement) {
    for (PolicyRule rule : rules.policy().rules()) {
      if (rule instanceof RequirementRule own
          && own.id().equals(requirement)
          && !own.header().levels().isEmpty()) {
        return own.header().levels();
      }
    }
    return List.of();
  }
}
