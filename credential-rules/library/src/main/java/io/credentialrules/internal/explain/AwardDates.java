package io.credentialrules.internal.explain;

import io.credentialrules.Waiver;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.vocabulary.Earned;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Met;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Since when and until when: the days on which requirements were met and credentials earned, first
 * and latest, and how long that lasts. Days are those of the epoch. Remembers what it has worked
 * out; used by one thread.
 */
final class AwardDates implements Witnesses.Dates {
  private static final long UNKNOWN_DAY = Long.MIN_VALUE;

  private final Program program;
  private final Situation situation;
  private final Holdings holdings;
  private final Allocations allocations;
  private final Map<Integer, Waiver> waivers;
  private final Witnesses witnesses;
  private final Map<Integer, Long> firstRequirementDays = new HashMap<>();
  private final Map<Integer, Long> latestRequirementDays = new HashMap<>();
  private final Map<Integer, Long> firstCredentialDays = new HashMap<>();
  private final Map<Integer, Long> latestCredentialDays = new HashMap<>();

  AwardDates(
      Program program,
      Situation situation,
      Matcher matcher,
      Holdings holdings,
      Allocations allocations,
      Map<Integer, Waiver> waivers) {
    this.program = program;
    this.situation = situation;
    this.holdings = holdings;
    this.allocations = allocations;
    this.waivers = waivers;
    this.witnesses = new Witnesses(matcher, this);
  }

  /**
   * Whether a way whose requirements are all satisfied, each by itself, is satisfied as a whole:
   * together where evidence is exclusive, and recently enough, counting renewals.
   */
  boolean isComplete(Way way) {
    LocalDate until = validUntil(way);
    return allocations.areSatisfied(way) && (until == null || !until.isBefore(situation.today()));
  }

  /**
   * The last day on which a complete way is valid; null for no end, and while it is not complete.
   */
  @Nullable LocalDate validUntil(Way way) {
    Period validFor = way.rule().settings().validFor();
    LocalDate achieved = validFor == null ? null : achieved(way);
    return achieved == null || validFor == null ? null : achieved.plus(validFor);
  }

  @Nullable LocalDate achieved(Way way) {
    if (!allocations.areSatisfied(way)) {
      return null;
    }
    long latest = UNKNOWN_DAY;
    for (int requirement : way.requires()) {
      latest = Math.max(latest, requirementDay(requirement, true));
    }
    return latest == UNKNOWN_DAY ? null : LocalDate.ofEpochDay(latest);
  }

  /**
   * The last day on which an earned credential is valid; of several ways, and the credential as
   * held, the latest.
   */
  @Nullable LocalDate until(Award award) {
    LocalDate latest = LocalDate.MIN;
    for (Way way : situation.waysInForce(award)) {
      if (allocations.areSatisfied(way)) {
        LocalDate until = validUntil(way);
        if (until == null) {
          return null;
        }
        latest = until.isAfter(latest) ? until : latest;
      }
    }
    for (HeldCredential held : holdings.all(award)) {
      Instant until = held.provenance().validUntil();
      if (until == null) {
        return null;
      }
      LocalDate day = situation.dateOf(until);
      latest = day.isAfter(latest) ? day : latest;
    }
    return latest;
  }

  /** The day from which an earned credential is earned; null where no fact is dated. */
  @Nullable LocalDate since(Award award) {
    long day = credentialDay(award.number(), false);
    return day == UNKNOWN_DAY ? null : LocalDate.ofEpochDay(day);
  }

  @Override
  public long day(Candidate candidate, boolean isLatest) {
    if (candidate.fact() instanceof Fact fact) {
      LocalDate occurred = fact.occurredOn();
      return occurred == null ? UNKNOWN_DAY : occurred.toEpochDay();
    }
    if (candidate.fact() instanceof Earned earned) {
      int number = program.number(earned);
      LocalDate before = situation.earnedBefore(number);
      return candidate.hasLapsed() && before != null
          ? before.toEpochDay()
          : credentialDay(number, isLatest);
    }
    if (candidate.fact() instanceof Met met) {
      return requirementDay(program.number(met), isLatest);
    }
    return UNKNOWN_DAY;
  }

  /**
   * The day on which a requirement was met: of all alternatives, the waiver among them, the first,
   * or the latest, by which a credential is renewed.
   */
  private long requirementDay(int number, boolean isLatest) {
    Map<Integer, Long> known = isLatest ? latestRequirementDays : firstRequirementDays;
    Long day = known.get(number);
    if (day == null) {
      List<Long> days = new ArrayList<>();
      for (Proof proof : situation.proofsInForce(program.requirements().get(number))) {
        for (Branch branch : proof.branches()) {
          Witness witness = isLatest ? witnesses.latest(branch) : witnesses.of(branch);
          if (witness != null) {
            days.add(lastDay(witness, isLatest));
          }
        }
      }
      Waiver waiver = waivers.get(number);
      if (waiver != null) {
        days.add(waiver.on().toEpochDay());
      }
      day = chosen(days, isLatest);
      known.put(number, day);
    }
    return day;
  }

  private long lastDay(Witness witness, boolean isLatest) {
    long last = UNKNOWN_DAY;
    for (Candidate candidate : witness.candidates()) {
      last = Math.max(last, day(candidate, isLatest));
    }
    return last;
  }

  private static long chosen(List<Long> days, boolean isLatest) {
    if (days.isEmpty()) {
      return UNKNOWN_DAY;
    }
    return isLatest ? Collections.max(days) : Collections.min(days);
  }

  /** The day from which the facts of a rule whose evidence is exclusive suffice together. */
  private long firstDayTogether(Way way) {
    Set<Long> days = new TreeSet<>();
    for (int requirement : way.requires()) {
      allocations.claims(way).usable(requirement).forEach(fact -> days.add(day(fact, false)));
    }
    for (long last : days) {
      if (allocations.of(way, fact -> day(fact, false) <= last).given().size()
          == allocations.of(way).given().size()) {
        return last;
      }
    }
    return UNKNOWN_DAY;
  }

  /** Where the first validity ended before the latest began, the day from which it is held anew. */
  private long sinceRenewed(Way way, long first) {
    Period validFor = way.rule().settings().validFor();
    LocalDate latest = validFor == null ? null : achieved(way);
    return validFor == null
            || latest == null
            || first == UNKNOWN_DAY
            || !LocalDate.ofEpochDay(first).plus(validFor).isBefore(latest)
        ? first
        : latest.toEpochDay();
  }

  /**
   * The day on which the last fact came about that the credential rests on: of all ways that award
   * it, and of the credential as it is held, the first, or the latest.
   */
  private long credentialDay(int number, boolean isLatest) {
    Map<Integer, Long> known = isLatest ? latestCredentialDays : firstCredentialDays;
    Long day = known.get(number);
    if (day == null) {
      Award award = program.credentials().get(number);
      List<Long> days = new ArrayList<>();
      for (Way way : situation.waysInForce(award)) {
        if (isComplete(way)) {
          long last =
              Allocations.isExclusive(way) && !isLatest ? firstDayTogether(way) : UNKNOWN_DAY;
          for (int requirement : way.requires()) {
            last = Math.max(last, requirementDay(requirement, isLatest));
          }
          days.add(isLatest ? last : sinceRenewed(way, last));
        }
      }
      for (HeldCredential held : holdings.all(award)) {
        if (held.awardedOn() != null) {
          days.add(held.awardedOn().toEpochDay());
        }
      }
      day = chosen(days, isLatest);
      known.put(number, day);
    }
    return day;
  }
}
