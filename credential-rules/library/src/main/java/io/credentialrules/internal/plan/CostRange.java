package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableList;
import io.credentialrules.Plan.Action;
import io.credentialrules.StepCosts;
import java.util.ArrayList;
import java.util.List;

/**
 * Between what one step costs at the least and at the most.
 *
 * @param rungs how much a search may spend, each time it begins anew because it spent too little
 */
record CostRange(long least, long most, ImmutableList<Long> rungs) {
  private static final List<Integer> STEPS = List.of(0, 1, 2, 3, 5, 8, 16, 32, 64, 128);
  private static final int MOST_STEPS = 128;

  /** The most that a search may spend. */
  long all() {
    return rungs.get(rungs.size() - 1);
  }

  static CostRange of(StepCosts costs) {
    List<Integer> all = new ArrayList<>();
    for (Action action : Action.values()) {
      all.add(costs.of(action, ""));
      costs.types().forEach(type -> all.add(costs.of(action, type)));
    }
    long least = all.stream().mapToInt(cost -> cost).min().orElseThrow();
    long most = all.stream().mapToInt(cost -> cost).max().orElseThrow();
    ImmutableList.Builder<Long> rungs = ImmutableList.builder();
    STEPS.forEach(steps -> rungs.add(steps * least));
    for (long rung = MOST_STEPS * least; rung < MOST_STEPS * most; ) {
      rung *= 2;
      rungs.add(rung);
    }
    return new CostRange(least, most, rungs.build());
  }
}
