package io.credentialrules.internal.result;

import io.credentialrules.Shortfall;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Fact;
import java.util.List;

/** A {@link Shortfall.InUse} as the library states it. */
public record StatedInUse(
    String condition,
    SourceSpan place,
    List<Fact> facts,
    List<String> requirements,
    List<String> requirementNames)
    implements Shortfall.InUse {

  /** Copies the lists; something must be in use. */
  public StatedInUse {
    facts = List.copyOf(facts);
    requirements = List.copyOf(requirements);
    requirementNames = List.copyOf(requirementNames);
    if (facts.isEmpty() || requirements.isEmpty()) {
      throw new IllegalArgumentException("evidence in use is used by a requirement");
    }
  }

  @Override
  public String kind() {
    return "IN_USE";
  }

  /** Such as {@code IN_USE at horticulture/level-3.drl:12:5: …}. */
  @Override
  public String toString() {
    return kind() + " at " + place + ": " + condition;
  }
}
