package io.credentialrules.internal.result;

import io.credentialrules.Difference;
import io.credentialrules.Measure;
import io.credentialrules.RequirementState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Difference.RequirementChange} as the library states it. Either name is there, and both
 * where both sides ask for the requirement.
 */
public record StatedRequirementChange(
    String id,
    @Nullable String nameBefore,
    @Nullable String nameAfter,
    @Nullable RequirementState before,
    @Nullable RequirementState after,
    @Nullable Measure measureBefore,
    @Nullable Measure measureAfter)
    implements Difference.RequirementChange {

  /** The name that it has after, where it is asked for then. */
  @Override
  public String name() {
    return nameAfter != null ? nameAfter : Objects.requireNonNull(nameBefore);
  }

  /** The same change, seen from the other side. */
  StatedRequirementChange reversed() {
    return new StatedRequirementChange(
        id, nameAfter, nameBefore, after, before, measureAfter, measureBefore);
  }

  /** Such as {@code hours: UNMET to MET}. */
  @Override
  public String toString() {
    return id + ": " + before + " to " + after;
  }
}
