package io.credentialrules.json;

import io.credentialrules.LearnerRecord;
import java.util.List;

/** {@link Redaction.Redacted} as it is stated. */
record StatedRedacted(
    LearnerRecord record, List<Redaction.Treatment> treatments, String key, String original)
    implements Redaction.Redacted {

  /** Copies the treatments. */
  StatedRedacted {
    treatments = List.copyOf(treatments);
  }

  /** The learner record, and what became of its fields. */
  @Override
  public String toString() {
    return record + ", " + treatments;
  }
}
