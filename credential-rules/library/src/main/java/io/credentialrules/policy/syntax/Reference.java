package io.credentialrules.policy.syntax;

import io.credentialrules.policy.SourceSpan;

/** An id, and its place. */
public record Reference(String id, SourceSpan span) {}
