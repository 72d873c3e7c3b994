package io.credentialrules.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something known about a learner, with where it came from. Implemented by records only; a host's
 * own record becomes a fact type by implementing this interface and carrying {@link FactType}. Two
 * facts that are equal are one fact. Immutable.
 */
public interface Fact {

  /** Who vetted it, where it came from, its status and validity. */
  Provenance provenance();

  /**
   * The day on which it happened, by which the date of an award is found; null where it is not
   * known. A fact that happened after the date of evaluation does not count yet.
   */
  default @Nullable LocalDate occurredOn() {
    return null;
  }
}
