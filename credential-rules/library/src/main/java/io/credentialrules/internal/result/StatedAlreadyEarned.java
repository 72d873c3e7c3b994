package io.credentialrules.internal.result;

import io.credentialrules.Credential;
import io.credentialrules.Plan;

/** A {@link Plan.AlreadyEarned} as the library states it. */
public record StatedAlreadyEarned(Credential credential) implements Plan.AlreadyEarned {

  /** Such as {@code horticulture: nothing to do}. */
  @Override
  public String toString() {
    return credential.id() + ": nothing to do";
  }
}
