package io.credentialrules.internal.result;

import io.credentialrules.Shortfall;
import io.credentialrules.Shortfall.Miss;
import io.credentialrules.Shortfall.NearFact;
import java.util.List;

/** A {@link Shortfall.Group} as the library states it. */
public record StatedGroup(String key, List<Miss> misses, List<NearFact> nearest)
    implements Shortfall.Group {

  /** Copies the lists. */
  public StatedGroup {
    misses = List.copyOf(misses);
    nearest = List.copyOf(nearest);
  }

  /** The key and what is missed. */
  @Override
  public String toString() {
    return misses.isEmpty() ? key + " counts" : key + " misses " + misses;
  }
}
