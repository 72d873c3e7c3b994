package io.credentialrules.policy.syntax;

import java.time.LocalDate;

/**
 * The date of evaluation, which rules bind to compare with: {@code Today( $today : date )}. Always
 * present, exactly once.
 *
 * @param date the date of evaluation in the zone of the evaluation
 */
public record Today(LocalDate date) {}
