package io.credentialrules.openbadges;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** {@link Verification} as it is stated. */
record StatedVerification(List<Check> checks) implements Verification {

  /** Copies the checks; there is one of each kind. */
  StatedVerification {
    checks = checks.stream().sorted(Comparator.comparing(Check::kind)).toList();
    if (!checks.stream().map(Check::kind).toList().equals(Arrays.asList(Kind.values()))) {
      throw new IllegalArgumentException("a verification has one check of each kind: " + checks);
    }
  }

  /** The checks. */
  @Override
  public String toString() {
    return checks.toString();
  }
}
