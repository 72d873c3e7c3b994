package io.credentialrules.policy.syntax;

/**
 * A requirement that is met: {@code Met( requirement == "apprenticeship-hours" )}. Derived by
 * requirement rules, or by a waiver.
 *
 * @param requirement the requirement's id
 */
public record Met(String requirement) {}
