package io.credentialrules.internal.result;

import io.credentialrules.Impact;

/** A {@link Impact.Count} as the library states it. */
public record StatedCount(String credential, long before, long after, long gained, long lost)
    implements Impact.Count {

  /** Such as {@code badge: 10 to 12}. */
  @Override
  public String toString() {
    return credential + ": " + before + " to " + after;
  }
}
