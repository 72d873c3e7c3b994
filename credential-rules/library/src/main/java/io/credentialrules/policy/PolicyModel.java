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
}
