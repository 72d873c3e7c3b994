package io.credentialrules.policy.syntax;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All rules of one or more packs.
 *
 * @param rules in the order of packs, files (by name) and lines
 * @param zone the time zone that the packs name with {@code @zone}; null if none does
 * @param external the credentials that are awarded elsewhere, each once, from {@code @external}
 */
public record PolicyModel(List<PolicyRule> rules, @Nullable ZoneId zone, List<Reference> external) {
  /** Copies the lists. */
  public PolicyModel {
    rules = List.copyOf(rules);
    external = List.copyOf(external);
  }

  /**
   * Every place at which a rule reads a field of a fact, by type, field and place. A field that is
   * not among them can hold anything without changing what is decided.
   */
  public List<FieldUse> fieldUses() {
    return FieldUses.in(rules);
  }
}
