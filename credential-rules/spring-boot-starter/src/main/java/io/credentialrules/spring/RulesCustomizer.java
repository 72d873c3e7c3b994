package io.credentialrules.spring;

import io.credentialrules.CredentialRules;

/**
 * Adds to each policy of the application what its properties do not say, such as values from a
 * database. A bean; called before each compilation, so at each reload too.
 */
@FunctionalInterface
public interface RulesCustomizer {

  /** Called after the properties were applied, and before the packs are added. */
  void customize(CredentialRules.Builder rules);
}
