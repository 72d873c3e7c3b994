package io.credentialrules.internal.result;

import io.credentialrules.NotCounted;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.vocabulary.Fact;

/** A {@link NotCounted} as the library states it. */
public record StatedNotCounted(Fact fact, Reason reason) implements NotCounted {

  /** Such as {@code UNVETTED: …}. */
  @Override
  public String toString() {
    return reason + ": " + fact;
  }
}
