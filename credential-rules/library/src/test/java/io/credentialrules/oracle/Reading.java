package io.credentialrules.oracle;

import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.RequirementRule;
import io.credentialrules.policy.syntax.RuleHeader;

/**
 * How conditions of a rule are read.
 *
 * @param by the day that chooses among the values of names
 * @param onceEarned whether a credential that was earned once and has lapsed is still there
 */
record Reading(RuleHeader header, VersionBy by, boolean onceEarned) {

  static Reading of(RequirementRule rule) {
    return new Reading(rule.header(), rule.versionBy(), false);
  }

  static Reading of(CredentialRule rule) {
    return new Reading(rule.header(), rule.settings().versionBy(), Judgement.onceEarned(rule));
  }
}
