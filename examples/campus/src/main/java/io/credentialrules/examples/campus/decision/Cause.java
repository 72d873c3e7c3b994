package io.credentialrules.examples.campus.decision;

/** Why a decision is made. */
public enum Cause {
  /** Something was added to the record, or taken from it. */
  RECORD("the record changed"),
  /** Somebody reviewed a fact. */
  REVIEW("a review"),
  /** Somebody waived a requirement. */
  WAIVER("a waiver"),
  /** A day has come on which something changes. */
  TIME("a date"),
  /** Another policy is in force. */
  POLICY("the policy changed");

  private final String words;

  Cause(String words) {
    this.words = words;
  }

  /** As a page says it. */
  public String words() {
    return words;
  }
}
