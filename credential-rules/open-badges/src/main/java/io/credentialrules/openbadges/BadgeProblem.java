package io.credentialrules.openbadges;

/**
 * Something in a badge that is wrong, or that becomes no fact, at its place in the document.
 *
 * @param kind what follows from it
 * @param source the document, as its reader was told, or its address where the host supplied it
 * @param pointer the value, as a JSON Pointer (RFC 6901); empty for the whole document
 * @param line line, from 1; of a credential in an image or a JWT: within its JSON
 * @param column column, from 1, in UTF-16 units: where an object or a list begins, and where any
 *     other value ends
 * @param message one sentence in lower case, values in backticks, without a full stop
 * @param hint what to do next; empty where nothing can be said
 */
public record BadgeProblem(
    Kind kind, String source, String pointer, int line, int column, String message, String hint) {

  /** What follows from a problem. */
  public enum Kind {
    /** The document does not have the form of its standard; the credential is invalid. */
    MALFORMED,
    /** A reference leads nowhere, or says another thing than what it leads to; no fact is made. */
    REFERENCE,
    /** The vocabulary has no fact for it, or it says too little for one; no fact is made. */
    LEFT_OUT
  }

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
