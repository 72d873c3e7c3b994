package io.credentialrules.internal.resolve;

import io.credentialrules.RequirementResult.ValueInUse;
import io.credentialrules.internal.fault.NamedValueFaults;
import io.credentialrules.internal.result.StatedValueInUse;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A rule with the values in the place of their names, as it is for a time.
 *
 * @param header with the window of this time
 * @param values the values in it, in the order of the rule
 */
record Editioned(RuleHeader header, Condition.All when, List<ValueInUse> values) {

  /**
   * The editions of a rule, in their order: one where it names no value, or one for each time
   * between the days on which one of its values changes.
   *
   * @param values those of its pack, by name
   */
  static List<Editioned> of(
      Map<String, NamedValue> values, RuleHeader header, Condition.All when, Findings findings) {
    if (values.isEmpty()) {
      return List.of(new Editioned(header, when, List.of()));
    }
    List<Expression.Named> uses = new ArrayList<>(header.namedScales());
    uses.addAll(when.namedValues());
    List<NamedValue> used = new ArrayList<>();
    for (Expression.Named use : uses) {
      NamedValue value = Objects.requireNonNull(values.get(use.name()));
      if (!used.contains(value)) {
        used.add(value);
      }
    }
    if (used.isEmpty()) {
      return List.of(new Editioned(header, when, List.of()));
    }
    List<Editioned> editions = new ArrayList<>();
    for (Window window : NamedValue.editions(header.window(), used)) {
      editions.add(edition(header, when, used, window));
    }
    if (editions.isEmpty()) {
      Expression.Named first = uses.get(0);
      findings.error(first.span(), NamedValueFaults.badNamedValueNever(first.name()));
    }
    return editions;
  }

  private static Editioned edition(
      RuleHeader header, Condition.All when, List<NamedValue> used, Window window) {
    Map<String, Expression> values = new LinkedHashMap<>();
    List<ValueInUse> inUse = new ArrayList<>();
    boolean ordersLevels = LevelOrders.isIn(when);
    for (NamedValue value : used) {
      NamedValue.Dated dated = Objects.requireNonNull(value.on(window));
      values.put(value.name(), dated.value());
      if (!ordersLevels
          && when.namedValues().stream().noneMatch(use -> use.name().equals(value.name()))) {
        continue;
      }
      inUse.add(
          new StatedValueInUse(
              value.name(),
              value.called() == null ? value.name() : value.called(),
              dated.written(),
              dated.window(),
              value.isGiven()));
    }
    return new Editioned(header.within(window).with(values), when.with(values), List.copyOf(inUse));
  }
}
