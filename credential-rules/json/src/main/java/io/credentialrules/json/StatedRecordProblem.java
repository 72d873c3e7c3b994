package io.credentialrules.json;

/** {@link RecordProblem} as it is stated. */
record StatedRecordProblem(
    String source, String pointer, int line, int column, String message, String hint)
    implements RecordProblem {

  /**
   * Such as {@code ada.json:5:19 /facts/WorkExperience/0/hour: unknown field `hour` of
   * WorkExperience; maybe `hours`}.
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
