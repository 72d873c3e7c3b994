package io.credentialrules;

/**
 * How many of a number of things are done.
 *
 * @param done how many, from 0 to {@code total}
 * @param total of how many
 */
public record Progress(int done, int total) {

  /** Checks the range. */
  public Progress {
    if (done < 0 || done > total) {
      throw new IllegalArgumentException(done + " of " + total);
    }
  }

  /** Whole percent, rounded down, so that it is 100 only when all is done. */
  public int percent() {
    return total == 0 ? 100 : (int) (100L * done / total);
  }

  /** Such as {@code 3 of 5}. */
  @Override
  public String toString() {
    return done + " of " + total;
  }
}
