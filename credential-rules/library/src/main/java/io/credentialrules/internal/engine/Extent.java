package io.credentialrules.internal.engine;

import io.credentialrules.internal.reach.Affected;
import org.jspecify.annotations.Nullable;

/**
 * What is settled: all, or again only what a change can bear on, where the rest stays as it was.
 */
public final class Extent {
  /** Everything. */
  public static final Extent ALL = new Extent(null, null);

  private final @Nullable Verdicts before;
  private final @Nullable Affected affected;

  private Extent(@Nullable Verdicts before, @Nullable Affected affected) {
    this.before = before;
    this.affected = affected;
  }

  /** What a change can bear on, after what was settled without it. */
  public static Extent of(Verdicts before, Affected affected) {
    return new Extent(before, affected);
  }

  boolean hasRequirement(int number) {
    return affected == null || affected.requirements().contains(number);
  }

  boolean hasCredential(int number) {
    return affected == null || affected.credentials().contains(number);
  }

  /** What is settled at first. */
  Verdicts verdicts() {
    return before == null || affected == null
        ? new Verdicts()
        : before.without(affected.requirements(), affected.credentials());
  }

  /** Lets what is settled at first enter where something in the extent looks at it. */
  void enter(Firing firing) {
    if (before != null && affected != null) {
      affected.readRequirements().stream()
          .filter(before::satisfied)
          .forEach(firing::enterSatisfied);
      affected.readCredentials().stream().filter(before::earned).forEach(firing::enterEarned);
    }
  }
}
