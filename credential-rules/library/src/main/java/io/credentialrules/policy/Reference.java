package io.credentialrules.policy;

/** An id, and where it stands. */
public record Reference(String id, SourceSpan span) {}
