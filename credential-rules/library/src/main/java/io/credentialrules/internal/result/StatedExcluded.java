package io.credentialrules.internal.result;

import io.credentialrules.Shortfall;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Fact;
import java.util.List;

/** A {@link Shortfall.Excluded} as the library states it. */
public record StatedExcluded(String condition, SourceSpan place, List<Fact> facts)
    implements Shortfall.Excluded {

  /** Copies the facts. */
  public StatedExcluded {
    facts = List.copyOf(facts);
  }

  @Override
  public String kind() {
    return "EXCLUDED";
  }

  /** Such as {@code EXCLUDED at horticulture/level-3.drl:12:5: …}. */
  @Override
  public String toString() {
    return kind() + " at " + place + ": " + condition;
  }
}
