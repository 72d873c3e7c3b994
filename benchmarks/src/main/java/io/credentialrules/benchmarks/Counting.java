package io.credentialrules.benchmarks;

import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.SignOff;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Which facts count, as an application would write it that has no library for it. */
final class Counting {
  private static final Set<ReviewerRole> REVIEWERS =
      EnumSet.of(
          ReviewerRole.FACULTY,
          ReviewerRole.STAFF,
          ReviewerRole.INSTRUCTOR,
          ReviewerRole.ASSESSOR,
          ReviewerRole.SUPERVISOR,
          ReviewerRole.HOST,
          ReviewerRole.REGISTRAR);

  private static final Instant NOW = Engine.AS_OF.toInstant();

  private Counting() {}

  static boolean counts(Fact fact) {
    Provenance from = fact.provenance();
    LocalDate occurred = fact.occurredOn();
    return from.status() == FactStatus.COMPLETED
        && from.vetting().status() != VettingStatus.REJECTED
        && (needsNoVetting(fact) || isVetted(from.vetting()))
        && (from.validUntil() == null || !NOW.isAfter(from.validUntil()))
        && (from.validFrom() == null || !NOW.isBefore(from.validFrom()))
        && (occurred == null || !occurred.isAfter(Engine.TODAY));
  }

  private static boolean needsNoVetting(Fact fact) {
    return fact instanceof HeldCredential
        || fact instanceof Learner
        || fact instanceof Enrolment
        || fact instanceof SignOff;
  }

  private static boolean isVetted(Vetting vetting) {
    return vetting.status() == VettingStatus.VETTED
        && vetting.role() != null
        && REVIEWERS.contains(vetting.role())
        && (vetting.on() == null || !vetting.on().isAfter(Engine.TODAY));
  }
}
