package io.credentialrules.policy.syntax;

/** Facts that do not count, and that a pattern asks to see beside those that do. */
public enum Including {
  /**
   * What the learner has begun or is enrolled in. Nobody reviews it before it is done, so it needs
   * no review; what is on hold is not among it.
   */
  IN_PROGRESS("in-progress"),
  /** What lies after the date of evaluation; it needs no review either. */
  PLANNED("planned"),
  /** What counted until its validity ended. */
  EXPIRED("expired");

  private final String written;

  Including(String written) {
    this.written = written;
  }

  /** As it is written in a policy. */
  public String written() {
    return written;
  }
}
