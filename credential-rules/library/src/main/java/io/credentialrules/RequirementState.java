package io.credentialrules;

/**
 * The state of a requirement. Only {@link #MET} and {@link #WAIVED} satisfy it. Where evidence is
 * exclusive, those that would be met by further facts are those that the decision would say so of
 * if these facts counted: one piece that waits for review leaves one requirement {@link
 * #PENDING_REVIEW}.
 */
public enum RequirementState {
  /** Met by facts that count. */
  MET,
  /** Not met by facts, but waived. */
  WAIVED,
  /**
   * Would be met if evidence were accepted that nobody has reviewed yet, or if the sign-off were
   * given.
   */
  PENDING_REVIEW,
  /** Would be met if work were completed that is in progress. */
  IN_PROGRESS,
  /** Would be met if facts were still valid that have expired. */
  EXPIRED,
  /** Would be met by facts that are suspended or were revoked. */
  REVOKED,
  /**
   * Would be met by facts that serve another requirement, where evidence is exclusive: each is
   * possible alone, not together.
   */
  EVIDENCE_IN_USE,
  /**
   * Lacks only credentials that come first, and perhaps what depends on when they are earned, such
   * as a wait.
   */
  BLOCKED,
  /** No rule for it is in force on the date. */
  NOT_APPLICABLE,
  /** Not met. */
  UNMET;

  /** Whether the requirement is satisfied. */
  public boolean isSatisfied() {
    return this == MET || this == WAIVED;
  }
}
