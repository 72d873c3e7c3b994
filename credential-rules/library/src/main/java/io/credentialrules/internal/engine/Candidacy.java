package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Way;

/**
 * A way to a credential of which all requirements are satisfied, each by itself: the network
 * decides whether it awards. Compared by identity.
 */
final class Candidacy {
  private final Award award;
  private final Way way;
  private final Firing firing;

  Candidacy(Award award, Way way, Firing firing) {
    this.award = award;
    this.way = way;
    this.firing = firing;
  }

  Award award() {
    return award;
  }

  Way way() {
    return way;
  }

  /** When it is decided: after all that it depends on. */
  int stratum() {
    return award.stratum();
  }

  /** Whether the way's version of the policy applies. */
  boolean isInForce() {
    return firing.isInForce(way.rule().header().window(), way.rule().settings().versionBy());
  }

  /** Whether every requirement of the way is satisfied. */
  boolean isComplete() {
    return way.requires().stream().allMatch(firing.verdicts()::satisfied);
  }
}
