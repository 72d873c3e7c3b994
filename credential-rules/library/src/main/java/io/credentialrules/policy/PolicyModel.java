package io.credentialrules.policy;

import java.util.List;

/**
 * All rules of one or more packs.
 *
 * @param rules in the order of packs, files (by name) and lines
 */
public record PolicyModel(List<PolicyRule> rules) {
  /** Copies the rules. */
  public PolicyModel {
    rules = List.copyOf(rules);
  }

  /**
   * Every place at which a rule reads a field of a fact, by type, field and place. A field that is
   * not among them can hold anything without changing what is decided.
   */
  public List<FieldUse> fieldUses() {
    return FieldUses.in(rules);
  }
}
