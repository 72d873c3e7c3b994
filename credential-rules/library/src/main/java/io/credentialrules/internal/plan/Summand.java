package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A total in a state, and a pattern whose facts it sums up.
 *
 * @param tests what has to pass, of this total and of others that belong to it
 * @param filled the slots with the results of the totals
 * @param slots the slots before the total
 * @param isIn which combinations belong to it
 */
record Summand(
    Step.Total total,
    Step.Match match,
    List<Test> tests,
    Slots filled,
    Slots slots,
    State state,
    Predicate<Slots> isIn) {

  /** Of all combinations. */
  Summand(
      Step.Total total,
      Step.Match match,
      List<Test> tests,
      Slots filled,
      Slots slots,
      State state) {
    this(total, match, tests, filled, slots, state, row -> true);
  }

  /** Another total in the same state. */
  Summand of(Step.Total other, Step.Match pattern) {
    return new Summand(other, pattern, tests, filled, slots, state);
  }

  /** One of its groups, as a total of its own. */
  Summand of(GroupShort one, GroupedBy grouping) {
    GroupedBy.Group group = one.group();
    return new Summand(
        one.each(),
        match,
        one.each().tests(),
        one.filled(),
        slots,
        state,
        row -> group != null && isOf(group, grouping.key().in(row)));
  }

  private static boolean isOf(GroupedBy.Group group, @Nullable Object key) {
    return key != null && Comparing.canonical(key).equals(group.value());
  }

  /** The combinations that are summed up. */
  List<Slots> rows(PlanStart start) {
    List<Slots> rows = start.matcher(state).rows(total.steps(), slots);
    rows.removeIf(isIn.negate());
    return rows;
  }

  /** What the result of a function is compared with. */
  List<TotalGap.Bound> bounds(Step.Function function) {
    return TotalGap.bounds(total.tests(), function, filled);
  }
}
