package io.credentialrules.internal.engine;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Window;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One branch of a proof of a requirement, of which the network and its index are built; evaluations
 * look at {@link Branches}. Compared by identity.
 */
final class Entry {
  private final int number;
  private final int rule;
  private final int requirement;
  private final boolean isAlwaysInForce;
  private final boolean isMonotone;
  private final boolean isTotal;
  private final int comparisons;
  private final ImmutableSet<String> types;
  private final Object @Nullable [] constants;
  private final Proof proof;
  private final Branch branch;

  /**
   * A branch.
   *
   * @param number its position among all branches
   * @param rule the number of its rule, which the branches of a shape share
   * @param constants what distinguishes it from others of its shape; null where its rule is its own
   */
  Entry(
      int number,
      int rule,
      Requirement requirement,
      Proof proof,
      Branch branch,
      Object @Nullable [] constants) {
    this.number = number;
    this.rule = rule;
    this.requirement = requirement.number();
    this.isAlwaysInForce = proof.header().window().equals(Window.ALWAYS);
    this.isMonotone = isMonotone(branch.steps());
    this.isTotal = branch.steps().get(0) instanceof Step.Total;
    this.comparisons = comparisons(branch.steps());
    this.types = constants == null ? types(branch.steps()) : ImmutableSet.of();
    this.constants = constants;
    this.proof = proof;
    this.branch = branch;
  }

  int number() {
    return number;
  }

  int rule() {
    return rule;
  }

  /** The number of the requirement that it proves. */
  int requirement() {
    return requirement;
  }

  Branch branch() {
    return branch;
  }

  /** Whether it shares its rule with all branches of its shape. */
  boolean hasShape() {
    return constants != null;
  }

  /** The names of the types at whose facts its rule looks itself; none where it has a shape. */
  ImmutableSet<String> types() {
    return types;
  }

  private static ImmutableSet<String> types(List<Step> steps) {
    ImmutableSet.Builder<String> types = ImmutableSet.builder();
    for (Step step : steps) {
      step.visit(
          each -> {
            if (each instanceof Step.Match match) {
              types.add(match.type().name());
            }
          });
    }
    return types.build();
  }

  /** Whether no further fact can make it fail where it holds. */
  boolean isMonotone() {
    return isMonotone;
  }

  private static boolean isMonotone(List<Step> steps) {
    return steps.stream()
        .allMatch(
            step ->
                step instanceof Step.Match
                    || (step instanceof Step.Some some && isMonotone(some.steps())));
  }

  /** Whether it is decided by a total over its facts rather than by one of them. */
  boolean isTotal() {
    return isTotal;
  }

  private static int comparisons(List<Step> steps) {
    int[] comparisons = new int[1];
    for (Step step : steps) {
      step.visit(
          each -> {
            if (each instanceof Step.Match match) {
              comparisons[0] += Test.work(match.tests());
            }
          });
    }
    return comparisons[0];
  }

  /** How many comparisons one fact costs at the most. */
  int comparisons() {
    return comparisons;
  }

  /** Whether its version of the policy applies on every day. */
  boolean isAlwaysInForce() {
    return isAlwaysInForce;
  }

  /** The rule that it is a branch of. */
  Proof proof() {
    return proof;
  }

  /** What distinguishes it from others of its shape, in the order of their slots. */
  List<Object> constants() {
    return constants == null ? List.of() : Arrays.asList(constants);
  }
}
