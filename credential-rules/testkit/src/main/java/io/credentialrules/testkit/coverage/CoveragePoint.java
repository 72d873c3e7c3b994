package io.credentialrules.testkit.coverage;

import io.credentialrules.policy.SourceSpan;

/** One thing in a policy that a record should decide. Immutable. */
public sealed interface CoveragePoint permits StatedPoint {

  /** What it is. */
  Kind kind();

  /** Where it is in the policy. */
  SourceSpan place();

  /** The rule that it is in, by its name. */
  String rule();

  /** As the author wrote it, on one line; of a rule its name. */
  String text();

  /** The name of the first record that shows it; empty where none does. */
  String seenBy();

  /** Whether a record shows it. */
  default boolean isSeen() {
    return !seenBy().isEmpty();
  }

  /** What no record shows, as a sentence without a full stop. */
  String missing();

  /** What a record should decide. */
  enum Kind {
    /** A rule: the conditions of one record satisfy it. */
    RULE,
    /**
     * A condition, or a constraint within one: of one record it decides alone, so that the rule
     * would be decided otherwise without it.
     */
    CONDITION,
    /** One of several alternatives within a rule: it alone satisfies them for one record. */
    ALTERNATIVE,
    /** The bound of a comparison itself: one record has exactly so much. */
    AT_BOUND,
    /**
     * The other side of the bound: one record is a step away from it at most. A step is one in the
     * last digit that the bound is written with, a day, or a level.
     */
    BESIDE_BOUND
  }
}
