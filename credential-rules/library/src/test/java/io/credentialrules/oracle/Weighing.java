package io.credentialrules.oracle;

import io.credentialrules.NotCounted.Reason;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every reason that there is against a fact on a date, from design section 4; none: it counts. */
final class Weighing {
  /** The roles that the vocabulary calls no reviewer. */
  private static final Set<ReviewerRole> NO_REVIEWER =
      EnumSet.of(
          ReviewerRole.EMPLOYER, ReviewerRole.PEER, ReviewerRole.LEARNER, ReviewerRole.OTHER);

  private static final List<Reason> ORDER =
      List.of(
          Reason.IN_PROGRESS,
          Reason.FAILED,
          Reason.WITHDREW,
          Reason.SUSPENDED,
          Reason.REVOKED,
          Reason.REJECTED,
          Reason.UNVETTED,
          Reason.REVIEWER_NOT_AUTHORISED,
          Reason.VETTED_LATER,
          Reason.EXPIRED,
          Reason.NOT_YET_VALID,
          Reason.IN_THE_FUTURE);

  private Weighing() {}

  static Set<Reason> against(Fact fact, ZonedDateTime asOf) {
    return against(fact, asOf, asOf.toLocalDate());
  }

  /** With the reviews that are known on a day. */
  static Set<Reason> against(Fact fact, ZonedDateTime asOf, LocalDate knownOn) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    Provenance provenance = fact.provenance();
    byStatus(provenance.status(), reasons);
    FactType type = fact.getClass().getAnnotation(FactType.class);
    byReview(provenance.vetting(), type == null || type.needsVetting(), knownOn, reasons);
    if (provenance.validFrom() != null && asOf.toInstant().isBefore(provenance.validFrom())) {
      reasons.add(Reason.NOT_YET_VALID);
    }
    Instant until = provenance.validUntil();
    if (until != null
        && (until.equals(until.truncatedTo(ChronoUnit.SECONDS))
                ? asOf.truncatedTo(ChronoUnit.SECONDS)
                : asOf)
            .toInstant()
            .isAfter(until)) {
      reasons.add(Reason.EXPIRED);
    }
    LocalDate occurred = fact.occurredOn();
    if (occurred != null && occurred.isAfter(asOf.toLocalDate())) {
      reasons.add(Reason.IN_THE_FUTURE);
    }
    return reasons;
  }

  /** The reason that is given: of the status, then of the review, then of the time. */
  static @Nullable Reason first(Set<Reason> reasons) {
    return ORDER.stream().filter(reasons::contains).findFirst().orElse(null);
  }

  private static void byStatus(FactStatus status, Set<Reason> reasons) {
    switch (status) {
      case COMPLETED -> {
        // Counts.
      }
      case ENROLLED, IN_PROGRESS, ON_HOLD, PROVISIONAL -> reasons.add(Reason.IN_PROGRESS);
      case FAILED -> reasons.add(Reason.FAILED);
      case WITHDREW -> reasons.add(Reason.WITHDREW);
      case SUSPENDED -> reasons.add(Reason.SUSPENDED);
      case REVOKED -> reasons.add(Reason.REVOKED);
    }
  }

  private static void byReview(
      Vetting vetting, boolean needsVetting, LocalDate knownOn, Set<Reason> reasons) {
    if (vetting.status() == VettingStatus.REJECTED) {
      reasons.add(Reason.REJECTED);
    } else if (needsVetting && vetting.status() == VettingStatus.UNVETTED) {
      reasons.add(Reason.UNVETTED);
    } else if (needsVetting) {
      if (NO_REVIEWER.contains(vetting.role())) {
        reasons.add(Reason.REVIEWER_NOT_AUTHORISED);
      }
      if (vetting.on() != null && vetting.on().isAfter(knownOn)) {
        reasons.add(Reason.VETTED_LATER);
      }
    }
  }
}
