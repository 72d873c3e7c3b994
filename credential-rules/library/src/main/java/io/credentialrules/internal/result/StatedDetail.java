package io.credentialrules.internal.result;

import io.credentialrules.Difference;
import org.jspecify.annotations.Nullable;

/** A {@link Difference.Detail} as the library states it. */
public record StatedDetail(String name, @Nullable String before, @Nullable String after)
    implements Difference.Detail {

  /** Such as {@code until: 2025-06-01 to null}. */
  @Override
  public String toString() {
    return name + ": " + before + " to " + after;
  }
}
