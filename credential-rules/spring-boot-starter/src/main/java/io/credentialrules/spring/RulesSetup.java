package io.credentialrules.spring;

import io.credentialrules.CredentialRules;
import io.credentialrules.Limits;
import io.credentialrules.vocabulary.Fact;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the properties of the application say of any policy: for applications that compile others
 * than the one in force, such as a policy that is proposed, or one that decided earlier.
 * Thread-safe.
 */
public final class RulesSetup {
  private final Limits limits;
  private final List<Class<? extends Fact>> types;
  private final SortedMap<String, String> values;

  RulesSetup(Limits limits, List<Class<? extends Fact>> types, Map<String, String> values) {
    this.limits = limits;
    this.types = List.copyOf(types);
    this.values = new TreeMap<>(values);
  }

  /**
   * Sets the limits and registers the fact types of the application. Values are left to the caller,
   * because one of a pack that is not there is a mistake.
   *
   * @return the same builder
   */
  public CredentialRules.Builder prepare(CredentialRules.Builder rules) {
    rules.limits(limits);
    types.forEach(rules::register);
    return rules;
  }

  /**
   * The values in place of those that packs declare, by name, each as {@link
   * CredentialRules.Builder#writtenValue} takes it. The digest of a policy depends on them.
   */
  public SortedMap<String, String> values() {
    return new TreeMap<>(values);
  }

  /** The fact types and the values. */
  @Override
  public String toString() {
    return "setup of rules with " + types.size() + " fact types and the values " + values;
  }
}
