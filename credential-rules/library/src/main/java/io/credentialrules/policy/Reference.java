package io.credentialrules.policy;

/** An id, and its place. */
public record Reference(String id, SourceSpan span) {}
