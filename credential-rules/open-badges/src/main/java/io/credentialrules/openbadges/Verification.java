package io.credentialrules.openbadges;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What is known of a credential's being genuine: one check of each kind, with its reason.
 *
 * @param checks one of each kind, in the order of {@link Kind}
 */
public record Verification(List<Check> checks) {

  /** What is checked. */
  public enum Kind {
    /** That the document has the form of its standard. */
    FORM,
    /** That it is as it was signed, or as its issuer hosts it. */
    PROOF,
    /** That the host trusts the issuer. */
    ISSUER,
    /** That the issuer has not revoked or suspended it. */
    STATUS,
    /** That it is valid on the date. */
    VALIDITY,
    /** That it was issued to the learner. */
    RECIPIENT
  }

  /** What a check found, best first. */
  public enum Outcome {
    /** It holds. */
    VALID,
    /** Nobody knows: a key, a document or support is missing. */
    NOT_CHECKED,
    /** It does not hold. */
    INVALID
  }

  /**
   * One check.
   *
   * @param kind what was checked
   * @param outcome what it found
   * @param reason one sentence in lower case, values in backticks, without a full stop
   */
  public record Check(Kind kind, Outcome outcome, String reason) {
    static Check valid(Kind kind, String reason) {
      return new Check(kind, Outcome.VALID, reason);
    }

    static Check notChecked(Kind kind, String reason) {
      return new Check(kind, Outcome.NOT_CHECKED, reason);
    }

    static Check invalid(Kind kind, String reason) {
      return new Check(kind, Outcome.INVALID, reason);
    }
  }

  /** Copies the checks; there is one of each kind. */
  public Verification {
    checks = checks.stream().sorted(Comparator.comparing(Check::kind)).toList();
    if (!checks.stream().map(Check::kind).toList().equals(Arrays.asList(Kind.values()))) {
      throw new IllegalArgumentException("a verification has one check of each kind: " + checks);
    }
  }

  /** The worst outcome of all checks. */
  public Outcome outcome() {
    return checks.stream()
        .map(Check::outcome)
        .max(Comparator.naturalOrder())
        .orElse(Outcome.NOT_CHECKED);
  }

  /** The check of a kind. */
  public Check check(Kind kind) {
    return checks.stream().filter(check -> check.kind() == kind).findFirst().orElseThrow();
  }
}
