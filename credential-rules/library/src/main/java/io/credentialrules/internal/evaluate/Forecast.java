package io.credentialrules.internal.evaluate;

import io.credentialrules.NotCounted;
import io.credentialrules.Upcoming;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.result.StatedUpcoming;
import io.credentialrules.internal.timeline.Timeline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    this.evaluator = evaluator;
    LocalDate knownOn = weighing.knownOn();
    timelines.put(LocalDate.MIN, evaluator.timeline(weighing, knownOn, budget));
    for (NotCounted not : weighing.facts().notCounted()) {
      LocalDate review = not.fact().provenance().vetting().on();
      if (review != null && review.isAfter(knownOn) && !timelines.containsKey(review)) {
        timelines.put(review, evaluator.timeline(weighing, review, budget.again()));
      }
    }
  }

  /** The first day after another on which a credential is earned, or is not; null for none. */
  @Nullable LocalDate next(int credential, LocalDate after, boolean isEarned) {
    for (Map.Entry<LocalDate, Timeline> known : timelines.entrySet()) {
      LocalDate end = timelines.higherKey(known.getKey());
      LocalDate first = known.getKey().isAfter(after) ? known.getKey() : after.plusDays(1);
      if (end != null && !first.isBefore(end)) {
        continue;
      }
      LocalDate day =
          known.getValue().isEarned(credential, first) == isEarned
              ? first
              : known.getValue().next(credential, first, isEarned);
      if (day != null && (end == null || day.isBefore(end))) {
        return day;
      }
    }
    return null;
  }

  private boolean isEarned(int credential, LocalDate day) {
    return timelines.floorEntry(day).getValue().isEarned(credential, day);
  }

  /** The next day on which any credential is earned or lost. */
  @Nullable Upcoming next(LocalDate after) {
    LocalDate first = null;
    List<String> earned = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    for (Award award : evaluator.program().catalogue()) {
      boolean isEarned = isEarned(award.number(), after);
      LocalDate day = next(award.number(), after, !isEarned);
      if (day == null || (first != null && day.isAfter(first))) {
        continue;
      }
      if (!day.equals(first)) {
        first = day;
        earned.clear();
        lost.clear();
      }
      (isEarned ? lost : earned).add(award.credential().id());
    }
    return first == null ? null : new StatedUpcoming(first, earned, lost);
  }

  /** All changes after one day, up to and including another. */
  List<Upcoming> changes(LocalDate after, LocalDate until) {
    List<Upcoming> changes = new ArrayList<>();
    Upcoming next = next(after);
    while (next != null && !next.on().isAfter(until)) {
      changes.add(next);
      next = next(next.on());
    }
    return changes;
  }
}
