package io.credentialrules.internal.check;

import io.credentialrules.internal.work.Interruption;

/**
 * What a search for things that are hardly meant may still cost, counted in values and constraints
 * looked at, so that it ends at the same place on every machine. When it is spent the search ends
 * with what it has found.
 */
public final class Work {
  private final long most;
  private long spent;

  /** With at most so much. */
  public Work(long most) {
    this.most = most;
  }

  /** Spends some; whether there was enough. */
  public boolean spend(long amount) {
    Interruption.check();
    spent = Math.min(spent + amount, most + 1);
    return spent <= most;
  }

  /** As much as was spent. */
  long spent() {
    return spent;
  }
}
