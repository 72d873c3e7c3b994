package io.credentialrules.oracle;

import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.Waiver;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.vocabulary.Fact;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One record on all days, with what is known of it on one of them. Only on some days can anything
 * change: those that the record or the policy names, moved by what the policy adds to dates, and
 * those after which a validity ends, which are learnt while they are found.
 */
final class Calendar {
  private static final int FEW_DAYS = 12;
  private static final int DAYS_OF_A_YEAR = 380;
  private static final int MOST_DAYS = 150;
  private static final int MOST_ROUNDS = 8;

  private final Oracle oracle;
  private final LearnerRecord record;
  private final ZonedDateTime asOf;
  private final LocalDate knownOn;
  private final Set<Reason> overlooked;
  private final TreeSet<LocalDate> days = new TreeSet<>();
  private final TreeSet<LocalDate> ends = new TreeSet<>();
  private final Map<List<Object>, Judgement> judgements = new HashMap<>();
  private final IdentityHashMap<CredentialRule, Map<Object, List<Achievements>>> achievements =
      new IdentityHashMap<>();

  Calendar(
      Oracle oracle,
      LearnerRecord record,
      ZonedDateTime asOf,
      LocalDate knownOn,
      Set<Reason> overlooked) {
    this.oracle = oracle;
    this.record = record;
    this.asOf = asOf;
    this.knownOn = knownOn;
    this.overlooked = overlooked;
    List<Fact> facts = new ArrayList<>(record.facts());
    facts.add(record.learner());
    facts.forEach(fact -> name((Record) fact));
    record.waivers().stream().map(Waiver::on).forEach(this::name);
    oracle.dates().forEach(this::name);
    LocalDate birth = record.learner().birthDate();
    for (int age = 0; birth != null && oracle.asksForAge() && age < 120; age++) {
      name(birth.plusYears(age));
    }
    Set<LocalDate> moved = new TreeSet<>();
    for (LocalDate day : days) {
      for (UnaryOperator<LocalDate> other : oracle.shifts()) {
        moved.add(other.apply(day));
        if (oracle.hasSpans()) {
          // both a day and the next may be in the span, and what is beyond it begins after
          moved.add(other.apply(day).plusDays(1));
        }
      }
    }
    for (LocalDate day : moved) {
      oracle.shifts().forEach(today -> reach(today, day, days));
    }
    days.add(days.isEmpty() ? today() : days.first().minusDays(1));
    learnEnds();
  }

  private void name(Record facts) {
    for (RecordComponent component : facts.getClass().getRecordComponents()) {
      Object value;
      try {
        value = component.getAccessor().invoke(facts);
      } catch (ReflectiveOperationException hidden) {
        throw new IllegalStateException(hidden);
      }
      if (value instanceof LocalDate date) {
        name(date);
      } else if (value instanceof Instant instant) {
        name(instant.atZone(asOf.getZone()).toLocalDate());
      } else if (value instanceof Record inner) {
        name(inner);
      }
    }
  }

  private void name(LocalDate date) {
    days.add(date);
    days.add(date.plusDays(1));
  }

  /** The days on which today, moved by a shift, reaches a date. */
  private void reach(UnaryOperator<LocalDate> shift, LocalDate date, Set<LocalDate> days) {
    long distance = shift.apply(date).toEpochDay() - date.toEpochDay();
    int most = oracle.hasSpans() ? DAYS_OF_A_YEAR : FEW_DAYS;
    for (int i = -most; i <= most; i++) {
      LocalDate day = date.minusDays(distance).plusDays(i);
      if (!shift.apply(day).isBefore(date) && shift.apply(day.minusDays(1)).isBefore(date)) {
        days.add(day);
      }
    }
  }

  /**
   * Asks for everything on all days, until no validity ends and no date that is learnt is reached
   * on a day that is not known.
   */
  private void learnEnds() {
    if (!oracle.hasValidities() && !oracle.asksWhenEarned()) {
      return;
    }
    for (int round = 0; round < MOST_ROUNDS; round++) {
      int before = days.size();
      for (LocalDate day : List.copyOf(days)) {
        oracle.credentials().forEach(credential -> at(day, null).isEarned(credential));
      }
      days.addAll(ends);
      if (oracle.asksWhenEarned() && days.size() > MOST_DAYS) {
        throw new Sharing.TooManyException();
      }
      if (days.size() == before) {
        return;
      }
      judgements.clear();
      achievements.clear();
    }

    throw new IllegalStateException("validities end on days that are never all known");
  }

  void learnEnd(LocalDate end) {
    ends.add(end.plusDays(1));
  }

  /** A date between which a credential is earned, which the policy may move and compare. */
  void learnDate(LocalDate date) {
    for (UnaryOperator<LocalDate> today : oracle.shifts()) {
      for (UnaryOperator<LocalDate> other : oracle.shifts()) {
        reach(today, other.apply(date), ends);
        reach(today, other.apply(date).plusDays(1), ends);
      }
    }
  }

  /** The days on which something can change, in order; nothing changes before the second. */
  NavigableSet<LocalDate> days() {
    return days;
  }

  /** The day of which it is asked. */
  LocalDate today() {
    return asOf.toLocalDate();
  }

  /** What the policy says on a day of what came about after another; null for all of it. */
  Judgement at(LocalDate day, @Nullable LocalDate after) {
    List<Object> key = after == null ? List.of(day) : List.of(day, after);
    Judgement judgement = judgements.get(key);
    if (judgement == null) {
      ZonedDateTime then =
          day.equals(today()) ? asOf : ZonedDateTime.of(day, asOf.toLocalTime(), asOf.getZone());
      judgement = new Judgement(oracle, record, then, knownOn, overlooked, this, after);
      judgements.put(key, judgement);
    }
    return judgement;
  }

  /** The achievements of a rule after a day, as a whole or of each of its parts. */
  List<Achievements> achievements(CredentialRule rule, @Nullable LocalDate after) {
    Object since = after == null ? "ever" : after;
    return achievements
        .computeIfAbsent(rule, asked -> new HashMap<>())
        .computeIfAbsent(since, asked -> Achievements.of(rule, oracle.asks(rule), this, after));
  }

  /** The first day of the uninterrupted time around the day of which it is asked. */
  @Nullable LocalDate since(String credential) {
    LocalDate first = null;
    for (LocalDate day : days.headSet(today(), true).descendingSet()) {
      if (!at(day, null).isEarned(credential)) {
        return first;
      }
      first = day;
    }
    return null;
  }

  /** The last day of the uninterrupted time around the day of which it is asked. */
  @Nullable LocalDate until(String credential) {
    for (LocalDate day : days.tailSet(today(), false)) {
      if (!at(day, null).isEarned(credential)) {
        return day.minusDays(1);
      }
    }
    return null;
  }
}
