package io.credentialrules.examples.campus.people;

/** What somebody is at the institution. One person may be several. */
public enum Role {
  /** Works towards credentials. */
  LEARNER,
  /** Teaches, and reviews evidence. */
  FACULTY,
  /** Works at the institution, and reviews evidence. */
  STAFF,
  /** Answers for decisions, and for the policy that is in force. */
  REGISTRAR,
  /** Looks for people with skills. */
  EMPLOYER,
  /** Writes policies. */
  AUTHOR
}
