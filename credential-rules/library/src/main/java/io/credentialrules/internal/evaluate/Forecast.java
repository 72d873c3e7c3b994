package io.credentialrules.internal.evaluate;

import io.credentialrules.NotCounted;
import io.credentialrules.Upcoming;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.result.StatedUpcoming;
import io.credentialrules.internal.timeline.Timeline;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a record earns on later days if nothing is added. A review that the record dates ahead is
 * known from its day on, so between two such days there is one timeline. Used by one thread.
 */
final class Forecast {
  private final Evaluator evaluator;
  private final TreeMap<LocalDate, Timeline> timelines = new TreeMap<>();

  Forecast(Evaluator evaluator, Weighing weighing, Budget budget) {
    this(evaluator, weighing, evaluator.timeline(weighing, weighing.knownOn(), budget), budget);
  }

  /**
   * Begins with a timeline that there is already.
   *
   * @param now of the record as it is known on the date of evaluation
   */
  Forecast(Evaluator evaluator, Weighing weighing, Timeline now, Budget budget) {
    this.evaluator = evaluator;
    LocalDate knownOn = weighing.knownOn();
    timelines.put(LocalDate.MIN, now);
    for (NotCounted not : weighing.facts().notCounted()) {
      LocalDate review = reviewedLater(not.fact(), knownOn);
      if (review != null && !timelines.containsKey(review)) {
        timelines.put(review, evaluator.timeline(weighing, review, budget.again()));
      }
    }
  }

  /** The day of a review that is not known yet; null where there is none. */
  static @Nullable LocalDate reviewedLater(Fact fact, LocalDate knownOn) {
    LocalDate review = fact.provenance().vetting().on();
    return review != null && review.isAfter(knownOn) ? review : null;
  }

  /** The first day after another on which a credential is earned, or is not; null for none. */
  @Nullable LocalDate next(int credential, LocalDate after, boolean isEarned) {
    return next(
        after,
        (known, first) ->
            known.isEarned(credential, first) == isEarned
                ? first
                : known.next(credential, first, isEarned));
  }

  /**
   * The first day after another on which a credential is seen to be earned; null for none. Days on
   * which that takes more than is allowed for one are passed over.
   */
  @Nullable LocalDate nextSeen(int credential, LocalDate after) {
    return next(after, (known, first) -> known.nextSeen(credential, first));
  }

  private interface Later {
    @Nullable LocalDate from(Timeline known, LocalDate first);
  }

  private @Nullable LocalDate next(LocalDate after, Later later) {
    for (Map.Entry<LocalDate, Timeline> known : timelines.entrySet()) {
      LocalDate end = timelines.higherKey(known.getKey());
      LocalDate first = known.getKey().isAfter(after) ? known.getKey() : after.plusDays(1);
      if (end != null && !first.isBefore(end)) {
        continue;
      }
      LocalDate day = later.from(known.getValue(), first);
      if (day != null && (end == null || day.isBefore(end))) {
        return day;
      }
    }
    return null;
  }

  /** Whether a credential is earned on a day. */
  boolean isEarned(int credential, LocalDate day) {
    return timelines.floorEntry(day).getValue().isEarned(credential, day);
  }

  /** The next change of one credential. */
  private record Turn(LocalDate on, int place, Award award, boolean isEarned)
      implements Comparable<Turn> {
    @Override
    public int compareTo(Turn other) {
      int days = on.compareTo(other.on);
      return days == 0 ? Integer.compare(place, other.place) : days;
    }
  }

  /** The next day on which any credential is earned or lost. */
  @Nullable Upcoming next(LocalDate after) {
    PriorityQueue<Turn> turns = turns(after);
    return turns.isEmpty() ? null : next(turns);
  }

  /**
   * All changes after one day, up to and including another. A credential is looked at again only on
   * the days on which it changes itself.
   */
  List<Upcoming> changes(LocalDate after, LocalDate until) {
    List<Upcoming> changes = new ArrayList<>();
    PriorityQueue<Turn> turns = turns(after);
    while (!turns.isEmpty() && !turns.element().on().isAfter(until)) {
      changes.add(next(turns));
    }
    return changes;
  }

  /** The next change of each credential that changes, in the order of days and the catalogue. */
  private PriorityQueue<Turn> turns(LocalDate after) {
    PriorityQueue<Turn> turns = new PriorityQueue<>();
    int place = 0;
    for (Award award : evaluator.program().catalogue()) {
      add(turns, place++, award, after, !isEarned(award.number(), after));
    }
    return turns;
  }

  private void add(
      PriorityQueue<Turn> turns, int place, Award award, LocalDate after, boolean isEarned) {
    LocalDate day = next(award.number(), after, isEarned);
    if (day != null) {
      turns.add(new Turn(day, place, award, isEarned));
    }
  }

  /** All that changes on the first of the days, each to be followed by its next change. */
  private Upcoming next(PriorityQueue<Turn> turns) {
    LocalDate day = turns.element().on();
    List<String> earned = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    while (!turns.isEmpty() && turns.element().on().equals(day)) {
      Turn turn = turns.remove();
      (turn.isEarned() ? earned : lost).add(turn.award().credential().id());
      add(turns, turn.place(), turn.award(), day, !turn.isEarned());
    }
    return new StatedUpcoming(day, earned, lost);
  }
}
