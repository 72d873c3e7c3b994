package io.credentialrules.internal.result;

import io.credentialrules.Shortfall;
import io.credentialrules.Shortfall.Miss;
import io.credentialrules.vocabulary.Fact;
import java.util.List;

/** A {@link Shortfall.NearFact} as the library states it. */
public record StatedNearFact(Fact fact, List<Miss> misses) implements Shortfall.NearFact {

  /** Copies the misses. */
  public StatedNearFact {
    misses = List.copyOf(misses);
    if (misses.isEmpty()) {
      throw new IllegalArgumentException("a fact that misses nothing is not near");
    }
  }

  /** The fact and what it misses. */
  @Override
  public String toString() {
    return fact + " misses " + misses;
  }
}
