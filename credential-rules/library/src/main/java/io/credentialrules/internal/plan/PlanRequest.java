package io.credentialrules.internal.plan;

import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted;
import io.credentialrules.StepCosts;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/**
 * What is planned for.
 *
 * @param counted the facts that count, in canonical order
 * @param notCounted the others, in canonical order
 * @param since the first day on which something new can happen: the date of evaluation, or an
 *     earlier one where it is planned for a later day than that on which it is asked
 */
public record PlanRequest(
    LearnerRecord record,
    ZonedDateTime asOf,
    List<Fact> counted,
    List<NotCounted> notCounted,
    StepCosts costs,
    LocalDate since) {
  /** Copies the lists. */
  public PlanRequest {
    counted = List.copyOf(counted);
    notCounted = List.copyOf(notCounted);
  }

  /** The same without some facts that do not count yet. */
  PlanRequest without(Set<Object> facts) {
    return new PlanRequest(
        record,
        asOf,
        counted,
        notCounted.stream().filter(one -> !facts.contains(one.fact())).toList(),
        costs,
        since);
  }
}
