package io.credentialrules.internal.program;

import com.google.common.collect.ImmutableList;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What speaks against a fact: its status, its review, and the time. An evaluation counts facts by
 * it, and the checks find by it what can never count.
 */
public final class Objections {
  /**
   * The roles in which somebody may vet evidence (University of Maine System: faculty, staff, and
   * supervisors at work).
   */
  private static final Set<ReviewerRole> REVIEWERS =
      EnumSet.of(
          ReviewerRole.FACULTY,
          ReviewerRole.STAFF,
          ReviewerRole.INSTRUCTOR,
          ReviewerRole.ASSESSOR,
          ReviewerRole.SUPERVISOR,
          ReviewerRole.HOST,
          ReviewerRole.REGISTRAR);

  private Objections() {}

  /** Whether somebody in a role may vet evidence, or waive a requirement. */
  public static boolean isAuthorised(@Nullable ReviewerRole role) {
    return role != null && REVIEWERS.contains(role);
  }

  /** What its status says; null where it does not speak against it. */
  public static @Nullable Reason byStatus(FactStatus status) {
    return switch (status) {
      case COMPLETED -> null;
      case ENROLLED, IN_PROGRESS, ON_HOLD, PROVISIONAL -> Reason.IN_PROGRESS;
      case FAILED -> Reason.FAILED;
      case WITHDREW -> Reason.WITHDREW;
      case SUSPENDED -> Reason.SUSPENDED;
      case REVOKED -> Reason.REVOKED;
    };
  }

  /** What its review says, as it is known on a day. */
  public static @Nullable Reason byReview(
      Vetting vetting, boolean needsVetting, LocalDate knownOn) {
    if (vetting.status() == VettingStatus.REJECTED) {
      return Reason.REJECTED;
    }
    if (!needsVetting) {
      return null;
    }
    if (vetting.status() == VettingStatus.UNVETTED) {
      return Reason.UNVETTED;
    }
    if (!isAuthorised(vetting.role())) {
      return Reason.REVIEWER_NOT_AUTHORISED;
    }
    return vetting.on() != null && vetting.on().isAfter(knownOn) ? Reason.VETTED_LATER : null;
  }

  /** What its validity and its date say at an instant, first; null where they do not object. */
  public static @Nullable Reason byTime(Fact fact, ZonedDateTime asOf) {
    if (isOfAllTimes(fact, asOf)) {
      return null;
    }
    List<Reason> all = allByTime(fact, asOf);
    return all.isEmpty() ? null : all.get(0);
  }

  /** Whether it has no bounds of validity and has happened, as nearly all facts. */
  private static boolean isOfAllTimes(Fact fact, ZonedDateTime asOf) {
    Provenance provenance = fact.provenance();
    LocalDate occurred = fact.occurredOn();
    return provenance.validFrom() == null
        && provenance.validUntil() == null
        && (occurred == null || !occurred.isAfter(asOf.toLocalDate()));
  }

  /** All that its validity and its date say: what has expired may not have happened yet. */
  public static List<Reason> allByTime(Fact fact, ZonedDateTime asOf) {
    Provenance provenance = fact.provenance();
    Instant now = asOf.toInstant();
    Instant from = provenance.validFrom();
    Instant until = provenance.validUntil();
    LocalDate occurred = fact.occurredOn();
    ImmutableList.Builder<Reason> all = ImmutableList.builder();
    if (until != null && now.isAfter(Provenance.lastInstant(until))) {
      all.add(Reason.EXPIRED);
    }
    if (from != null && now.isBefore(from)) {
      all.add(Reason.NOT_YET_VALID);
    }
    if (occurred != null && occurred.isAfter(asOf.toLocalDate())) {
      all.add(Reason.IN_THE_FUTURE);
    }
    return all.build();
  }
}
