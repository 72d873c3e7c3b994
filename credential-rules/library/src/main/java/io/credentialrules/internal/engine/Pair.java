package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Row;

/**
 * A fact beside the constants of a branch that it can touch: what the rule of a shape tests.
 * Compared by identity.
 */
final class Pair implements Row {
  private final Touched touched;
  private final Candidate fact;

  Pair(Touched touched, Candidate fact) {
    this.touched = touched;
    this.fact = fact;
  }

  Touched touched() {
    return touched;
  }

  int rule() {
    return touched.rule();
  }

  boolean isInForce() {
    return touched.isInForce();
  }

  @Override
  public Object at(int slot) {
    return Constants.isAt(slot) ? touched.entry().constant(slot) : fact;
  }
}
