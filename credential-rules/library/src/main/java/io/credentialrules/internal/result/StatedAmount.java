package io.credentialrules.internal.result;

import io.credentialrules.Measure;
import io.credentialrules.Shortfall;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Fact;
import java.util.List;

/** A {@link Shortfall.Amount} as the library states it. */
public record StatedAmount(String condition, SourceSpan place, Measure measure, List<Fact> counted)
    implements Shortfall.Amount {

  /** Copies the facts; a total that is satisfied is not short. */
  public StatedAmount {
    counted = List.copyOf(counted);
    if (measure.isSatisfied()) {
      throw new IllegalArgumentException("a satisfied amount is no shortfall: " + measure);
    }
  }

  @Override
  public String kind() {
    return "AMOUNT";
  }

  /** Such as {@code AMOUNT at horticulture/level-3.drl:12:5: …}. */
  @Override
  public String toString() {
    return kind() + " at " + place + ": " + condition + "; has " + measure;
  }
}
