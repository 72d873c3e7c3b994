package io.credentialrules.policy.syntax;

import io.credentialrules.policy.SourceSpan;

/** A rule of a policy: it proves a requirement or awards a credential when its conditions hold. */
public sealed interface PolicyRule permits RequirementRule, CredentialRule {

  /** What all rules have. */
  RuleHeader header();

  /** The id of what it proves or awards. */
  String id();

  /** The place of that id. */
  SourceSpan idSpan();

  /** Its conditions, in order. */
  Condition.All when();
}
