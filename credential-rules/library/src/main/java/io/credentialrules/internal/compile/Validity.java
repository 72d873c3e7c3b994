package io.credentialrules.internal.compile;

import io.credentialrules.internal.program.Program.Way;

/**
 * Whether a credential whose requirements are all satisfied is still valid, from {@code @validFor}.
 */
@FunctionalInterface
public interface Validity {

  /** Asked when all that the way depends on is settled. */
  boolean holds(Way way, Verdicts verdicts);
}
