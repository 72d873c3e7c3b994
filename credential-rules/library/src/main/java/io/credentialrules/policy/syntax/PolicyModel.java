package io.credentialrules.policy.syntax;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All rules of one or more packs.
 *
 * @param rules in the order of packs, files (by name) and lines
 * @param zone the time zone that the packs name with {@code @zone}; null if none does
 */
public record PolicyModel(List<PolicyRule> rules, @Nullable ZoneId zone) {
  /** Copies the rules. */
  public PolicyModel {
    rules = List.copyOf(rules);
  }

  /** Rules whose packs name no zone. */
  public PolicyModel(List<PolicyRule> rules) {
    this(rules, null);
  }

  /**
   * Every place at which a rule reads a field of a fact, by type, field and place. A field that is
   * not among them can hold anything without changing what is decided.
   */
  public List<FieldUse> fieldUses() {
    return FieldUses.in(rules);
  }
}
