package io.credentialrules;

import io.credentialrules.vocabulary.ReviewerRole;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A decision of the institution that a requirement need not be met by this learner. It makes the
 * requirement met, and every answer says so. Immutable; two that say the same are equal.
 */
public final class Waiver {
  private final String requirement;
  private final String by;
  private final ReviewerRole role;
  private final String why;
  private final LocalDate on;

  private Waiver(String requirement, String by, ReviewerRole role, String why, LocalDate on) {
    if (requirement.isBlank() || by.isBlank() || why.isBlank()) {
      throw new IllegalArgumentException("a waiver says which `requirement`, `by` whom and `why`");
    }
    this.requirement = requirement;
    this.by = by;
    this.role = Objects.requireNonNull(role, "role");
    this.why = why;
    this.on = Objects.requireNonNull(on, "on");
  }

  /**
   * A waiver.
   *
   * @param requirement the requirement's id
   * @param by who waives it
   * @param role in which role; one in which evidence may be vetted, else the waiver does not count
   * @param why the reason
   * @param on when; a waiver dated after the date of evaluation does not count yet
   * @throws IllegalArgumentException when it does not say what is waived, by whom or why
   */
  public static Waiver of(
      String requirement, String by, ReviewerRole role, String why, LocalDate on) {
    return new Waiver(requirement, by, role, why, on);
  }

  /** The requirement's id. */
  public String requirement() {
    return requirement;
  }

  /** Who waived it. */
  public String by() {
    return by;
  }

  /** In which role. */
  public ReviewerRole role() {
    return role;
  }

  /** The reason. */
  public String why() {
    return why;
  }

  /** When. */
  public LocalDate on() {
    return on;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Waiver waiver
        && requirement.equals(waiver.requirement)
        && by.equals(waiver.by)
        && role == waiver.role
        && why.equals(waiver.why)
        && on.equals(waiver.on);
  }

  @Override
  public int hashCode() {
    return Objects.hash(requirement, by, role, why, on);
  }

  /** Such as {@code host-feedback waived by J. Doe (STAFF) on 2025-04-15: the host has closed}. */
  @Override
  public String toString() {
    return requirement + " waived by " + by + " (" + role + ") on " + on + ": " + why;
  }
}
