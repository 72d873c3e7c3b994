package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import java.util.List;

/**
 * A total in a state, and a pattern whose facts it sums up.
 *
 * @param tests what has to pass, of this total and of others that belong to it
 * @param filled the slots with the results of the totals
 * @param slots the slots before the total
 */
record Summand(
    Step.Total total, Step.Match match, List<Test> tests, Slots filled, Slots slots, State state) {

  /** Another total in the same state. */
  Summand of(Step.Total other, Step.Match pattern) {
    return new Summand(other, pattern, tests, filled, slots, state);
  }

  /** The combinations that are summed up. */
  List<Slots> rows(PlanStart start) {
    return start.matcher(state).rows(total.steps(), slots);
  }

  /** What the result of a function is compared with. */
  List<TotalGap.Bound> bounds(Step.Function function) {
    return TotalGap.bounds(total.tests(), function, filled);
  }
}
