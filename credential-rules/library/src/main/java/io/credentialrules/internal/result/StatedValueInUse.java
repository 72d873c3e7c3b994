package io.credentialrules.internal.result;

import io.credentialrules.RequirementResult.ValueInUse;
import io.credentialrules.policy.Window;

/** A {@link ValueInUse} as the library states it. */
public record StatedValueInUse(
    String name, String called, String value, Window window, boolean isGiven)
    implements ValueInUse {

  /** Such as {@code MinimumHours: 200}. */
  @Override
  public String toString() {
    return name + ": " + value;
  }
}
