package io.credentialrules.internal.result;

import io.credentialrules.Shortfall;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Fact;
import java.util.List;

/** A {@link Shortfall.Total} as the library states it. */
public record StatedTotal(String condition, SourceSpan place, List<Fact> counted)
    implements Shortfall.Total {

  /** Copies the facts. */
  public StatedTotal {
    counted = List.copyOf(counted);
  }

  @Override
  public String kind() {
    return "TOTAL";
  }

  /** Such as {@code TOTAL at horticulture/level-3.drl:12:5: …}. */
  @Override
  public String toString() {
    return kind() + " at " + place + ": " + condition;
  }
}
