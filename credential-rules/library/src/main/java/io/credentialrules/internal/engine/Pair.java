package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Row;
import io.credentialrules.policy.VocabularyType;

/**
 * A fact beside the constants of a branch that it can touch: what the rule of a shape tests.
 * Compared by identity.
 */
final class Pair implements Row {
  private final int branch;
  private final Candidate fact;
  private final Firing firing;
  private final Branches branches;

  Pair(int branch, Candidate fact, Firing firing) {
    this.branch = branch;
    this.fact = fact;
    this.firing = firing;
    this.branches = firing.branches();
  }

  /** The number of the branch. */
  int branch() {
    return branch;
  }

  int rule() {
    return branches.rule(branch);
  }

  /** Whether a total decides the branch rather than this fact. */
  boolean isTotal() {
    return branches.isTotal(branch);
  }

  boolean isOf(VocabularyType type) {
    return fact.type() == type;
  }

  /** Whether the branch's version of the policy applies. */
  boolean isInForce() {
    return branches.isInForce(branch, firing);
  }

  /** The fact passes all tests, so the branch holds. */
  void holds() {
    firing.satisfied(branches.requirement(branch));
  }

  @Override
  public Object at(int slot) {
    return Constants.isAt(slot) ? branches.constant(branch, slot) : fact;
  }
}
