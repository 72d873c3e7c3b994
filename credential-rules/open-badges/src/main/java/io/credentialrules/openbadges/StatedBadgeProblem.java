package io.credentialrules.openbadges;

/** {@link BadgeProblem} as it is stated. */
record StatedBadgeProblem(
    Kind kind, String source, String pointer, int line, int column, String message, String hint)
    implements BadgeProblem {

  /**
   * Such as {@code badge.json:12:7 /credentialSubject/result/0: …}, with the hint after a
   * semicolon.
   */
  @Override
  public String toString() {
    return source
        + ":"
        + line
        + ":"
        + column
        + (pointer.isEmpty() ? "" : " " + pointer)
        + ": "
        + message
        + (hint.isEmpty() ? "" : "; " + hint);
  }
}
