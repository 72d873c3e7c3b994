package io.credentialrules.json;

import java.util.List;

/**
 * What replaying an audit record found.
 *
 * @param outcome the finding that matters most
 * @param findings everything that was found, the outcome's first; empty when it is confirmed
 * @param json what the audit record would be, made anew by these rules of the record, date and
 *     version of the library that the document names: the same bytes as {@link AuditRecord#json()}
 *     when it is confirmed
 */
public record Replay(Outcome outcome, List<Finding> findings, String json) {

  /** Copies the findings. */
  public Replay {
    findings = List.copyOf(findings);
    if ((outcome == Outcome.CONFIRMED) != findings.isEmpty()) {
      throw new IllegalArgumentException("what is confirmed has no findings, and only that");
    }
  }

  /** What was found; the first that applies is the outcome. */
  public enum Outcome {
    /** The learner record within the document is not the one that was weighed. */
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

  /**
   * One thing that was found.
   *
   * @param kind what it is a case of; never {@link Outcome#CONFIRMED}
   * @param pointer the value in the document, as a JSON Pointer (RFC 6901); empty for all of it
   * @param message one sentence in lower case, values in backticks, without a full stop
   */
  public record Finding(Outcome kind, String pointer, String message) {

    /** Such as {@code /policy/packs/0: the pack `ums-horticulture` is another}. */
    @Override
    public String toString() {
      return (pointer.isEmpty() ? "" : pointer + ": ") + message;
    }
  }

  /** Whether the answer is the same, byte for byte, and nothing was changed. */
  public boolean isConfirmed() {
    return outcome == Outcome.CONFIRMED;
  }
}
