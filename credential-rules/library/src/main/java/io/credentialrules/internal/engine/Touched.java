package io.credentialrules.internal.engine;

/**
 * Says to the network that a fact of this evaluation can bear on a branch. Without it the branch's
 * rule sleeps, so that an evaluation costs what its facts can touch and not what the catalogue
 * holds. Compared by identity.
 */
final class Touched {
  private final int branch;
  private final Firing firing;

  Touched(int branch, Firing firing) {
    this.branch = branch;
    this.firing = firing;
  }

  /** The number of the branch. */
  int branch() {
    return branch;
  }

  int rule() {
    return firing.branches().rule(branch);
  }

  /** Whether the branch's version of the policy applies. */
  boolean isInForce() {
    return firing.branches().isInForce(branch, firing);
  }

  /** Its constant in a negative slot. */
  Object constant(int slot) {
    return firing.branches().constant(branch, slot);
  }

  /** The branch holds. */
  void holds() {
    firing.holds(this);
  }
}
