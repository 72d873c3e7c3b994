package io.credentialrules.json;

/**
 * Something wrong with a learner record, at its place in the document.
 *
 * @param source the document, as its reader was told, such as {@code ada.json}
 * @param pointer the value, as a JSON Pointer (RFC 6901); empty for the whole document
 * @param line line, from 1
 * @param column column, from 1, in UTF-16 units
 * @param message one sentence in lower case, values in backticks, without a full stop
 * @param hint what to do next; empty where nothing can be said
 */
public record RecordProblem(
    String source, String pointer, int line, int column, String message, String hint) {

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
