package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Capped;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.OncePer;
import io.credentialrules.internal.program.OverRows;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of one more fact for a total in which each key counts once, or only so much of it: a key
 * that nothing has yet, with what is missing.
 *
 * @param value the field that is summed up
 * @param key the field of the key
 * @param by what decides between facts of a key; null where none does
 * @param most how much counts of a key; null where all does
 */
record KeyedValues(
    Step.Function function,
    Step.Match match,
    String value,
    String key,
    Value ofKey,
    @Nullable Deciding by,
    @Nullable BigDecimal most) {
  /** The field that decides between facts of a key, and whether its least value does. */
  record Deciding(String field, boolean isLeast) {}

  private static final int MOST_KEYS = 4;
  private static final int MOST_VALUES = 50;

  /** Of a function over keys; null where it is none, or looks at more than one field for each. */
  static @Nullable KeyedValues of(Step.Function function, Step.Match match) {
    if (function.argument() instanceof OncePer once) {
      String value = TotalGap.field(once.value(), match);
      String key = TotalGap.field(once.each(), match);
      String by = TotalGap.field(once.by(), match);
      return value == null || key == null || by == null
          ? null
          : new KeyedValues(
              function, match, value, key, once.each(), new Deciding(by, once.isLeast()), null);
    }
    if (function.argument() instanceof Capped capped && capped.each() != null) {
      String value = TotalGap.field(capped.value(), match);
      String key = TotalGap.field(capped.each(), match);
      BigDecimal most = capped.way() == Capped.Way.GREATEST ? null : capped.most();
      return value == null || key == null
          ? null
          : new KeyedValues(function, match, value, key, capped.each(), null, most);
    }
    return null;
  }

  /**
   * Values for two functions of one total: those that do for both first, then those of the second,
   * or of the first where it has none.
   */
  static List<Map<String, Optional<Object>>> together(
      List<Map<String, Optional<Object>>> first, List<Map<String, Optional<Object>>> second) {
    if (second.isEmpty()) {
      return first;
    }
    Set<Map<String, Optional<Object>>> all = new LinkedHashSet<>();
    for (Map<String, Optional<Object>> one : first) {
      for (Map<String, Optional<Object>> other : second) {
        boolean areOfOne =
            other.entrySet().stream()
                .allMatch(
                    field ->
                        one.getOrDefault(field.getKey(), field.getValue())
                            .equals(field.getValue()));
        if (areOfOne && !one.isEmpty() && all.size() < MOST_VALUES) {
          Map<String, Optional<Object>> both = new HashMap<>(one);
          both.putAll(other);
          all.add(both);
        }
      }
    }
    all.addAll(second);
    return List.copyOf(all);
  }

  /** Which values to try, the best first. */
  List<Map<String, Optional<Object>>> values(NextValues next, Summand summand) {
    List<Map<String, Optional<Object>>> all = new ArrayList<>();
    List<Object> keys = keys(next, summand);
    for (Object amount : counted(next, summand)) {
      for (Object one : keys) {
        if (all.size() < MOST_VALUES) {
          all.add(values(one, amount, next));
        }
      }
    }
    List<Map<String, Optional<Object>>> again = again(next, summand);
    all.addAll(function.kind() == Aggregation.AVERAGE ? 0 : all.size(), again);
    return all;
  }

  private Map<String, Optional<Object>> values(Object ofKey, Object amount, NextValues next) {
    Map<String, Optional<Object>> values = new HashMap<>();
    if (by != null && !by.field().equals(value)) {
      values.put(by.field(), deciding(by, next));
    }
    values.put(value, Optional.of(amount));
    values.put(key, Optional.of(ofKey));
    return values;
  }

  /** For keys that have values already what closes the gap, in the place of one or beside them. */
  private List<Map<String, Optional<Object>>> again(NextValues next, Summand summand) {
    return TakenPlaces.ofKeys(this, summand, next, field(value).max()).stream()
        .limit(MOST_KEYS)
        .map(one -> values(one.key(), Pace.share(next.pace(), match, value, one.amount()), next))
        .toList();
  }

  /** What is worked out over the keys. */
  OverRows over() {
    return (OverRows) Objects.requireNonNull(function.argument());
  }

  /** Keys that nothing has yet, and those of which more can count. */
  private List<Object> keys(NextValues next, Summand summand) {
    List<Object> fresh = next.fresh(summand, function, key, ofKey);
    List<Object> keys = new ArrayList<>(fresh.subList(0, Math.min(fresh.size(), MOST_KEYS)));
    if (function.argument() instanceof Capped capped
        && function.kind() == Aggregation.COUNT_DISTINCT
        && most != null) {
      Map<Object, Set<Object>> counted = new LinkedHashMap<>();
      for (Row row : summand.rows(next.start())) {
        Object one = ofKey.in(row);
        Object other = capped.value().in(row);
        Set<Object> ofOne =
            one == null
                ? new HashSet<>()
                : counted.computeIfAbsent(Comparing.canonical(one), none -> new HashSet<>());
        if (other != null) {
          ofOne.add(Comparing.canonical(other));
        }
      }
      counted.forEach(
          (one, others) -> {
            if (keys.size() < 2 * MOST_KEYS
                && BigDecimal.valueOf(others.size()).compareTo(most) < 0) {
              keys.add(one);
            }
          });
    }
    return keys;
  }

  /** What is to be counted or summed up of the new fact. */
  private Collection<Object> counted(NextValues next, Summand summand) {
    return function.kind() == Aggregation.COUNT_DISTINCT
            && function.argument() instanceof Capped capped
        ? next.fresh(summand, function, value, capped.value()).stream().limit(MOST_KEYS).toList()
        : amounts(summand, next);
  }

  private Set<Object> amounts(Summand summand, NextValues next) {
    Set<Object> amounts = new LinkedHashSet<>();
    VocabularyField field = field(value);
    List<BigDecimal> wanted = new ArrayList<>();
    if (function.kind() == Aggregation.SUM) {
      wanted.addAll(TotalGap.shortOf(summand.tests(), function, summand.filled()));
    }
    for (TotalGap.Bound bound : summand.bounds(function)) {
      if (bound.value() instanceof BigDecimal needs) {
        wanted.add(bound.isStrict() ? needs.add(TotalGap.least(needs)) : needs);
      }
    }
    for (BigDecimal amount : wanted) {
      BigDecimal share = Pace.share(next.pace(), match, value, amount);
      BigDecimal counted = most == null ? share : share.min(most);
      OwnBounds.within(field, counted, amounts);
      amounts.addAll(OwnBounds.around(match, value, counted, next.start()));
    }
    if (field.max() != null) {
      amounts.add(field.max());
    }
    return amounts;
  }

  /** What decides for the new fact, whatever others of its key there are. */
  private Optional<Object> deciding(Deciding by, NextValues next) {
    VocabularyField field = field(by.field());
    if (field.kind() == FieldKind.DATE) {
      return Optional.of(next.newOn());
    }
    BigDecimal bound = by.isLeast() ? field.min() : field.max();
    return Optional.of(bound == null ? BigDecimal.ONE : bound);
  }

  private VocabularyField field(String name) {
    return Objects.requireNonNull(match.type().field(name));
  }
}
