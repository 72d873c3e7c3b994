package io.credentialrules.internal.result;

import io.credentialrules.RequirementResult;
import io.credentialrules.Shortfall;
import io.credentialrules.policy.SourceSpan;
import java.util.List;

/** A {@link RequirementResult.Alternative} as the library states it. */
public record StatedAlternative(String rule, SourceSpan place, List<Shortfall> shortfalls)
    implements RequirementResult.Alternative {

  /** Copies the shortfalls; a way that lacks nothing would be met. */
  public StatedAlternative {
    shortfalls = List.copyOf(shortfalls);
    if (shortfalls.isEmpty()) {
      throw new IllegalArgumentException("an alternative that lacks nothing is met");
    }
  }

  /** Such as {@code At least 200 hours lacks […]}. */
  @Override
  public String toString() {
    return rule + " lacks " + shortfalls;
  }
}
