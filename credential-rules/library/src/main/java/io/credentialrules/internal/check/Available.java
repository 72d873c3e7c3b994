package io.credentialrules.internal.check;

import io.credentialrules.policy.CredentialRule;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.CredentialSettings.Lapses;

/**
 * Settings that the language has and this version cannot honour yet: refused rather than ignored.
 */
final class Available {
  private Available() {}

  static void check(CredentialRule rule, Findings findings) {
    if (rule.settings().evidence() == EvidenceUse.EXCLUSIVE) {
      findings.error(
          "setting-not-available",
          rule.header().nameSpan(),
          "`@evidence( \"exclusive\" )` is not available in this version",
          "remove it; one piece of evidence then may serve two requirements");
    }
    if (rule.settings().lapses() == Lapses.NEVER) {
      findings.error(
          "setting-not-available",
          rule.header().nameSpan(),
          "`@lapses( \"never\" )` is not available in this version",
          "remove it; a stack then lapses with its components");
    }
  }
}
