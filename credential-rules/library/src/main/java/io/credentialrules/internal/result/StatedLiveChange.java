package io.credentialrules.internal.result;

import io.credentialrules.LiveLearner;
import java.time.ZonedDateTime;
import java.util.List;

/** A {@link LiveLearner.Change} as the library states it. */
public record StatedLiveChange(
    ZonedDateTime asOf,
    List<String> gained,
    List<String> lost,
    List<String> satisfied,
    List<String> noLongerSatisfied)
    implements LiveLearner.Change {

  /** Copies the ids. */
  public StatedLiveChange {
    gained = List.copyOf(gained);
    lost = List.copyOf(lost);
    satisfied = List.copyOf(satisfied);
    noLongerSatisfied = List.copyOf(noLongerSatisfied);
  }

  @Override
  public boolean isEmpty() {
    return gained.isEmpty() && lost.isEmpty() && satisfied.isEmpty() && noLongerSatisfied.isEmpty();
  }
}
