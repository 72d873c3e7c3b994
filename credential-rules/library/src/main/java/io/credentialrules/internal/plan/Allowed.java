package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.result.StatedDemand;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which values a demand of a step allows. */
final class Allowed {
  private Allowed() {}

  /** Whether a value is allowed, where other facts have these values in the same field. */
  static boolean by(
      StatedDemand demand, @Nullable Object value, Map<Integer, Optional<Object>> others) {
    return switch (demand.relation()) {
      case GIVEN -> value != null;
      case ABSENT -> value == null;
      case ONE_OF -> value != null && demand.values().contains(value);
      case ONE_OF_OR_ABSENT -> value == null || demand.values().contains(value);
      case NONE_OF -> value == null || !demand.values().contains(value);
      case AT_LEAST -> value != null && Comparing.order(value, demand.values().get(0)) >= 0;
      case AT_MOST -> value != null && Comparing.order(value, demand.values().get(0)) <= 0;
      case EXACTLY ->
          value instanceof Collection<?> texts && List.copyOf(texts).equals(demand.values());
      case INCLUDES -> value instanceof Collection<?> texts && texts.containsAll(demand.values());
      case EXCLUDES ->
          !(value instanceof Collection<?> texts) || Collections.disjoint(texts, demand.values());
      case SAME ->
          others
              .getOrDefault(demand.steps().get(0), Optional.empty())
              .equals(Optional.ofNullable(value));
      case DIFFERENT ->
          demand.steps().stream()
              .noneMatch(
                  step ->
                      value != null
                          && Optional.of(value)
                              .equals(others.getOrDefault(step, Optional.empty())));
    };
  }
}
