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
 * @param when when something new can happen
 * @param triedFirst the numbers of requirements for which nothing was found on another day, so that
 *     the search ends soon where nothing is found again
 */
public record PlanRequest(
    LearnerRecord record,
    ZonedDateTime asOf,
    List<Fact> counted,
    List<NotCounted> notCounted,
    StepCosts costs,
    When when,
    Set<Integer> triedFirst) {
  /**
   * When something new can happen.
   *
   * @param since the first day: the date of evaluation, or an earlier one where it is planned for a
   *     later day than that on which it is asked
   * @param usually the day on which it happens unless it is compared with others, neither before
   *     the first day nor after the date of evaluation
   */
  public record When(LocalDate since, LocalDate usually) {}

  /** Copies the collections. */
  public PlanRequest {
    counted = List.copyOf(counted);
    notCounted = List.copyOf(notCounted);
    triedFirst = Set.copyOf(triedFirst);
  }

  /** The same without some facts that do not count yet. */
  PlanRequest without(Set<Object> facts) {
    return new PlanRequest(
        record,
        asOf,
        counted,
        notCounted.stream().filter(one -> !facts.contains(one.fact())).toList(),
        costs,
        when,
        triedFirst);
  }
}
