package io.credentialrules.internal.limit;

import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.syntax.Condition;

/**
 * Counts the alternatives of a rule once each {@code or} is expanded, which is what compiling it
 * costs.
 */
public final class Alternatives {
  private Alternatives() {}

  /** As many, or {@code most + 1} if there are more. */
  public static long of(Condition condition, long most) {
    Interruption.check();
    boolean isChoice = condition instanceof Condition.Any;
    long alternatives = isChoice ? 0 : 1;
    if (condition instanceof Condition.ForAll) {
      return 1;
    }
    for (Condition part : condition.parts()) {
      long own = of(part, most);
      alternatives = Math.min(isChoice ? alternatives + own : alternatives * own, most + 1);
    }
    return alternatives;
  }
}
