package io.credentialrules.json;

import java.util.List;

/** What replaying an audit record found. */
public sealed interface Replay permits StatedReplay {

  /** The finding that matters most. */
  Outcome outcome();

  /** Everything that was found, the outcome's first; empty when it is confirmed. */
  List<Finding> findings();

  /**
   * What the audit record would be, made anew by these rules of the record, date and version of the
   * library that the document names: the same bytes as {@link AuditRecord#json()} when it is
   * confirmed.
   */
  String json();

  /** What was found; the first that applies is the outcome. */
  enum Outcome {
    /** The learner record in the document is not the one that was evaluated. */
    RECORD_CHANGED,
    /** Another part of the document is not what was written. */
    DOCUMENT_CHANGED,
    /** The policy is another than the one that decided. */
    POLICY_CHANGED,
    /**
     * Record, document and policy are what they were, and the answer is another: by another version
     * of the library, or because the document was forged with its digests.
     */
    DIFFERENT_ANSWER,
    /** The same answer, byte for byte. */
    CONFIRMED
  }

  /** One thing that was found. */
  sealed interface Finding permits StatedFinding {

    /** What it is a case of; never {@link Outcome#CONFIRMED}. */
    Outcome kind();

    /** The value in the document, as a JSON Pointer (RFC 6901); empty for all of it. */
    String pointer();

    /** One sentence in lower case, values in backticks, without a full stop. */
    String message();
  }

  /** Whether the answer is the same, byte for byte, and nothing was changed. */
  default boolean isConfirmed() {
    return outcome() == Outcome.CONFIRMED;
  }
}
