package io.credentialrules.internal.result;

import io.credentialrules.NotCounted;
import io.credentialrules.Shortfall;
import io.credentialrules.policy.SourceSpan;

/** A {@link Shortfall.Withdrawn} as the library states it. */
public record StatedWithdrawn(String condition, SourceSpan place, NotCounted held)
    implements Shortfall.Withdrawn {

  @Override
  public String kind() {
    return "WITHDRAWN";
  }

  /** Such as {@code WITHDRAWN at horticulture/level-3.drl:12:5: …}. */
  @Override
  public String toString() {
    return kind() + " at " + place + ": " + condition;
  }
}
