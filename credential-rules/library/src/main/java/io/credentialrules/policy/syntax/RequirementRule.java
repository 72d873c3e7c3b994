package io.credentialrules.policy.syntax;

import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.SourceSpan;

/**
 * Proves a requirement. Several rules of one requirement are alternatives.
 *
 * @param id the requirement, from {@code @requirement}
 * @param versionBy which date chooses among the versions of the requirement, from
 *     {@code @versionBy}; by default the date of evaluation
 */
public record RequirementRule(
    RuleHeader header, String id, SourceSpan idSpan, VersionBy versionBy, Condition.All when)
    implements PolicyRule {
  @Override
  public RequirementRule header(RuleHeader other) {
    return new RequirementRule(other, id, idSpan, versionBy, when);
  }

  @Override
  public RequirementRule when(Condition.All other) {
    return new RequirementRule(header, id, idSpan, versionBy, other);
  }
}
