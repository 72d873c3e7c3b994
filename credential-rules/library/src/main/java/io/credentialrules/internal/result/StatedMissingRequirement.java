package io.credentialrules.internal.result;

import io.credentialrules.Shortfall;
import io.credentialrules.policy.SourceSpan;
import java.util.List;

/** A {@link Shortfall.MissingRequirement} as the library states it. */
public record StatedMissingRequirement(
    String condition, SourceSpan place, List<String> requirements)
    implements Shortfall.MissingRequirement {

  /** Copies the ids. */
  public StatedMissingRequirement {
    requirements = List.copyOf(requirements);
  }

  @Override
  public String kind() {
    return "MISSING_REQUIREMENT";
  }

  /** Such as {@code MISSING_REQUIREMENT at horticulture/level-3.drl:12:5: …}. */
  @Override
  public String toString() {
    return kind() + " at " + place + ": " + condition;
  }
}
