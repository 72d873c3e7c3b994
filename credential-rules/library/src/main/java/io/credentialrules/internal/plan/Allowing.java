package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Comparing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of a field that its demands allow.
 *
 * @param isAlone whether that is so whatever other facts have
 */
record Allowing(
    FieldDemands field,
    boolean isAlone,
    Set<Optional<Object>> tried,
    List<Optional<Object>> allowed,
    List<Optional<Object>> sorted) {
  static Allowing by(FieldDemands field) {
    List<Optional<Object>> allowed = new ArrayList<>();
    boolean isAlone = field.demands().stream().allMatch(demand -> demand.steps().isEmpty());
    if (isAlone) {
      for (Optional<Object> value : field.domain()) {
        if (field.allows(value.orElse(null), Map.of())) {
          allowed.add(value);
        }
      }
    }
    return new Allowing(
        field,
        isAlone,
        Set.copyOf(field.domain()),
        List.copyOf(allowed),
        Drawing.isOrdered(field) ? leastFirst(allowed) : List.of());
  }

  /** The least first. */
  static List<Optional<Object>> leastFirst(List<Optional<Object>> values) {
    List<Optional<Object>> sorted = new ArrayList<>(values);
    sorted.sort(
        (one, other) ->
            one.isEmpty() || other.isEmpty()
                ? Boolean.compare(one.isPresent(), other.isPresent())
                : Comparing.order(one.get(), other.get()));
    return sorted;
  }
}
