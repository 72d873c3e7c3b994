package io.credentialrules.internal.result;

import io.credentialrules.Difference;
import java.time.ZonedDateTime;

/** A {@link Difference.Side} as the library states it. */
public record StatedSide(String learner, ZonedDateTime asOf, String policyDigest)
    implements Difference.Side {

  /** Such as {@code maria as of 2025-05-01T23:59:59-04:00}. */
  @Override
  public String toString() {
    return learner + " as of " + asOf;
  }
}
