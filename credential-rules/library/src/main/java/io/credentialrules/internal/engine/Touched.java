package io.credentialrules.internal.engine;

/**
 * Says to the network that a fact of this evaluation can bear on a branch. Without it the branch's
 * rule sleeps, so that an evaluation costs what its facts can touch and not what the catalogue
 * holds. Compared by identity.
 */
final class Touched {
  private final Entry entry;
  private final Firing firing;

  Touched(Entry entry, Firing firing) {
    this.entry = entry;
    this.firing = firing;
  }

  Entry entry() {
    return entry;
  }

  int rule() {
    return entry.rule();
  }

  /** Whether the branch's version of the policy applies. */
  boolean isInForce() {
    return entry.isInForce(firing);
  }

  /** The branch holds. */
  void holds() {
    firing.holds(this);
  }
}
