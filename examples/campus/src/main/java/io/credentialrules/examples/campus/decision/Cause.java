package io.credentialrules.examples.campus.decision;

/** Why a decision is made. */
public enum Cause {
  /** Something was added to the record, or taken from it. */
  RECORD,
  /** Somebody reviewed a fact. */
  REVIEW,
  /** Somebody waived a requirement. */
  WAIVER,
  /** A day has come on which something changes. */
  TIME,
  /** Another policy is in force. */
  POLICY
}
