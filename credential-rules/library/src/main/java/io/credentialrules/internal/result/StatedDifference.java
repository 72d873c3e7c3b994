package io.credentialrules.internal.result;

import io.credentialrules.Difference;
import io.credentialrules.Difference.Change;
import io.credentialrules.Difference.Kind;
import io.credentialrules.Difference.Side;
import java.util.List;

/** A {@link Difference} as the library states it. */
public record StatedDifference(Side before, Side after, List<StatedChange> stated)
    implements Difference {

  /** Copies the changes. */
  public StatedDifference {
    stated = List.copyOf(stated);
  }

  @Override
  public List<Change> changes() {
    return List.copyOf(stated);
  }

  @Override
  public boolean isEmpty() {
    return stated.isEmpty();
  }

  @Override
  public List<Change> changes(Kind kind) {
    return changes().stream().filter(change -> change.kind() == kind).toList();
  }

  @Override
  public Difference reversed() {
    return new StatedDifference(
        after, before, stated.stream().map(StatedChange::reversed).toList());
  }

  /** Such as {@code maria: [horticulture-level-3: GAINED]}. */
  @Override
  public String toString() {
    return after.learner() + ": " + stated;
  }
}
