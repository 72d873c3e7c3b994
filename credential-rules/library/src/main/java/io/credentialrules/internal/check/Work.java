package io.credentialrules.internal.check;

/**
 * What a search for things that are hardly meant may still cost, counted in values and constraints
 * looked at, so that it ends at the same place on every machine. When it is spent the search ends
 * with what it has found.
 */
final class Work {
  private final long most;
  private long spent;

  Work(long most) {
    this.most = most;
  }

  /** Spends some; whether there was enough. */
  boolean spend(long amount) {
    spent = Math.min(spent + amount, most + 1);
    return spent <= most;
  }

  /** As much as was spent. */
  long spent() {
    return spent;
  }
}
