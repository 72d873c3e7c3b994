package io.credentialrules.testkit;

import io.credentialrules.NotCounted;
import io.credentialrules.RequirementState;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link Scenario.Unmet} as it is stated. */
record StatedUnmet(
    String id,
    @Nullable RequirementState state,
    @Nullable BigDecimal has,
    @Nullable BigDecimal needs,
    @Nullable String unit,
    @Nullable Set<String> blockedBy,
    @Nullable Set<NotCounted.Reason> notCounted)
    implements Scenario.Unmet {

  /** Copies the sets. */
  StatedUnmet {
    blockedBy = blockedBy == null ? null : Set.copyOf(blockedBy);
    notCounted = notCounted == null ? null : Set.copyOf(notCounted);
  }

  /** Such as {@code quiz: UNMET, 70 of 80 percent}. */
  @Override
  public String toString() {
    return id + ": " + state + (needs == null ? "" : ", " + has + " of " + needs + " " + unit);
  }
}
