package io.credentialrules.internal.engine;

import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;

/** How many pairs facts may make with the branches that they touch. Used by one thread. */
final class PairLimit {
  private final Limits limits;
  private int facts;
  private int pairs;

  PairLimit(Limits limits) {
    this.limits = limits;
  }

  /** A fact has one pair beside those that are limited. */
  void addFact() {
    facts++;
  }

  void addPair() {
    if (++pairs - facts > limits.maxJoinRows()) {
      throw new LimitExceededException(
          "maxJoinRows",
          limits.maxJoinRows(),
          "the facts bear on too many rules; compare a text in each pattern, or raise the limit");
    }
  }
}
