package io.credentialrules.internal.result;

import io.credentialrules.Measure;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementState;
import io.credentialrules.Waiver;
import org.jspecify.annotations.Nullable;

/** A {@link RequirementResult.Part} as the library states it. */
public record StatedPart(
    Kind kind,
    String id,
    String name,
    RequirementState state,
    @Nullable Measure measure,
    @Nullable Waiver waiver)
    implements RequirementResult.Part {

  /** A requirement as a part of another one. */
  public static StatedPart of(RequirementResult result) {
    return new StatedPart(
        result.kind(),
        result.id(),
        result.name(),
        result.state(),
        result.measure(),
        result.waiver());
  }

  /** Checks that it is waived by somebody. */
  public StatedPart {
    if ((state == RequirementState.WAIVED) != (waiver != null)) {
      throw new IllegalArgumentException("`" + id + "` is waived if and only if it has a waiver");
    }
  }

  /** Such as {@code hours: UNMET, 39.5 of 40 hours}. */
  @Override
  public String toString() {
    return id + ": " + state + (measure == null ? "" : ", " + measure);
  }
}
