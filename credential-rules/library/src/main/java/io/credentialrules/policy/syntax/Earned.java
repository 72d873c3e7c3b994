package io.credentialrules.policy.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A credential that is earned or held: {@code Earned( credential == "horticulture-level-1" )}.
 * Derived by credential rules, or by a {@code HeldCredential} that counts.
 *
 * @param credential the credential's id
 * @param pathway the pathway of its rules; null where they name none
 * @param level the level of its rules; null where they name none
 */
public record Earned(String credential, @Nullable String pathway, @Nullable Integer level) {}
