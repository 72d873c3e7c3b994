package io.credentialrules.testkit.coverage;

import io.credentialrules.policy.SourceSpan;

/** {@link CoveragePoint} as it is stated. */
record StatedPoint(Kind kind, SourceSpan place, String rule, String text, String seenBy)
    implements CoveragePoint {

  @Override
  public String missing() {
    return switch (kind) {
      case RULE -> "no record satisfies the rule";
      case CONDITION -> "no record is decided by `" + text + "` alone";
      case ALTERNATIVE -> "no record satisfies only `" + text + "` of the alternatives";
      case AT_BOUND -> "no record is exactly at the bound of `" + text + "`";
      case BESIDE_BOUND ->
          "no record is one step from the bound of `" + text + "`, on its other side";
    };
  }

  /** Place, and what is missing or who shows it. */
  @Override
  public String toString() {
    return place + ": " + (isSeen() ? text + ", by " + seenBy : missing());
  }
}
