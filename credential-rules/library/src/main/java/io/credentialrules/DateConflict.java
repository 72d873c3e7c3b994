package io.credentialrules;

import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;

/**
 * A fact of a record whose dates contradict each other. It is reported, and counts or does not
 * count as it would without: which of its dates is wrong is for the host to find out.
 */
public interface DateConflict {

  /** The fact. */
  Fact fact();

  /** What is wrong. */
  Kind kind();

  /** The day on which the fact happened. */
  LocalDate happened();

  /** The day that contradicts it: the end of its validity, or that of its review. */
  LocalDate other();

  /** How dates contradict each other. */
  enum Kind {
    /** It happened after its validity had ended. */
    HAPPENED_AFTER_VALIDITY,
    /** It was reviewed before it happened. */
    REVIEWED_BEFORE
  }
}
