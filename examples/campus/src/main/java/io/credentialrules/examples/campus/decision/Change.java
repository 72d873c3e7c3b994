package io.credentialrules.examples.campus.decision;

/**
 * That a learner has a credential from now on, or has it no more: a row of the outbox.
 *
 * @param id the number of the row; whoever acts on a change remembers it, and acts once
 * @param decision the decision that changed it
 * @param learner the learner's id
 * @param credential the credential's id
 * @param kind what happened
 */
public record Change(long id, long decision, String learner, String credential, Kind kind) {

  /** What happens to a credential. */
  public enum Kind {
    /** It is earned now. */
    AWARDED,
    /** It is earned no more because time has passed. */
    LAPSED,
    /** It is earned no more because the record or the policy is another. */
    REVOKED
  }
}
