package io.credentialrules.internal.result;

import io.credentialrules.Batch;

/** A {@link Batch.Tally} as the library states it. */
public record StatedTally(long records, long failures, boolean isCut) implements Batch.Tally {

  /** Such as {@code 10000 records, 2 of them failed}. */
  @Override
  public String toString() {
    return records + " records, " + failures + " of them failed" + (isCut ? "; cut short" : "");
  }
}
