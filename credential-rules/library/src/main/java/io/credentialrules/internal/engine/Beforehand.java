package io.credentialrules.internal.engine;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;

/**
 * What is settled of a record before any rule is.
 *
 * @param satisfied requirements that are satisfied without a rule, by number
 * @param held credentials that are held already, by number
 * @param lapsed credentials that were earned once, by number; they count as lapsed while no rule
 *     awards them
 * @param withdrawn credentials that no rule can award, by number, because they were suspended or
 *     revoked
 */
public record Beforehand(
    ImmutableSet<Integer> satisfied,
    ImmutableSet<Integer> held,
    ImmutableSortedSet<Integer> lapsed,
    ImmutableSet<Integer> withdrawn) {}
