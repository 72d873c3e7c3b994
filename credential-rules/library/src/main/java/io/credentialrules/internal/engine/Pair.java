package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Row;
import io.credentialrules.policy.VocabularyType;

/**
 * A fact beside the constants of a branch that it can touch: what the rule of a shape tests.
 * Compared by identity.
 */
final class Pair implements Row {
  private final Entry entry;
  private final Candidate fact;
  private final Firing firing;

  Pair(Entry entry, Candidate fact, Firing firing) {
    this.entry = entry;
    this.fact = fact;
    this.firing = firing;
  }

  Entry entry() {
    return entry;
  }

  int rule() {
    return entry.rule();
  }

  boolean isOf(VocabularyType type) {
    return fact.type() == type;
  }

  /** Whether the branch's version of the policy applies. */
  boolean isInForce() {
    return entry.isInForce(firing);
  }

  /** The fact passes all tests, so the branch holds. */
  void holds() {
    firing.satisfied(entry.requirement());
  }

  @Override
  public Object at(int slot) {
    return Constants.isAt(slot) ? entry.constant(slot) : fact;
  }
}
