package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.policy.CredentialSettings.Renews;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * When what a way with a validity asks for was achieved, and until when that is valid. What is
 * achieved, and again, is the whole or each part for itself, as the policy says.
 */
final class Achievements {
  private final Period validFor;
  private final Renews renews;
  private final Way way;
  private final List<Chain> chains = new ArrayList<>();

  Achievements(Courses courses, Way way) {
    this.validFor = Objects.requireNonNull(way.rule().settings().validFor());
    this.renews = way.rule().settings().renews();
    this.way = way;
    if (renews == Renews.WHOLE) {
      chains.add(new Chain(courses, from -> from.complete(way)));
    } else {
      for (int part : way.requires()) {
        chains.add(new Chain(courses, from -> from.requirement(part)));
      }
    }
  }

  /**
   * The last day on which what was achieved by a day is valid; {@link Long#MAX_VALUE} for no end.
   * Where some parts have no date, the others decide.
   */
  long until(long day) {
    long achieved = decisive(day);
    return achieved == Chain.NEVER
        ? Long.MIN_VALUE
        : achieved == Chain.ALWAYS ? Long.MAX_VALUE : end(achieved);
  }

  /** The achievement that decides how long it is valid: of several parts the last, or the first. */
  long decisive(long day) {
    long decisive = Chain.ALWAYS;
    for (Chain chain : chains) {
      long last = chain.lastBy(day);
      if (last == Chain.NEVER) {
        return Chain.NEVER;
      }
      if (last != Chain.ALWAYS) {
        decisive =
            decisive == Chain.ALWAYS
                ? last
                : renews == Renews.LATEST_PART
                    ? Math.max(decisive, last)
                    : Math.min(decisive, last);
      }
    }
    return decisive;
  }

  /**
   * The day after which the evidence of a part came about with which it was achieved last; {@link
   * Courses#NO_FLOOR} where it was achieved once.
   */
  long floor(int part, long day) {
    return chains.get(renews == Renews.WHOLE ? 0 : way.requires().indexOf(part)).previous(day);
  }

  /** The parts, by number, that were not achieved again since the achievement that decides. */
  List<Integer> notRenewed(Courses courses, long day) {
    long achieved = decisive(day);
    if (achieved == Chain.ALWAYS || achieved == Chain.NEVER) {
      return List.of();
    }
    Courses fresh = courses.after(achieved);
    return Set.copyOf(way.requires()).stream()
        .sorted((one, other) -> way.requires().indexOf(one) - way.requires().indexOf(other))
        .filter(part -> isOld(part, day, fresh))
        .toList();
  }

  private boolean isOld(int part, long day, Courses fresh) {
    if (renews == Renews.WHOLE) {
      return !fresh.requirement(part).on(day);
    }
    long last = chains.get(way.requires().indexOf(part)).lastBy(day);
    return last != Chain.ALWAYS && end(last) < day;
  }

  /** Adds each day after an end. */
  void addEnds(Set<Long> days) {
    for (Chain chain : chains) {
      for (long achieved : chain.all()) {
        if (achieved != Chain.ALWAYS) {
          days.add(achieved);
          days.add(end(achieved) + 1);
        }
      }
    }
  }

  private long end(long achieved) {
    return LocalDate.ofEpochDay(achieved).plus(validFor).toEpochDay();
  }
}
