package io.credentialrules.vocabulary;

/** What a reviewer said of a fact. */
public enum VettingStatus {
  /** Nobody has reviewed it yet; the status of a fact that names none. */
  UNVETTED,
  /** A reviewer accepted it. */
  VETTED,
  /** A reviewer refused it. */
  REJECTED
}
