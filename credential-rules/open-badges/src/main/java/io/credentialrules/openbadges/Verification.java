package io.credentialrules.openbadges;

import java.util.Comparator;
import java.util.List;

/** What is known of a credential's being genuine: one check of each kind, with its reason. */
public sealed interface Verification permits StatedVerification {

  /** One of each kind, in the order of {@link Kind}. */
  List<Check> checks();

  /** What is checked. */
  enum Kind {
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
  enum Outcome {
    /** It holds. */
    VALID,
    /** Nobody knows: a key, a document or support is missing. */
    NOT_CHECKED,
    /** It does not hold. */
    INVALID
  }

  /** One check. */
  sealed interface Check permits StatedCheck {

    /** What was checked. */
    Kind kind();

    /** What it found. */
    Outcome outcome();

    /** One sentence in lower case, values in backticks, without a full stop. */
    String reason();
  }

  /** The worst outcome of all checks. */
  default Outcome outcome() {
    return checks().stream()
        .map(Check::outcome)
        .max(Comparator.naturalOrder())
        .orElse(Outcome.NOT_CHECKED);
  }

  /** The check of a kind. */
  default Check check(Kind kind) {
    return checks().stream().filter(check -> check.kind() == kind).findFirst().orElseThrow();
  }
}
