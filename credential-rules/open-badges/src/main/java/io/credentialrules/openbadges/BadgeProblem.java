package io.credentialrules.openbadges;

/** Something in a badge that is wrong, or that becomes no fact, at its place in the document. */
public sealed interface BadgeProblem permits StatedBadgeProblem {

  /** What follows from it. */
  Kind kind();

  /** The document, as its reader was told, or its address where the host supplied it. */
  String source();

  /** The value, as a JSON Pointer (RFC 6901); empty for the whole document. */
  String pointer();

  /** Line, from 1; of a credential in an image or a JWT: within its JSON. */
  int line();

  /**
   * Column, from 1, in UTF-16 units: where an object or a list begins, and where any other value
   * ends.
   */
  int column();

  /** One sentence in lower case, values in backticks, without a full stop. */
  String message();

  /** What to do next; empty where nothing can be said. */
  String hint();

  /** What follows from a problem. */
  enum Kind {
    /** The document does not have the form of its standard; the credential is invalid. */
    MALFORMED,
    /** A reference leads nowhere, or says another thing than what it leads to; no fact is made. */
    REFERENCE,
    /** The vocabulary has no fact for it, or it says too little for one; no fact is made. */
    LEFT_OUT
  }
}
