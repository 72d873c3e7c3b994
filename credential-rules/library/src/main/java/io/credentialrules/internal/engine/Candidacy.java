package io.credentialrules.internal.engine;

/**
 * A way to a credential of which some requirement is satisfied. It enters the network once each of
 * them is, by itself; the network decides whether it awards. Compared by identity.
 */
final class Candidacy {
  private final Asking asking;
  private final Firing firing;
  private int missing;

  Candidacy(Asking asking, Firing firing) {
    this.asking = asking;
    this.firing = firing;
    this.missing = asking.size();
  }

  /** One more requirement is satisfied; whether it was the last. */
  boolean hasAllWithOneMore() {
    return --missing == 0;
  }

  /** When it is decided: after all that it depends on. */
  int stratum() {
    return asking.stratum();
  }

  /** Whether the way's version of the policy applies. */
  boolean isInForce() {
    return asking.isInForce(firing);
  }

  /** Whether every requirement of the way is satisfied. */
  boolean isComplete() {
    Verdicts verdicts = firing.verdicts();
    for (int requirement : asking.requires()) {
      if (!verdicts.satisfied(requirement)) {
        return false;
      }
    }
    return true;
  }

  /** All that the way asks for is satisfied, each by itself. */
  void complete() {
    firing.complete(asking);
  }
}
