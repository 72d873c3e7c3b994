package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Capped;
import io.credentialrules.internal.program.OncePer;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
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

  /** Which values to try, the best first. */
  List<Map<String, Optional<Object>>> values(NextValues next, Summand summand) {
    List<Map<String, Optional<Object>>> all = new ArrayList<>();
    List<Object> keys = next.fresh(summand, function, key, ofKey);
    for (Object amount : amounts(summand)) {
      for (Object one : keys.subList(0, Math.min(keys.size(), MOST_KEYS))) {
        Map<String, Optional<Object>> values = new HashMap<>();
        if (by != null && !by.field().equals(value)) {
          values.put(by.field(), deciding(by, next));
        }
        values.put(value, Optional.of(amount));
        values.put(key, Optional.of(one));
        if (all.size() < MOST_VALUES) {
          all.add(values);
        }
      }
    }
    return all;
  }

  private Set<Object> amounts(Summand summand) {
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
      BigDecimal counted = most == null ? amount : amount.min(most);
      NextValues.within(field, counted, amounts);
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
      return Optional.of(next.today());
    }
    BigDecimal bound = by.isLeast() ? field.min() : field.max();
    return Optional.of(bound == null ? BigDecimal.ONE : bound);
  }

  private VocabularyField field(String name) {
    return Objects.requireNonNull(match.type().field(name));
  }
}
