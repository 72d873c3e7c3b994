package io.credentialrules.vocabulary;

/** What performance feedback says on the whole. */
public enum FeedbackOutcome {
  /** The performance was good. */
  POSITIVE,
  /** Good in part. */
  MIXED,
  /** The performance was not good. */
  NEGATIVE
}
