package io.credentialrules.policy.syntax;

import io.credentialrules.policy.SourceSpan;

/**
 * A warning that the author has considered: {@code @silence( "level-gap", "the framework has no
 * Level 1 here" )}.
 *
 * @param code the code of the warning
 * @param reason why it does not apply, never blank
 */
public record Silence(String code, String reason, SourceSpan span) {}
