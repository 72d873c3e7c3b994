package io.credentialrules.internal.read.rule;

import io.credentialrules.policy.SourceSpan;
import java.time.ZoneId;

/** A time zone, and the annotation that says it. */
public record StatedZone(ZoneId zone, SourceSpan span) {}
