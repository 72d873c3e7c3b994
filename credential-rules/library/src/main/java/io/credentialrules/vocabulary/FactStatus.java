package io.credentialrules.vocabulary;

/**
 * How far a fact has come. The words are those of CLR 2.0 {@code ResultStatusType}, and the two by
 * which an issuer takes a credential back (Open Badges 3.0 credential status). Only {@link
 * #COMPLETED} counts.
 */
public enum FactStatus {
  /** Finished; the status of a fact that names none (CLR: {@code Completed}). */
  COMPLETED,
  /** Registered, not begun (CLR: {@code Enrolled}). Counts as in progress. */
  ENROLLED,
  /** Begun, not finished (CLR: {@code InProgress}). */
  IN_PROGRESS,
  /** Interrupted (CLR: {@code OnHold}). Counts as in progress. */
  ON_HOLD,
  /** Reported, not final (CLR: {@code Provisional}). Counts as in progress. */
  PROVISIONAL,
  /** Ended without success (CLR: {@code Failed}). Never counts. */
  FAILED,
  /** Left before the end, or evidence taken back (CLR: {@code Withdrew}). Never counts. */
  WITHDREW,
  /**
   * Not in force for the time being (Open Badges: suspension). Does not count until it is lifted.
   */
  SUSPENDED,
  /** Taken back by the issuer (Open Badges: revocation). Never counts. */
  REVOKED
}
