package io.credentialrules.internal.result;

import io.credentialrules.Measure;
import io.credentialrules.Shortfall;
import io.credentialrules.Shortfall.Cap;
import io.credentialrules.Shortfall.Group;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Fact;
import java.util.List;

/** A {@link Shortfall.Amount} as the library states it. */
public record StatedAmount(
    String condition,
    SourceSpan place,
    Measure measure,
    List<Fact> counted,
    List<Cap> caps,
    List<Group> groups)
    implements Shortfall.Amount {

  /** Copies the lists; a total that is satisfied is not short. */
  public StatedAmount {
    counted = List.copyOf(counted);
    caps = List.copyOf(caps);
    groups = List.copyOf(groups);
    if (measure.isSatisfied()) {
      throw new IllegalArgumentException("a satisfied amount is no shortfall: " + measure);
    }
  }

  /** An amount of which everything counts, and nothing is grouped. */
  public StatedAmount(String condition, SourceSpan place, Measure measure, List<Fact> counted) {
    this(condition, place, measure, counted, List.of(), List.of());
  }

  @Override
  public String kind() {
    return "AMOUNT";
  }

  /** Such as {@code AMOUNT at horticulture/level-3.drl:12:5: …}. */
  @Override
  public String toString() {
    return kind()
        + " at "
        + place
        + ": "
        + condition
        + "; has "
        + measure
        + (caps.isEmpty() ? "" : " " + caps);
  }
}
