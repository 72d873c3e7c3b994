package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Objections;
import io.credentialrules.internal.timeline.TimedFact;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Vetting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a fact counts on a date, with the reviews that are known on another. The first reason
 * that applies is the one that is given.
 */
final class Counting {
  private final ZonedDateTime asOf;
  private final LocalDate knownOn;

  Counting(ZonedDateTime asOf, LocalDate knownOn) {
    this.asOf = asOf;
    this.knownOn = knownOn;
  }

  /** The instant of the evaluation. */
  ZonedDateTime asOf() {
    return asOf;
  }

  /** The day whose reviews are known. */
  LocalDate knownOn() {
    return knownOn;
  }

  /** Whether somebody in a role may vet evidence, or waive a requirement. */
  static boolean isAuthorised(@Nullable ReviewerRole role) {
    return Objections.isAuthorised(role);
  }

  /** Why a fact does not count; null when it does. */
  @Nullable Reason against(Fact fact, VocabularyType type) {
    Reason byStatus = byStatus(fact.provenance());
    if (byStatus != null) {
      return byStatus;
    }
    Reason byReview = byReview(fact.provenance().vetting(), type.needsVetting());
    return byReview != null ? byReview : byTime(fact);
  }

  /**
   * Everything that speaks against a fact: evidence that waits for review and has expired would
   * still be expired once it was accepted.
   */
  ImmutableSet<Reason> allAgainst(Fact fact, VocabularyType type) {
    ImmutableSet.Builder<Reason> all = ImmutableSet.builder();
    for (Reason reason :
        Arrays.asList(
            byStatus(fact.provenance()),
            byReview(fact.provenance().vetting(), type.needsVetting()))) {
      if (reason != null) {
        all.add(reason);
      }
    }
    return all.addAll(Objections.allByTime(fact, asOf)).build();
  }

  static @Nullable Reason byStatus(Provenance provenance) {
    return Objections.byStatus(provenance.status());
  }

  private @Nullable Reason byReview(Vetting vetting, boolean needsVetting) {
    return Objections.byReview(vetting, needsVetting, knownOn);
  }

  private @Nullable Reason byTime(Fact fact) {
    return Objections.byTime(fact, asOf);
  }

  /**
   * The days on which a fact counts if these reasons speak against none; null where something else
   * than time speaks against it.
   */
  @Nullable TimedFact timed(Fact fact, VocabularyType type, Set<Reason> overlooked, Budget budget) {
    for (Reason reason :
        Arrays.asList(
            byStatus(fact.provenance()),
            byReview(fact.provenance().vetting(), type.needsVetting()))) {
      if (reason != null && !overlooked.contains(reason)) {
        return null;
      }
    }
    Instant validFrom = fact.provenance().validFrom();
    Instant validUntil = fact.provenance().validUntil();
    LocalDate occurred = fact.occurredOn();
    long from = occurred == null ? Long.MIN_VALUE : occurred.toEpochDay();
    return new TimedFact(
        new Candidate(fact, type, asOf, budget),
        validFrom == null ? from : Math.max(from, firstDay(validFrom)),
        validUntil == null || overlooked.contains(Reason.EXPIRED)
            ? Long.MAX_VALUE
            : lastDay(Provenance.lastInstant(validUntil)));
  }

  /** The first day on which the time of day of the evaluation is not before an instant. */
  long firstDay(Instant instant) {
    return lastDay(instant.minusNanos(1)) + 1;
  }

  /** The last day on which the time of day of the evaluation is not after an instant. */
  long lastDay(Instant instant) {
    LocalDate day = instant.atZone(asOf.getZone()).toLocalDate();
    ZonedDateTime then = ZonedDateTime.of(day, asOf.toLocalTime(), asOf.getZone());
    return then.toInstant().isAfter(instant) ? day.toEpochDay() - 1 : day.toEpochDay();
  }
}
