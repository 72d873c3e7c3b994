package io.credentialrules.internal.result;

import io.credentialrules.Difference;
import io.credentialrules.Difference.Change;
import io.credentialrules.Difference.Kind;
import io.credentialrules.Difference.Side;
import java.util.List;

/** A {@link Difference} as the library states it. */
public record StatedDifference(Side before, Side after, List<Change> changes)
    implements Difference {

  /** Copies the changes. */
  public StatedDifference {
    changes = List.copyOf(changes);
  }

  @Override
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  @Override
  public List<Change> changes(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }

  @Override
  public Difference reversed() {
    return new StatedDifference(
        after, before, changes.stream().map(StatedChange::reversed).toList());
  }

  /** Such as {@code maria: [horticulture-level-3: GAINED]}. */
  @Override
  public String toString() {
    return after.learner() + ": " + changes;
  }
}
