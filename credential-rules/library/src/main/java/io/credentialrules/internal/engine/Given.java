package io.credentialrules.internal.engine;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
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
    Budget budget) {
  /** Copies the facts. */
  public Given {
    facts = List.copyOf(facts);
  }
}
