package io.credentialrules.internal.check;

import io.credentialrules.internal.program.Step;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** How many combinations of facts there can be at most. */
public final class Bounds {
  private final ToIntFunction<Step.Match> derived;

  /** With how many credentials or requirements a pattern on them can stand for; 0 if unknown. */
  public Bounds(ToIntFunction<Step.Match> derived) {
    this.derived = derived;
  }

  /** As many; null where there is no limit. */
  public @Nullable Integer mostFacts(List<Step> steps) {
    long most = 1;
    for (Step step : steps) {
      if (step instanceof Step.Match match) {
        if (!match.type().isDerived()) {
          return null;
        }
        int possible = derived.applyAsInt(match);
        most *= possible;
        if (possible == 0 || most > Integer.MAX_VALUE) {
          return null;
        }
      }
    }
    return (int) most;
  }
}
