package io.credentialrules.policy.syntax;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All rules of one or more packs.
 *
 * @param rules in the order of packs, files (by name) and lines
 * @param zone the time zone that the packs name with {@code @zone}; null if none does
 * @param external the credentials that are awarded elsewhere, each once, from {@code @external}
 * @param values the values that packs declare and rules name, each once in its pack
 * @param frameworks what institutions ask of their pathways, in the order of packs and declarations
 */
public record PolicyModel(
    List<PolicyRule> rules,
    @Nullable ZoneId zone,
    List<Reference> external,
    List<NamedValue> values,
    List<Framework> frameworks) {
  /** Copies the lists. */
  public PolicyModel {
    rules = List.copyOf(rules);
    external = List.copyOf(external);
    values = List.copyOf(values);
    frameworks = List.copyOf(frameworks);
  }

  /** Rules that no framework holds. */
  public PolicyModel(
      List<PolicyRule> rules,
      @Nullable ZoneId zone,
      List<Reference> external,
      List<NamedValue> values) {
    this(rules, zone, external, values, List.of());
  }

  /** Rules that name no values. */
  public PolicyModel(List<PolicyRule> rules, @Nullable ZoneId zone, List<Reference> external) {
    this(rules, zone, external, List.of());
  }

  /** The values that a pack declares, by name. */
  public Map<String, NamedValue> values(String pack) {
    Map<String, NamedValue> ofPack = new LinkedHashMap<>();
    for (NamedValue value : values) {
      if (value.pack().equals(pack)) {
        ofPack.put(value.name(), value);
      }
    }
    return ofPack;
  }

  /**
   * The same with the values that hold on a date in the place of their names, so that what is read
   * in the rules is what they say on that date. A name without a value on that date stays.
   *
   * @param policyDate the date by which rules go that choose by it; null for the same date
   */
  public PolicyModel on(LocalDate date, @Nullable LocalDate policyDate) {
    if (values.isEmpty()) {
      return this;
    }
    Map<String, Map<String, NamedValue>> known = new HashMap<>();
    List<PolicyRule> on = new ArrayList<>();
    for (PolicyRule rule : rules) {
      LocalDate by = rule.versionBy().date(policyDate, date);
      on.add(on(by, rule, known.computeIfAbsent(rule.header().pack(), this::values)));
    }
    return new PolicyModel(on, zone, external, values, frameworks);
  }

  private static PolicyRule on(LocalDate date, PolicyRule rule, Map<String, NamedValue> values) {
    Map<String, Expression> known = new HashMap<>();
    for (Expression.Named use : rule.namedValues()) {
      NamedValue value = values.get(use.name());
      NamedValue.Dated dated = value == null ? null : value.on(date);
      if (dated != null) {
        known.put(use.name(), dated.value());
      }
    }
    return known.isEmpty() ? rule : rule.with(known);
  }

  /**
   * Every place at which a rule reads a field of a fact, by type, field and place. A field that is
   * not among them can hold anything without changing what is decided.
   */
  public List<FieldUse> fieldUses() {
    return FieldUses.in(rules);
  }
}
