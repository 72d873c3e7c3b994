package io.credentialrules.vocabulary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact came from and whether it counts. Rules can ask for each part as a field of the fact:
 * {@code id}, {@code source}, {@code status}, {@code reviewer}, {@code reviewerRole}, {@code
 * vettedOn}, {@code validFrom}, {@code validUntil}.
 *
 * <p>A validity that begins before the year 0 or ends after the year 9999, UTC, such as at {@link
 * Instant#MAX}, has no bound there.
 *
 * @param id identifies the fact in the host's system; two facts with different ids are two facts
 * @param source the system, institution or person it came from
 * @param status how far it has come
 * @param vetting what a reviewer said of it
 * @param validFrom the first instant at which it is valid; null for no bound
 * @param validUntil the last instant at which it is valid, included, and the rest of its second if
 *     it is a whole one ({@link #lastInstant}); null for no bound
 */
@Built
public record Provenance(
    @Nullable String id,
    @Nullable String source,
    FactStatus status,
    Vetting vetting,
    @Nullable Instant validFrom,
    @Nullable Instant validUntil) {

  private static final long LAST_NANO_OF_SECOND = 999_999_999;

  /** Of what has a year of four digits: documents have no other. */
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** Completed, not reviewed by anybody. */
  public static final Provenance UNVETTED =
      new Provenance(null, null, FactStatus.COMPLETED, Vetting.NONE, null, null);

  /**
   * Checks that the validity does not end before it begins, and leaves out bounds beyond the years
   * 0 to 9999, UTC: who writes the last day of 9999 means no end, and west of Greenwich it ends in
   * the year 10000.
   */
  public Provenance {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(vetting, "vetting");
    if (validFrom != null && validUntil != null && validUntil.isBefore(validFrom)) {
      throw new IllegalArgumentException(
          "`validUntil` " + validUntil + " is before `validFrom` " + validFrom);
    }
    validFrom = validFrom == null || validFrom.isBefore(FIRST) ? null : earlier(validFrom, LAST);
    validUntil = validUntil == null || validUntil.isAfter(LAST) ? null : later(validUntil, FIRST);
  }

  /**
   * The last instant of a validity that is written as ending with some instant: that one, or if it
   * is a whole second the end of it, because the end of a day is written as 23:59:59.
   */
  public static Instant lastInstant(Instant until) {
    return until.equals(until.truncatedTo(ChronoUnit.SECONDS))
        ? until.plusNanos(LAST_NANO_OF_SECOND)
        : until;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Completed and accepted by a reviewer. */
  public static Provenance vettedBy(String reviewer, ReviewerRole role, @Nullable LocalDate on) {
    return new Provenance(
        null, null, FactStatus.COMPLETED, Vetting.by(reviewer, role, on), null, null);
  }

  /** For a provenance with all its parts; at first completed, and not reviewed by anybody. */
  public static ProvenanceBuilder builder() {
    return ProvenanceBuilder.builder().status(FactStatus.COMPLETED).vetting(Vetting.NONE);
  }

  /** For one that differs in some parts. */
  public ProvenanceBuilder toBuilder() {
    return ProvenanceBuilder.builder(this);
  }

  /** Completed and accepted by a reviewer, on a day that is not known. */
  public static Provenance vettedBy(String reviewer, ReviewerRole role) {
    return vettedBy(reviewer, role, null);
  }

  /** The same of a fact that the host's system knows by an id: two ids are two facts. */
  public Provenance identified(String factId) {
    return toBuilder().id(factId).build();
  }

  /** The same with the system, institution or person that it came from. */
  public Provenance from(String origin) {
    return toBuilder().source(origin).build();
  }
}
