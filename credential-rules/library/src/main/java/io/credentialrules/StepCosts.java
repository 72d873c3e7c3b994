package io.credentialrules;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.Plan.Action;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What each kind of step of a plan costs, in whole numbers whose unit is the host's: hours, money,
 * trouble. A plan is the cheapest that was found. A kind that is not named costs 1, so that where
 * none is, the cheapest plan is the one of the fewest steps. It is a step that costs, whatever
 * amounts are in it. Waiting costs nothing. Immutable.
 */
public final class StepCosts {
  /** The most that a step can cost. */
  public static final int MOST = 1_000_000;

  /** Each step costs 1. */
  public static final StepCosts EACH_ONE = new StepCosts(ImmutableMap.of(), ImmutableMap.of());

  private final ImmutableMap<Action, Integer> actions;
  private final ImmutableMap<String, Integer> types;

  private StepCosts(ImmutableMap<Action, Integer> actions, ImmutableMap<String, Integer> types) {
    this.actions = actions;
    this.types = types;
  }

  /**
   * These, with another cost of an action.
   *
   * @param cost from 1 to {@value #MOST}
   */
  public StepCosts with(Action action, int cost) {
    return new StepCosts(with(actions, action, cost), types);
  }

  /**
   * These, with another cost of a new fact of a type, whatever {@link Action#ADD} costs.
   *
   * @param type the name of the type in rules, such as {@code TrainingCompletion}
   * @param cost from 1 to {@value #MOST}
   */
  public StepCosts withNew(String type, int cost) {
    return new StepCosts(actions, with(types, type, cost));
  }

  private static <K> ImmutableMap<K, Integer> with(Map<K, Integer> costs, K kind, int cost) {
    checkArgument(
        cost >= 1 && cost <= MOST,
        "a step costs from 1 to %s, and not %s, as `%s` does",
        MOST,
        cost,
        kind);
    return ImmutableMap.<K, Integer>builder().putAll(costs).put(kind, cost).buildKeepingLast();
  }

  /** The names of the types of which new facts have a cost of their own, in the order given. */
  public Set<String> types() {
    return types.keySet();
  }

  /** What a step costs whose fact is of a type. */
  public int of(Action action, String type) {
    int cost = Objects.requireNonNull(actions.getOrDefault(action, 1));
    return action == Action.ADD ? Objects.requireNonNull(types.getOrDefault(type, cost)) : cost;
  }

  /** Whether another object has the same costs. */
  @Override
  public boolean equals(Object other) {
    return other instanceof StepCosts costs
        && costs.actions.equals(actions)
        && costs.types.equals(types);
  }

  @Override
  public int hashCode() {
    return Objects.hash(actions, types);
  }

  /** Such as {@code {REVIEW=2} and new {TrainingCompletion=5}}. */
  @Override
  public String toString() {
    return actions + " and new " + types;
  }
}
