package io.credentialrules.internal.timeline;

import java.time.LocalDate;
import java.util.List;

/**
 * How long what was achieved is valid.
 *
 * @param achieved when it was achieved
 * @param until the last day on which it is valid
 * @param isValid whether that has not passed
 * @param notRenewed the requirements, by number, that keep it from being renewed
 */
public record Validity(
    LocalDate achieved, LocalDate until, boolean isValid, List<Integer> notRenewed) {}
