package io.credentialrules.internal.engine;

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
 * @param beforehand what is settled before any rule is
 * @param policyDate the learner's own policy date; null where there is none
 * @param dated the credentials by number, with the time in which each is earned, or was
 * @param budget what it may spend
 */
public record Given(
    List<Candidate> facts,
    Beforehand beforehand,
    ZonedDateTime asOf,
    @Nullable LocalDate policyDate,
    IntFunction<Earned> dated,
    Budget budget) {
  /** Copies the facts. */
  public Given {
    facts = List.copyOf(facts);
  }
}
