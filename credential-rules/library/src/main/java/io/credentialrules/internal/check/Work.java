package io.credentialrules.internal.check;

/**
 * What a search for things that are hardly meant may still cost, counted in values and constraints
 * looked at, so that it ends at the same place on every machine. When it is spent the search ends
 * with what it has found.
 */
final class Work {
  private long left;

  Work(long most) {
    this.left = most;
  }

  /** Spends some; whether there was enough. */
  boolean spend(long amount) {
    left -= amount;
    return left >= 0;
  }

  /** Whether nothing is left. */
  boolean isSpent() {
    return left < 0;
  }
}
