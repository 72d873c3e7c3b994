package io.credentialrules.policy.syntax;

import io.credentialrules.policy.SourceSpan;

/**
 * What a requirement or credential is called, from {@code @name}; or a note on a rule, from {@code
 * @description}.
 *
 * @param text as people read it
 * @param span the place of the annotation
 */
public record StatedName(String text, SourceSpan span) {}
