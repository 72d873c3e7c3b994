package io.credentialrules.testkit.mutation;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.testkit.internal.change.RuleChange;

/** A policy with one change, and what became of it. Immutable. */
public sealed interface Mutant permits StatedMutant {

  /** What kind of change it is, such as {@code without-condition}. */
  String kind();

  /** The rule that is changed, by its name. */
  String rule();

  /** What is changed: a condition, a constraint, or the name of a rule whose settings are. */
  SourceSpan place();

  /** What is written there. */
  String text();

  /** The part of it that is replaced, on one line; empty where something is added. */
  String original();

  /** What is there instead; empty where something is left out. */
  String replacement();

  /** What became of it. */
  Status status();

  /**
   * The scenario that noticed it, why it was not tried, or why nobody notices it; empty for one
   * that survived.
   */
  String reason();

  /** Of one that survived, a scenario that would notice it; empty where none was found. */
  String suggestion();

  /** The change in words, such as {@code `>=` becomes `>`}. */
  default String change() {
    return RuleChange.words(original(), replacement());
  }

  /** What becomes of a mutant. */
  enum Status {
    /** A scenario is not true of it. */
    KILLED,
    /** All scenarios are true of it, so nobody would notice the change. */
    SURVIVED,
    /** It is proven to say the same as the policy. */
    EQUAL,
    /** All scenarios are true of it, and a comment in the rule says why. */
    EXPLAINED,
    /** The checks refuse it, so nobody can make the change by mistake. */
    REFUSED
  }
}
