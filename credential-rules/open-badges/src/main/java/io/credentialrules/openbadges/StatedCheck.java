package io.credentialrules.openbadges;

/** {@link Verification.Check} as it is stated. */
record StatedCheck(Verification.Kind kind, Verification.Outcome outcome, String reason)
    implements Verification.Check {

  static Verification.Check valid(Verification.Kind kind, String reason) {
    return new StatedCheck(kind, Verification.Outcome.VALID, reason);
  }

  static Verification.Check notChecked(Verification.Kind kind, String reason) {
    return new StatedCheck(kind, Verification.Outcome.NOT_CHECKED, reason);
  }

  static Verification.Check invalid(Verification.Kind kind, String reason) {
    return new StatedCheck(kind, Verification.Outcome.INVALID, reason);
  }

  /** Such as {@code PROOF: NOT_CHECKED, it has no proof}. */
  @Override
  public String toString() {
    return kind + ": " + outcome + ", " + reason;
  }
}
