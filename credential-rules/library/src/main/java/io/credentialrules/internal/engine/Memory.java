package io.credentialrules.internal.engine;

/** How facts come and go, and what one of them decides by itself, in the words of the engine. */
interface Memory {
  void insert(Object fact);

  void delete(Object fact);

  /** Whether a fact passes all conditions of a rule that looks at nothing else. */
  boolean passes(Pair pair);

  /** Whether a way passes those of its rule. */
  boolean passes(Candidacy way);
}
