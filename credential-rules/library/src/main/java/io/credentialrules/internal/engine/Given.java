package io.credentialrules.internal.engine;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.policy.syntax.Earned;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation is given.
 *
 * @param facts the facts that count, each once, and the date of evaluation
 * @param satisfied requirements that are satisfied without a rule, by number
 * @param held credentials that are held already, by number
 * @param lapsed credentials that were earned once, by number; they count as lapsed while no rule
 *     awards them
 * @param withdrawn credentials that no rule can award, by number, because they were suspended or
 *     revoked
 * @param policyDate the learner's own policy date; null where there is none
 * @param dated the credentials by number, with the time in which each is earned, or was
 * @param budget what it may spend
 */
public record Given(
    List<Candidate> facts,
    ImmutableSet<Integer> satisfied,
    ImmutableSet<Integer> held,
    ImmutableSortedSet<Integer> lapsed,
    ImmutableSet<Integer> withdrawn,
    ZonedDateTime asOf,
    @Nullable LocalDate policyDate,
    IntFunction<Earned> dated,
    Budget budget) {
  /** Copies the facts. */
  public Given {
    facts = List.copyOf(facts);
  }
}
