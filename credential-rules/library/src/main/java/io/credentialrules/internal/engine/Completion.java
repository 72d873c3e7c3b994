package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Program.Way;

/**
 * Whether a way whose requirements are all satisfied, each by itself, awards its credential: asked
 * only of ways with settings that look at all requirements together, {@code @validFor} and
 * {@code @evidence( "exclusive" )}.
 */
@FunctionalInterface
public interface Completion {

  /** Asked when all that the way depends on is settled. */
  boolean holds(Way way, Verdicts verdicts);
}
