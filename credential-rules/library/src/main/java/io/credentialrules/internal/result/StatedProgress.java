package io.credentialrules.internal.result;

import io.credentialrules.Progress;

/** A {@link Progress} as the library states it. */
public record StatedProgress(int done, int total) implements Progress {

  /** Checks the range. */
  public StatedProgress {
    if (done < 0 || done > total) {
      throw new IllegalArgumentException(done + " of " + total);
    }
  }

  @Override
  public int percent() {
    return total == 0 ? 100 : (int) (100L * done / total);
  }

  @Override
  public String toString() {
    return done + " of " + total;
  }
}
