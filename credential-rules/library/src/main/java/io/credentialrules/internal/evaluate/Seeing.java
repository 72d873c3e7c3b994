package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.timeline.TimedFact;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Including;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.VettingStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which facts patterns see that ask for more than what counts. Such a pattern has a type of its
 * own, so that no other pattern sees them.
 */
final class Seeing {
  private static final ImmutableSet<Reason> UNREVIEWED =
      Sets.immutableEnumSet(Reason.UNVETTED, Reason.REVIEWER_NOT_AUTHORISED, Reason.VETTED_LATER);

  private static final ImmutableSet<Reason> AHEAD =
      Sets.immutableEnumSet(Reason.IN_THE_FUTURE, Reason.NOT_YET_VALID);

  /** What may speak against a fact that is under way beside that. */
  private static final ImmutableSet<Reason> UNDER_WAY =
      Sets.union(UNREVIEWED, ImmutableSet.of(Reason.IN_PROGRESS, Reason.IN_THE_FUTURE))
          .immutableCopy();

  /** What may speak against a planned fact beside that. */
  private static final ImmutableSet<Reason> PLANNED =
      Sets.union(UNREVIEWED, Sets.union(AHEAD, ImmutableSet.of(Reason.IN_PROGRESS)))
          .immutableCopy();

  private final Counting counting;

  Seeing(Counting counting) {
    this.counting = counting;
  }

  /** Whether a pattern sees a fact that does not count, because it asks for such facts. */
  boolean sees(Fact fact, VocabularyType view, Set<Reason> overlooked) {
    if (fact.getClass() != view.record()) {
      return false;
    }
    Set<Reason> against = Sets.difference(counting.allAgainst(fact, view), overlooked);
    return (view.including().contains(Including.IN_PROGRESS)
            && isUnderWay(fact)
            && UNDER_WAY.containsAll(against))
        || (view.including().contains(Including.PLANNED)
            && canBePlanned(fact)
            && !Sets.intersection(against, AHEAD).isEmpty()
            && PLANNED.containsAll(against))
        || (view.including().contains(Including.EXPIRED)
            && against.equals(ImmutableSet.of(Reason.EXPIRED)));
  }

  private static boolean canBePlanned(Fact fact) {
    Reason status = Counting.byStatus(fact.provenance());
    return (status == null || status == Reason.IN_PROGRESS)
        && fact.provenance().vetting().status() != VettingStatus.REJECTED;
  }

  private static boolean isUnderWay(Fact fact) {
    return Counting.byStatus(fact.provenance()) == Reason.IN_PROGRESS
        && fact.provenance().status() != FactStatus.ON_HOLD;
  }

  /** The days on which a pattern sees a fact, in order; the facts that count are among them. */
  List<TimedFact> timed(Fact fact, VocabularyType view, Set<Reason> overlooked, Budget budget) {
    if (fact.getClass() != view.record()) {
      return List.of();
    }
    Provenance provenance = fact.provenance();
    LocalDate occurred = fact.occurredOn();
    long begin =
        provenance.validFrom() == null ? Long.MIN_VALUE : counting.firstDay(provenance.validFrom());
    long end =
        provenance.validUntil() == null
            ? Long.MAX_VALUE
            : counting.lastDay(Provenance.lastInstant(provenance.validUntil()));
    long happened = occurred == null ? Long.MIN_VALUE : occurred.toEpochDay();
    boolean isRejected = provenance.vetting().status() == VettingStatus.REJECTED;
    TimedFact counted = counting.timed(fact, view, overlooked, budget);
    SortedMap<Long, Long> times = new TreeMap<>();
    if (counted != null) {
      add(times, counted.from(), counted.until());
    }
    if (view.including().contains(Including.IN_PROGRESS) && isUnderWay(fact) && !isRejected) {
      add(times, begin, end);
    }
    long first = Math.max(begin, happened);
    if (view.including().contains(Including.PLANNED)
        && canBePlanned(fact)
        && first != Long.MIN_VALUE) {
      add(times, Long.MIN_VALUE, Math.min(first - 1, end));
    }
    if (view.including().contains(Including.EXPIRED) && counted != null) {
      add(
          times,
          end == Long.MAX_VALUE ? counted.from() : Math.max(happened, end + 1),
          Long.MAX_VALUE);
    }
    return joined(times, fact, view, budget);
  }

  private static void add(SortedMap<Long, Long> times, long from, long until) {
    if (from <= until) {
      times.merge(from, until, Math::max);
    }
  }

  /** Times that overlap or follow each other are one, so that a fact is there once. */
  private List<TimedFact> joined(
      SortedMap<Long, Long> times, Fact fact, VocabularyType view, Budget budget) {
    Candidate candidate = new Candidate(fact, view, counting.asOf(), budget);
    List<TimedFact> joined = new ArrayList<>();
    times.forEach(
        (from, until) -> {
          TimedFact last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
          if (last != null && (last.until() == Long.MAX_VALUE || from <= last.until() + 1)) {
            joined.set(
                joined.size() - 1,
                new TimedFact(candidate, last.from(), Math.max(last.until(), until)));
          } else {
            joined.add(new TimedFact(candidate, from, until));
          }
        });
    return joined;
  }
}
