package io.credentialrules.internal.result;

import io.credentialrules.Measure;
import io.credentialrules.Plan;
import io.credentialrules.Plan.Cause;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Plan.Obstacle} as the library states it. */
public record StatedObstacle(
    Cause cause,
    boolean isCertain,
    String credential,
    String requirement,
    String name,
    String condition,
    SourceSpan place,
    List<Fact> facts,
    @Nullable Measure measure)
    implements Plan.Obstacle {

  /** Copies the facts. */
  public StatedObstacle {
    facts = List.copyOf(facts);
  }

  /** The same, where something may remove it after all. */
  public static Plan.Obstacle uncertain(Plan.Obstacle obstacle) {
    return new StatedObstacle(
        obstacle.cause(),
        false,
        obstacle.credential(),
        obstacle.requirement(),
        obstacle.name(),
        obstacle.condition(),
        obstacle.place(),
        obstacle.facts(),
        obstacle.measure());
  }

  /** Such as {@code TOO_MUCH at travel/visa.drl:7:5: …}. */
  @Override
  public String toString() {
    return cause + " at " + place + ": " + condition;
  }
}
