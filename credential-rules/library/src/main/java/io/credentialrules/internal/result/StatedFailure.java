package io.credentialrules.internal.result;

import io.credentialrules.Impact;

/** A {@link Impact.Failure} as the library states it. */
public record StatedFailure(String learner, String limit, String message)
    implements Impact.Failure {

  /** The learner and the limit. */
  @Override
  public String toString() {
    return learner + ": " + limit;
  }
}
