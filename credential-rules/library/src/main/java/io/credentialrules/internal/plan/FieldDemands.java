package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableList;
import io.credentialrules.Plan.Relation;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.result.StatedDemand;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one field of one fact of a plan: as little as possible, so that no value that
 * was found to spoil the plan is allowed.
 *
 * @param number the number of the fact, from 0
 * @param example the value that the plan was tried with
 * @param domain the values that were tried
 * @param demands what is asked; empty where anything does
 */
record FieldDemands(
    int number,
    VocabularyField field,
    Optional<Object> example,
    ImmutableList<Optional<Object>> domain,
    ImmutableList<StatedDemand> demands) {

  /**
   * What is learned from the values that do and those that do not.
   *
   * @param does for each value that was tried, whether the plan still earns
   * @param dueTo values that do not only because of another fact that has them, with its number
   * @param madeUp names that the plan has made up, with the facts that have them
   */
  static FieldDemands learned(
      int number,
      VocabularyField field,
      Optional<Object> example,
      Map<Optional<Object>, Boolean> does,
      Map<Object, Integer> dueTo,
      Map<Object, List<Integer>> madeUp) {
    ImmutableList<Optional<Object>> domain = ImmutableList.copyOf(does.keySet());
    Lesson lesson =
        new Lesson(field, example.orElse(null), new LinkedHashMap<>(does), dueTo, madeUp);
    return new FieldDemands(
        number, field, example, domain, ImmutableList.copyOf(lesson.demands(number)));
  }

  /** Exactly the value that the plan was tried with, or that of another fact. */
  FieldDemands exact(Map<Object, List<Integer>> madeUp) {
    StatedDemand same = Lesson.same(field, example.orElse(null), number, madeUp);
    return with(List.of(same != null ? same : Lesson.exactly(field, example.orElse(null))));
  }

  /**
   * The same without the side of what the plan was tried with on which a value is; null where that
   * is no side of an amount or a date.
   */
  @Nullable FieldDemands beyond(@Nullable Object value) {
    Object own = example.orElse(null);
    boolean isOrdered = field.kind() == FieldKind.AMOUNT || field.kind() == FieldKind.DATE;
    if (!isOrdered || own == null || value == null || own.equals(value)) {
      return null;
    }
    Relation bound = Comparing.order(value, own) < 0 ? Relation.AT_LEAST : Relation.AT_MOST;
    List<StatedDemand> all = new ArrayList<>();
    for (StatedDemand demand : demands) {
      if (demand.relation() != bound && demand.relation() != Relation.GIVEN) {
        all.add(demand);
      }
    }
    all.add(new StatedDemand(field.name(), bound, List.of(own), List.of(), false));
    return with(all);
  }

  /** Whether it must not be left out, whatever it is. */
  boolean isGiven() {
    return demands.stream().anyMatch(demand -> demand.relation() == Relation.GIVEN);
  }

  /** The same, and not left out. */
  FieldDemands given() {
    List<StatedDemand> all = new ArrayList<>();
    all.add(new StatedDemand(field.name(), Relation.GIVEN, List.of(), List.of(), false));
    all.addAll(demands);
    return with(all);
  }

  /** The same, and not as in another fact. */
  FieldDemands differingFrom(int other) {
    Set<Integer> steps = new TreeSet<>(Set.of(other));
    List<StatedDemand> all = new ArrayList<>();
    for (StatedDemand demand : demands) {
      if (demand.relation() == Relation.DIFFERENT) {
        steps.addAll(demand.steps());
      } else {
        all.add(demand);
      }
    }
    all.add(
        new StatedDemand(field.name(), Relation.DIFFERENT, List.of(), List.copyOf(steps), false));
    return with(all);
  }

  FieldDemands with(List<StatedDemand> others) {
    return new FieldDemands(number, field, example, domain, ImmutableList.copyOf(others));
  }

  boolean isExact() {
    return demands.size() == 1
        && switch (demands.get(0).relation()) {
          case ABSENT, EXACTLY, SAME -> true;
          case ONE_OF -> demands.get(0).values().size() == 1;
          default -> false;
        };
  }

  /** Whether it is not to be given. */
  boolean isAbsent() {
    return demands.stream().anyMatch(demand -> demand.relation() == Relation.ABSENT);
  }

  /** Whether it is asked for by bounds alone. */
  boolean isBounded() {
    return demands.stream()
        .allMatch(
            demand ->
                switch (demand.relation()) {
                  case AT_LEAST, AT_MOST, GIVEN -> true;
                  default -> false;
                });
  }

  /** Whether any value does but some. */
  boolean excludes() {
    return demands.stream().anyMatch(demand -> demand.relation() == Relation.NONE_OF);
  }

  /** Whether a value is allowed, where other facts have these values in the same field. */
  boolean allows(@Nullable Object value, Map<Integer, Optional<Object>> others) {
    for (StatedDemand demand : demands) {
      if (!Allowed.by(demand, value, others)) {
        return false;
      }
    }
    return true;
  }

  /** Those of some values that are allowed, where other facts have these in the same field. */
  List<Optional<Object>> allowed(
      Iterable<Optional<Object>> values, Map<Integer, Optional<Object>> others) {
    Set<Optional<Object>> taken = new HashSet<>();
    List<StatedDemand> further = new ArrayList<>();
    for (StatedDemand demand : demands) {
      if (demand.relation() == Relation.DIFFERENT) {
        demand.steps().forEach(step -> taken.add(others.getOrDefault(step, Optional.empty())));
      } else {
        further.add(demand);
      }
    }
    List<Optional<Object>> allowed = new ArrayList<>();
    for (Optional<Object> value : values) {
      if ((value.isEmpty() || !taken.contains(value))
          && further.stream().allMatch(one -> Allowed.by(one, value.orElse(null), others))) {
        allowed.add(value);
      }
    }
    return allowed;
  }
}
