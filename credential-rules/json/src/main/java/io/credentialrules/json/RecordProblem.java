package io.credentialrules.json;

/** Something wrong with a learner record, at its place in the document. */
public sealed interface RecordProblem permits StatedRecordProblem {

  /** The document, as its reader was told, such as {@code ada.json}. */
  String source();

  /** The value, as a JSON Pointer (RFC 6901); empty for the whole document. */
  String pointer();

  /** Line, from 1. */
  int line();

  /** Column, from 1, in UTF-16 units. */
  int column();

  /** One sentence in lower case, values in backticks, without a full stop. */
  String message();

  /** What to do next; empty where nothing can be said. */
  String hint();

  /**
   * A problem of a reader of your own.
   *
   * @param source the document
   * @param pointer the value, as a JSON Pointer; empty for the whole document
   * @param line line, from 1
   * @param column column, from 1
   * @param message one sentence in lower case
   * @param hint what to do next; empty where nothing can be said
   */
  static RecordProblem of(
      String source, String pointer, int line, int column, String message, String hint) {
    return new StatedRecordProblem(source, pointer, line, column, message, hint);
  }
}
