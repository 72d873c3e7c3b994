package io.credentialrules.internal.timeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An uninterrupted time.
 *
 * @param since its first day; null where it has no beginning
 * @param until its last day; null where it has no end
 */
public record Span(@Nullable LocalDate since, @Nullable LocalDate until) {}
