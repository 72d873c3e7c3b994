package io.credentialrules.spring;

import io.credentialrules.PolicyPack;
import java.util.Collection;

/**
 * Where an application keeps its packs, if not in folders or on the class path: a bean of this type
 * replaces {@code credential-rules.packs}. Called by one thread at a time, at each reload again.
 */
@FunctionalInterface
public interface PackSource {

  /**
   * The packs as they are now.
   *
   * @throws Exception when they cannot be read; what is in force then stays
   */
  Collection<PolicyPack> read() throws Exception;
}
