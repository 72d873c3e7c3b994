package io.credentialrules.internal.explain;

import io.credentialrules.Shortfall;
import java.util.List;

/** How far away an alternative is: fewer shortfalls first, then those that a fact nearly fills. */
final class Distance {
  private static final int SHORTFALL = 1000;
  private static final int NO_FACT_AT_ALL = 900;

  private Distance() {}

  static int of(List<Shortfall> shortfalls) {
    int distance = 0;
    for (Shortfall shortfall : shortfalls) {
      distance += SHORTFALL;
      if (shortfall instanceof Shortfall.MissingFact missing) {
        distance +=
            missing.nearest().isEmpty()
                ? NO_FACT_AT_ALL
                : Math.min(NO_FACT_AT_ALL - 1, 100 * missing.nearest().get(0).misses().size());
      }
    }
    return distance;
  }
}
