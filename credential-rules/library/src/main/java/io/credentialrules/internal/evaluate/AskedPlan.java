package io.credentialrules.internal.evaluate;

import io.credentialrules.Plan;
import io.credentialrules.StepCosts;
import io.credentialrules.internal.evaluate.Evaluator.Settled;
import io.credentialrules.internal.plan.PlanRequest;
import io.credentialrules.internal.plan.Planner;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A question for plans from one record, with what its answer may cost. Used by one thread. */
record AskedPlan(Evaluator evaluator, Settled settled, StepCosts costs, Budget budget) {
  /** The same, from another record. */
  AskedPlan of(Settled other) {
    return new AskedPlan(evaluator, other, costs, budget);
  }

  Program program() {
    return evaluator.program();
  }

  LocalDate today() {
    return settled.weighing().asOf().toLocalDate();
  }

  /** Plans for the date of evaluation. */
  Planner planner(int credential) {
    return planner(settled, credential, today(), Set.of());
  }

  /**
   * Plans for the date of a record, with what is new happening on a day.
   *
   * @param triedFirst the numbers of the requirements to try before others
   */
  Planner planner(Settled from, int credential, LocalDate newOn, Set<Integer> triedFirst) {
    Weighing of = from.weighing();
    return new Planner(
        program(),
        new PlanRequest(
            of.record(),
            of.asOf(),
            evaluator.order().sorted(of.facts().counted()),
            evaluator.order().sortedNotCounted(of.facts().notCounted()),
            costs,
            new PlanRequest.When(today(), newOn),
            triedFirst),
        new PlanTrial(evaluator, from, credential),
        budget);
  }

  /** The record as it is on a later day, with what is known on it. */
  Settled settledOn(LocalDate day) {
    Weighing weighing = settled.weighing();
    ZonedDateTime then = weighing.asOf().with(day);
    LocalDate known = weighing.knownOn().isAfter(day) ? weighing.knownOn() : day;
    return evaluator.settled(weighing.record(), then, known, budget);
  }

  /** The first day on which what the steps lead to earns it, from the date of evaluation on. */
  @Nullable LocalDate eligibleFrom(int credential, Plan.Steps steps) {
    Weighing now = settled.weighing();
    Weighing then = evaluator.weighing(steps.appliedTo(now.record()), now.asOf(), now.knownOn());
    Forecast forecast = new Forecast(evaluator, then, budget.again());
    return forecast.isEarned(credential, today())
        ? today()
        : forecast.next(credential, today(), true);
  }
}
