package io.credentialrules.internal.result;

import io.credentialrules.Plan;
import io.credentialrules.Plan.Obstacle;
import io.credentialrules.policy.SourceSpan;
import java.util.List;

/** A {@link Plan.ClosedRoute} as the library states it. */
public record StatedClosedRoute(String rule, SourceSpan place, List<Obstacle> obstacles)
    implements Plan.ClosedRoute {

  /** Copies the obstacles. */
  public StatedClosedRoute {
    obstacles = List.copyOf(obstacles);
    if (obstacles.isEmpty()) {
      throw new IllegalArgumentException("a route without obstacles is open");
    }
  }

  /** The rule and what is in the way. */
  @Override
  public String toString() {
    return rule + ": " + obstacles;
  }
}
