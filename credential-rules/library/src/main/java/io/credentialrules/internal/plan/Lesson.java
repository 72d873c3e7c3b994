package io.credentialrules.internal.plan;

import io.credentialrules.Plan.Relation;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.result.StatedDemand;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How demands follow from what was tried.
 *
 * @param example the value that the plan was tried with
 * @param does for each value that was tried, whether the plan still earns; it is changed
 * @param dueTo values that do not only because of another fact that has them, with its number
 * @param madeUp names that the plan has made up, with the facts that have them
 */
record Lesson(
    VocabularyField field,
    @Nullable Object example,
    Map<Optional<Object>, Boolean> does,
    Map<Object, Integer> dueTo,
    Map<Object, List<Integer>> madeUp) {

  /** What follows of the fact with a number. */
  List<StatedDemand> demands(int number) {
    List<StatedDemand> demands = new ArrayList<>();
    StatedDemand different = different(number);
    if (does.containsValue(false)) {
      demands.addAll(alone(number));
    }
    if (different != null) {
      demands.add(different);
    }
    return demands;
  }

  /** Values that spoil it only because another fact of the plan has them. */
  private @Nullable StatedDemand different(int number) {
    List<Integer> steps = new ArrayList<>();
    dueTo.forEach(
        (value, step) -> {
          does.put(Optional.of(value), true);
          if (step < number) {
            steps.add(step);
          }
        });
    Collections.sort(steps);
    return steps.isEmpty() ? null : demand(Relation.DIFFERENT, List.of(), steps);
  }

  private List<StatedDemand> alone(int number) {
    boolean needsValue = Boolean.FALSE.equals(does.get(Optional.empty()));
    if (example == null && takesAnything()) {
      return noneOf(false);
    }
    if (example == null && field.kind() == FieldKind.DATE && areSingleDaysBad()) {
      return noneOf(false);
    }
    if (example == null) {
      return List.of(isOneOfNames() ? oneOf() : demand(Relation.ABSENT));
    }
    return switch (field.kind()) {
      case AMOUNT, DATE -> between(needsValue);
      case TEXT, LEVEL -> {
        if (takesAnything()) {
          yield noneOf(needsValue);
        }
        StatedDemand same = same(field, example, number, madeUp);
        yield same != null ? List.of(same) : List.of(oneOf());
      }
      case WORD -> words(needsValue);
      case TEXTS -> texts();
      case TRUTH -> List.of(exactly(field, example));
    };
  }

  /** The texts without which it does not do and those with which; exactly these where neither. */
  private List<StatedDemand> texts() {
    List<Object> all = example instanceof Collection<?> texts ? List.copyOf(texts) : List.of();
    List<Object> needed =
        all.stream().filter(text -> !isFine(new TreeSet<>(without(all, text)))).toList();
    List<Object> least = isFine(new TreeSet<>(needed)) ? needed : all;
    Set<Object> spoiling = new TreeSet<>();
    boolean takesOthers = isFine(with(all, Domain.OTHER));
    for (Collection<?> bad : failing(least)) {
      Set<Object> further = new TreeSet<>(bad);
      further.removeAll(all);
      takesOthers &= further.size() == 1 || further.stream().anyMatch(spoiling::contains);
      if (further.size() == 1) {
        spoiling.addAll(further);
      }
    }
    Set<Object> most = TriedTexts.named(does.keySet());
    most.removeAll(spoiling);
    if (!takesOthers || !isFine(most) || (least.isEmpty() && spoiling.isEmpty())) {
      return List.of(exactly(field, example));
    }
    List<StatedDemand> demands = new ArrayList<>();
    if (!least.isEmpty()) {
      demands.add(demand(Relation.INCLUDES, least, List.of()));
    }
    if (!spoiling.isEmpty()) {
      demands.add(demand(Relation.EXCLUDES, List.copyOf(spoiling), List.of()));
    }
    return demands;
  }

  /** What has all of some texts and does not do, the smallest first. */
  private List<Collection<?>> failing(List<Object> texts) {
    List<Collection<?>> failing = new ArrayList<>();
    does.forEach(
        (value, isFine) -> {
          if (!isFine
              && value.orElse(null) instanceof Collection<?> bad
              && bad.containsAll(texts)) {
            failing.add(bad);
          }
        });
    failing.sort(Comparator.comparingInt(Collection::size));
    return failing;
  }

  private static List<Object> without(List<Object> all, Object text) {
    return all.stream().filter(other -> !other.equals(text)).toList();
  }

  private static Set<Object> with(List<Object> all, Object text) {
    TreeSet<Object> with = new TreeSet<>(all);
    with.add(text);
    return with;
  }

  /** All that do; where most do, and all were tried, those that do not. */
  private List<StatedDemand> words(boolean needsValue) {
    if (isEveryWordFine()) {
      return List.of(demand(Relation.GIVEN));
    }
    long spoiling = does.entrySet().stream().filter(one -> !one.getValue()).count();
    boolean areAllTried =
        field.words().stream().allMatch(word -> does.containsKey(Optional.<Object>of(word)));
    return areAllTried && spoiling * 2 < does.size() ? noneOf(needsValue) : List.of(oneOf());
  }

  private boolean isEveryWordFine() {
    return does.entrySet().stream().allMatch(one -> one.getKey().isEmpty() || one.getValue());
  }

  private boolean takesAnything() {
    return Boolean.TRUE.equals(does.get(Optional.<Object>of(Domain.OTHER)));
  }

  /** Whether the days before and after each day that spoils it were tried, and do. */
  private boolean areSingleDaysBad() {
    return does.entrySet().stream()
        .filter(one -> !one.getValue())
        .allMatch(
            one ->
                one.getKey().orElse(null) instanceof LocalDate day
                    && isFine(day.minusDays(1))
                    && isFine(day.plusDays(1)));
  }

  private List<StatedDemand> noneOf(boolean needsValue) {
    List<Object> bad = new ArrayList<>();
    does.forEach(
        (value, isFine) -> {
          if (!isFine && value.isPresent()) {
            bad.add(value.get());
          }
        });
    if (field.kind() == FieldKind.DATE) {
      bad.sort(Comparing::order);
    }
    List<StatedDemand> demands = new ArrayList<>();
    if (needsValue) {
      demands.add(demand(Relation.GIVEN));
    }
    if (!bad.isEmpty()) {
      demands.add(demand(Relation.NONE_OF, bad, List.of()));
    }
    return demands;
  }

  /** Whether one of several names does. */
  private boolean isOneOfNames() {
    boolean isOfNames =
        Set.of(FieldKind.TEXT, FieldKind.LEVEL, FieldKind.WORD).contains(field.kind());
    return isOfNames
        && does.entrySet().stream().anyMatch(one -> one.getKey().isPresent() && one.getValue());
  }

  private StatedDemand oneOf() {
    List<Object> good = new ArrayList<>();
    does.forEach(
        (value, isFine) -> {
          if (isFine && value.isPresent()) {
            good.add(value.get());
          }
        });
    boolean needsNone = Boolean.TRUE.equals(does.get(Optional.empty()));
    return demand(needsNone ? Relation.ONE_OF_OR_ABSENT : Relation.ONE_OF, good, List.of());
  }

  /** The bounds of what does without a gap around what was tried. */
  private List<StatedDemand> between(boolean needsValue) {
    List<Object> sorted = new ArrayList<>();
    does.keySet().forEach(value -> value.ifPresent(sorted::add));
    sorted.sort(Comparing::order);
    Object own = example;
    int at = own == null ? 0 : sorted.indexOf(own);
    int low = at;
    int high = at;
    while (low > 0 && isFine(sorted.get(low - 1))) {
      low--;
    }
    while (high < sorted.size() - 1 && isFine(sorted.get(high + 1))) {
      high++;
    }
    List<StatedDemand> demands = new ArrayList<>();
    if (low > 0) {
      demands.add(demand(Relation.AT_LEAST, List.of(sorted.get(low)), List.of()));
    }
    if (high < sorted.size() - 1) {
      demands.add(demand(Relation.AT_MOST, List.of(sorted.get(high)), List.of()));
    }
    if (demands.isEmpty() && needsValue) {
      demands.add(demand(Relation.GIVEN));
    }
    return demands;
  }

  private boolean isFine(Object value) {
    return Boolean.TRUE.equals(does.get(Optional.of(value)));
  }

  private StatedDemand demand(Relation relation) {
    return demand(relation, List.of(), List.of());
  }

  private StatedDemand demand(Relation relation, List<Object> values, List<Integer> steps) {
    return new StatedDemand(field.name(), relation, values, steps, false);
  }

  /** Exactly what the plan was tried with. */
  static StatedDemand exactly(VocabularyField field, @Nullable Object example) {
    if (example == null) {
      return new StatedDemand(field.name(), Relation.ABSENT, List.of(), List.of(), false);
    }
    boolean isSet = field.kind() == FieldKind.TEXTS && example instanceof Collection<?>;
    return new StatedDemand(
        field.name(),
        isSet ? Relation.EXACTLY : Relation.ONE_OF,
        isSet ? List.copyOf((Collection<?>) example) : List.of(example),
        List.of(),
        false);
  }

  /** The same as in an earlier fact, for a value that the plan made up; null where it is not. */
  static @Nullable StatedDemand same(
      VocabularyField field,
      @Nullable Object example,
      int number,
      Map<Object, List<Integer>> madeUp) {
    List<Integer> steps = example == null ? null : madeUp.get(example);
    if (steps == null || steps.size() < 2) {
      return null;
    }
    return steps.get(0) == number
        ? new StatedDemand(field.name(), Relation.GIVEN, List.of(), List.of(), false)
        : new StatedDemand(field.name(), Relation.SAME, List.of(), List.of(steps.get(0)), false);
  }
}
