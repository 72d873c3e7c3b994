package io.credentialrules.policy;

/** How much a problem matters. */
public enum Severity {
  /** The policy cannot be used. */
  ERROR,
  /** The policy can be used; its author should look, or silence it with a reason. */
  WARNING
}
