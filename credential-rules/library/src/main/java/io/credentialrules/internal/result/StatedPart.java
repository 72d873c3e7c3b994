package io.credentialrules.internal.result;

import io.credentialrules.Measure;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementState;
import io.credentialrules.Shortfall;
import io.credentialrules.Shortfall.NearFact;
import io.credentialrules.Waiver;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link RequirementResult.Part} as the library states it. */
public record StatedPart(
    Kind kind,
    String id,
    String name,
    RequirementState state,
    @Nullable Measure measure,
    @Nullable Waiver waiver,
    @Nullable LocalDate lapsedAfter,
    List<NearFact> nearest)
    implements RequirementResult.Part {

  private static final int MOST_NEAR = 3;

  /** One that is no credential, or none that has lapsed. */
  public StatedPart(
      Kind kind,
      String id,
      String name,
      RequirementState state,
      @Nullable Measure measure,
      @Nullable Waiver waiver,
      List<NearFact> nearest) {
    this(kind, id, name, state, measure, waiver, null, nearest);
  }

  /** A requirement as a part of another one. */
  public static StatedPart of(RequirementResult result) {
    return new StatedPart(
        result.kind(),
        result.id(),
        result.name(),
        result.state(),
        result.measure(),
        result.waiver(),
        nearest(result));
  }

  /** Of each fact that the nearest alternative lacks, the nearest; then those of its own parts. */
  private static List<NearFact> nearest(RequirementResult result) {
    Set<NearFact> nearest = new LinkedHashSet<>();
    if (!result.isSatisfied() && !result.alternatives().isEmpty()) {
      for (Shortfall shortfall : result.alternatives().get(0).shortfalls()) {
        if (shortfall instanceof Shortfall.MissingFact missing) {
          missing.nearest().stream().limit(1).forEach(nearest::add);
        } else if (shortfall instanceof Shortfall.Amount amount) {
          amount.groups().forEach(group -> nearest.addAll(group.nearest()));
        }
      }
      result.parts().forEach(part -> nearest.addAll(part.nearest()));
    }
    return nearest.stream().limit(MOST_NEAR).toList();
  }

  /** Copies the list, and checks that the state agrees with the waiver and with what has lapsed. */
  public StatedPart {
    nearest = List.copyOf(nearest);
    if ((state == RequirementState.WAIVED) != (waiver != null)) {
      throw new IllegalArgumentException("`" + id + "` is waived if and only if it has a waiver");
    }
    if (lapsedAfter != null && state != RequirementState.MET) {
      throw new IllegalArgumentException("`" + id + "` has lapsed and counts, and is not met");
    }
  }

  /** Such as {@code hours: UNMET, 39.5 of 40 hours}. */
  @Override
  public String toString() {
    return id + ": " + state + (measure == null ? "" : ", " + measure);
  }
}
