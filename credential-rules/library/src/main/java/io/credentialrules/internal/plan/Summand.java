package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A total in a state, and a pattern whose facts it sums up.
 *
 * @param tests what has to pass, of this total and of others that belong to it
 * @param filled the slots with the results of the totals
 * @param slots the slots before the total
 * @param members the combinations of the group that it is; null where it is no group
 */
record Summand(
    Step.Total total,
    Step.Match match,
    List<Test> tests,
    Slots filled,
    Slots slots,
    State state,
    @Nullable List<Row> members) {

  /** Of all combinations. */
  Summand(
      Step.Total total,
      Step.Match match,
      List<Test> tests,
      Slots filled,
      Slots slots,
      State state) {
    this(total, match, tests, filled, slots, state, null);
  }

  /** Another total in the same state. */
  Summand of(Step.Total other, Step.Match pattern) {
    return new Summand(other, pattern, tests, filled, slots, state);
  }

  /** The same in another state. */
  Summand in(State other, PlanStart start) {
    Slots then = start.matcher(other).totalled(total, slots);
    return new Summand(total, match, tests, then, slots, other);
  }

  /** One of its groups, as a total of its own. */
  Summand of(GroupShort one) {
    GroupedBy.Group group = one.group();
    return new Summand(
        one.each(),
        match,
        one.each().tests(),
        one.filled(),
        slots,
        state,
        group == null ? List.of() : group.members());
  }

  /** The combinations that are summed up. */
  List<? extends Row> rows(PlanStart start) {
    List<Row> own = members;
    return own == null ? start.matcher(state).rows(total.steps(), slots) : own;
  }

  /** What the result of a function is compared with. */
  List<TotalGap.Bound> bounds(Step.Function function) {
    return TotalGap.bounds(total.tests(), function, filled);
  }
}
