package io.credentialrules.internal.result;

import io.credentialrules.Difference;
import io.credentialrules.Measure;
import io.credentialrules.RequirementState;
import org.jspecify.annotations.Nullable;

/** A {@link Difference.RequirementChange} as the library states it. */
public record StatedRequirementChange(
    String id,
    String name,
    @Nullable RequirementState before,
    @Nullable RequirementState after,
    @Nullable Measure measureBefore,
    @Nullable Measure measureAfter)
    implements Difference.RequirementChange {

  /** Such as {@code hours: UNMET to MET}. */
  @Override
  public String toString() {
    return id + ": " + before + " to " + after;
  }
}
