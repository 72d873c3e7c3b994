package io.credentialrules;

import io.credentialrules.vocabulary.ReviewerRole;
import java.time.LocalDate;

/**
 * A decision of the institution that a requirement need not be met by this learner. It makes the
 * requirement met, and every answer says so.
 *
 * @param requirement the requirement's id
 * @param by who waived it
 * @param role in which role; one in which evidence may be vetted, else the waiver does not count
 * @param why the reason
 * @param on when; a waiver dated after the date of evaluation does not count yet
 */
public record Waiver(String requirement, String by, ReviewerRole role, String why, LocalDate on) {

  /** Checks that it says what is waived, by whom and why. */
  public Waiver {
    if (requirement.isBlank() || by.isBlank() || why.isBlank()) {
      throw new IllegalArgumentException("a waiver says which `requirement`, `by` whom and `why`");
    }
  }
}
