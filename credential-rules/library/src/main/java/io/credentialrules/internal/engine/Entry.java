package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Step;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One branch of a proof of a requirement, as the network knows it. Compared by identity. */
final class Entry {
  private final int rule;
  private final Requirement requirement;
  private final Proof proof;
  private final Branch branch;
  private final Object @Nullable [] constants;

  /**
   * A branch.
   *
   * @param rule the number of its rule, which the branches of a shape share
   * @param constants what distinguishes it from others of its shape; null where its rule is its own
   */
  Entry(
      int rule,
      Requirement requirement,
      Proof proof,
      Branch branch,
      Object @Nullable [] constants) {
    this.rule = rule;
    this.requirement = requirement;
    this.proof = proof;
    this.branch = branch;
    this.constants = constants;
  }

  int rule() {
    return rule;
  }

  Requirement requirement() {
    return requirement;
  }

  Proof proof() {
    return proof;
  }

  Branch branch() {
    return branch;
  }

  /** Whether it shares its rule with all branches of its shape. */
  boolean hasShape() {
    return constants != null;
  }

  /** Whether no further fact can make it fail where it holds. */
  boolean isMonotone() {
    return isMonotone(branch.steps());
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
    return branch.steps().get(0) instanceof Step.Total;
  }

  /** The constant in a negative slot. */
  Object constant(int slot) {
    return Constants.at(slot, Objects.requireNonNull(constants, "it has a shape"));
  }
}
