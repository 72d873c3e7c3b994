package io.credentialrules;

import io.credentialrules.vocabulary.Fact;

/** A fact of the record that does not count on the date of evaluation, and why. */
public interface NotCounted {

  /** The fact. */
  Fact fact();

  /** Why it does not count. */
  Reason reason();

  /** Why a fact does not count. */
  enum Reason {
    /** Nobody has reviewed it yet. */
    UNVETTED,
    /** It was accepted by somebody without the role of a reviewer. */
    REVIEWER_NOT_AUTHORISED,
    /** The review is dated after the date of evaluation. */
    VETTED_LATER,
    /** A reviewer refused it. */
    REJECTED,
    /** It is enrolled, in progress, on hold or provisional. */
    IN_PROGRESS,
    /** It happens after the date of evaluation. */
    IN_THE_FUTURE,
    /** Its validity has not begun. */
    NOT_YET_VALID,
    /** Its validity has ended. */
    EXPIRED,
    /** It is suspended. */
    SUSPENDED,
    /** It was revoked. */
    REVOKED,
    /** It ended without success. */
    FAILED,
    /** It was withdrawn. */
    WITHDREW
  }
}
