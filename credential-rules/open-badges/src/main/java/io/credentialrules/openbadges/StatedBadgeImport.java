package io.credentialrules.openbadges;

import java.util.List;

/** {@link BadgeImport} as it is stated. */
record StatedBadgeImport(List<ImportedCredential> credentials, List<BadgeProblem> problems)
    implements BadgeImport {

  /** Copies the lists. */
  StatedBadgeImport {
    credentials = List.copyOf(credentials);
    problems = List.copyOf(problems);
  }

  /** The credentials, and what is wrong. */
  @Override
  public String toString() {
    return credentials + (problems.isEmpty() ? "" : ", " + problems);
  }
}
