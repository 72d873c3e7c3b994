package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values of one more fact that makes a group: a key that no group has, with as much as a group has
 * to have. Groups that take several facts each are not made so, nor those of weeks, months or
 * years, which would be in the past.
 */
record GroupValues(GroupedBy grouping, Step.Match match) {
  private static final int MOST_VALUES = 50;

  /** Which values to try, the best first; nothing in particular where a key is no single field. */
  List<Map<String, Optional<Object>>> values(NextValues next, Summand summand) {
    String key = TotalGap.field(grouping.key(), match);
    if (key == null || grouping.key().type().is(FieldKind.DATE)) {
      return List.of(Map.of());
    }
    List<Map<String, Optional<Object>>> amounts = amounts(summand.filled());
    List<Map<String, Optional<Object>>> all = new ArrayList<>();
    Step.Function keys =
        new Step.Function(grouping.slot(), Aggregation.COUNT_DISTINCT, grouping.key(), "");
    for (Object one : next.fresh(summand, keys, key, grouping.key())) {
      for (Map<String, Optional<Object>> amount : amounts) {
        if (all.size() < MOST_VALUES) {
          Map<String, Optional<Object>> values = new HashMap<>(amount);
          values.put(key, Optional.of(one));
          all.add(values);
        }
      }
    }
    return all;
  }

  /** What one fact alone needs for the tests of its group. */
  private List<Map<String, Optional<Object>>> amounts(Slots filled) {
    List<Map<String, Optional<Object>>> all = new ArrayList<>(List.of(Map.of()));
    for (Step.Function function : grouping.functions()) {
      String name = TotalGap.field(function, match);
      VocabularyField field = name == null ? null : match.type().field(name);
      if (name == null || field == null) {
        continue;
      }
      Set<Object> wanted = new LinkedHashSet<>();
      for (TotalGap.Bound bound : TotalGap.bounds(grouping.tests(), function, filled)) {
        if (bound.value() instanceof BigDecimal needs) {
          NextValues.within(
              field, bound.isStrict() ? needs.add(TotalGap.least(needs)) : needs, wanted);
        }
      }
      List<Map<String, Optional<Object>>> extended = new ArrayList<>();
      for (Map<String, Optional<Object>> known : all) {
        for (Object amount : wanted) {
          Map<String, Optional<Object>> more = new HashMap<>(known);
          more.put(name, Optional.of(amount));
          if (extended.size() < MOST_VALUES) {
            extended.add(more);
          }
        }
      }
      all = extended.isEmpty() ? all : extended;
    }
    return all;
  }
}
