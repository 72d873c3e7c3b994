package io.credentialrules.internal.result;

import io.credentialrules.Shortfall;
import io.credentialrules.Shortfall.NearFact;
import io.credentialrules.policy.SourceSpan;
import java.util.List;

/** A {@link Shortfall.MissingFact} as the library states it. */
public record StatedMissingFact(
    String condition, SourceSpan place, String factType, List<NearFact> nearest)
    implements Shortfall.MissingFact {

  /** Copies the facts. */
  public StatedMissingFact {
    nearest = List.copyOf(nearest);
  }

  @Override
  public String kind() {
    return "MISSING_FACT";
  }

  /** Such as {@code MISSING_FACT at horticulture/level-3.drl:12:5: …}. */
  @Override
  public String toString() {
    return kind() + " at " + place + ": " + condition;
  }
}
