package io.credentialrules.policy;

/**
 * Proves a requirement. Several rules of one requirement are alternatives.
 *
 * @param id the requirement, from {@code @requirement}
 */
public record RequirementRule(RuleHeader header, String id, SourceSpan idSpan, Condition.All when)
    implements PolicyRule {}
