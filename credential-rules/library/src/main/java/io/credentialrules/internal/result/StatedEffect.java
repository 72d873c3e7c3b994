package io.credentialrules.internal.result;

import io.credentialrules.Difference;
import io.credentialrules.Impact;
import java.util.List;

/** A {@link Impact.Effect} as the library states it. */
public record StatedEffect(String learner, List<Difference.Change> changes)
    implements Impact.Effect {

  /** Copies the changes. */
  public StatedEffect {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("`" + learner + "` neither gains nor loses anything");
    }
  }

  /** The learner and what changes. */
  @Override
  public String toString() {
    return learner + ": " + changes;
  }
}
