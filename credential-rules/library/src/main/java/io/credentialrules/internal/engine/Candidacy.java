package io.credentialrules.internal.engine;

/**
 * A way to a credential of which some requirement is satisfied. It enters the network once each of
 * them is, by itself; the network decides whether it awards. Compared by identity.
 */
final class Candidacy {
  private final int way;
  private final Candidacies all;
  private final Firing firing;
  private int missing;

  Candidacy(int way, Candidacies all, Firing firing) {
    this.way = way;
    this.all = all;
    this.firing = firing;
    this.missing = all.size(way);
  }

  /** One more requirement is satisfied; whether it was the last. */
  boolean hasAllWithOneMore() {
    return --missing == 0;
  }

  /** When it is decided: after all that it depends on. */
  int stratum() {
    return all.stratum(way);
  }

  /** Whether the way's version of the policy applies. */
  boolean isInForce() {
    return all.isInForce(way, firing);
  }

  /** Whether every requirement of the way is satisfied. */
  boolean isComplete() {
    Verdicts verdicts = firing.verdicts();
    for (int i = 0; i < all.size(way); i++) {
      if (!verdicts.satisfied(all.requirement(way, i))) {
        return false;
      }
    }
    return true;
  }

  /** All that the way asks for is satisfied, each by itself. */
  void complete() {
    firing.complete(way);
  }
}
