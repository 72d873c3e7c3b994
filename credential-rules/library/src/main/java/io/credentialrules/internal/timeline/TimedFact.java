package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.vocabulary.Fact;

/**
 * A fact that nothing but time speaks against, and when it counts.
 *
 * @param from the first day of the epoch on which it counts; {@link Long#MIN_VALUE} for no bound
 * @param until the last such day; {@link Long#MAX_VALUE} for no bound
 */
public record TimedFact(Candidate candidate, long from, long until) {

  boolean countsOn(long day) {
    return from <= day && day <= until;
  }

  /** Whether it began to count after a day; what has no date is never out of date. */
  boolean isAfter(long day) {
    return from == Long.MIN_VALUE || from > day;
  }

  /** Whether only a pattern sees it that asks for more than what counts. */
  boolean isOfView() {
    return !candidate.type().including().isEmpty();
  }

  Fact fact() {
    return (Fact) candidate.fact();
  }
}
