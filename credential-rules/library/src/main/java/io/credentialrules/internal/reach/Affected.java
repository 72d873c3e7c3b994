package io.credentialrules.internal.reach;

import com.google.common.collect.ImmutableSet;

/**
 * What a change can bear on, and what that looks at.
 *
 * @param requirements those that may be satisfied otherwise than before, by number
 * @param credentials those that may be earned otherwise than before, by number
 * @param readRequirements the others that these look at, by number
 * @param readCredentials the other credentials that these look at, by number
 * @param looksAtDates whether some of them depends on when something was achieved, or on which
 *     facts are evidence of what: facts that do not count then bear on it too, and so do further
 *     facts for what is satisfied already
 */
public record Affected(
    ImmutableSet<Integer> requirements,
    ImmutableSet<Integer> credentials,
    ImmutableSet<Integer> readRequirements,
    ImmutableSet<Integer> readCredentials,
    boolean looksAtDates) {}
