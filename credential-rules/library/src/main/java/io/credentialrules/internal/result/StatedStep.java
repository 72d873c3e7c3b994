package io.credentialrules.internal.result;

import io.credentialrules.Measure;
import io.credentialrules.Plan;
import io.credentialrules.Plan.Action;
import io.credentialrules.Plan.Demand;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Plan.Step} as the library states it. */
public record StatedStep(
    Action action,
    int cost,
    String credential,
    String requirement,
    String name,
    Fact fact,
    List<Demand> demands,
    @Nullable Fact replaces,
    @Nullable BigDecimal adds,
    @Nullable Measure measure,
    String condition,
    SourceSpan place)
    implements Plan.Step {

  /**
   * Copies the demands, and checks that an amount has its measure, and that only new facts replace
   * nothing.
   */
  public StatedStep {
    demands = List.copyOf(demands);
    if ((adds == null) != (measure == null)) {
      throw new IllegalArgumentException("an amount that is added belongs to a measure");
    }
    boolean isNew = action == Action.ADD || action == Action.SIGN_OFF;
    if (isNew != (replaces == null)) {
      throw new IllegalArgumentException(action + " and the fact it replaces do not agree");
    }
  }

  /** Such as {@code ADD for apprenticeship-hours: …}. */
  @Override
  public String toString() {
    return action + " for " + requirement + ": " + fact;
  }
}
