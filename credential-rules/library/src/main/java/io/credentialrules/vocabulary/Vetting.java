package io.credentialrules.vocabulary;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer said of a fact: who, in which role, when.
 *
 * @param status whether it was accepted
 * @param reviewer who reviewed it; null while nobody has
 * @param role in which role; present when the fact was reviewed
 * @param on the day of the review; null when it is not known
 */
@Built
public record Vetting(
    VettingStatus status,
    @Nullable String reviewer,
    @Nullable ReviewerRole role,
    @Nullable LocalDate on) {

  /** Not reviewed yet. */
  public static final Vetting NONE = new Vetting(VettingStatus.UNVETTED, null, null, null);

  /** Checks that a review names the role of the reviewer. */
  public Vetting {
    Objects.requireNonNull(status, "status");
    if (status != VettingStatus.UNVETTED && role == null) {
      throw new IllegalArgumentException("a reviewed fact names the `role` of its reviewer");
    }
  }

  /** Accepted by a reviewer. */
  public static Vetting by(String reviewer, ReviewerRole role, @Nullable LocalDate on) {
    return new Vetting(VettingStatus.VETTED, reviewer, role, on);
  }

  /** For a review with all its parts; at first not reviewed. */
  public static VettingBuilder builder() {
    return VettingBuilder.builder().status(VettingStatus.UNVETTED);
  }

  /** For one that differs in some parts. */
  public VettingBuilder toBuilder() {
    return VettingBuilder.builder(this);
  }
}
