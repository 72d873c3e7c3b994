package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.policy.CredentialSettings.Renews;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * When what a way with a validity asks for was achieved, and until when that is valid. What is
 * achieved, and again, is the whole or each part for itself, as the policy says.
 */
final class Achievements {
  private final Renews renews;
  private final Way way;
  private final List<Chain> chains = new ArrayList<>();

  Achievements(Courses courses, Way way) {
    this.renews = way.rule().settings().renews();
    this.way = way;
    if (renews == Renews.WHOLE) {
      chains.add(new Chain(courses, way.rule().settings(), from -> from.complete(way)));
    } else {
      for (int part : way.requires()) {
        chains.add(new Chain(courses, way.rule().settings(), from -> from.requirement(part)));
      }
    }
  }

  /**
   * The last day on which what was achieved by a day is valid; {@link Long#MAX_VALUE} for no end.
   * Where some parts have no date, the others decide.
   */
  long until(long day) {
    return deciding(day).end();
  }

  /** The achievement that decides how long it is valid: of several parts the last, or the first. */
  long decisive(long day) {
    return deciding(day).achieved();
  }

  /** An achievement, and the last day on which it is valid. */
  private record Last(long achieved, long end) {
    private static final Last ALWAYS = new Last(Chain.ALWAYS, Long.MAX_VALUE);
    private static final Last NEVER = new Last(Chain.NEVER, Long.MIN_VALUE);
    private static final Comparator<Last> BY_END =
        Comparator.comparingLong(Last::end).thenComparingLong(Last::achieved);
  }

  private Last deciding(long day) {
    Last deciding = Last.ALWAYS;
    for (Chain chain : chains) {
      long achieved = chain.lastBy(day);
      if (achieved == Chain.NEVER) {
        return Last.NEVER;
      }
      if (achieved != Chain.ALWAYS) {
        Last last = new Last(achieved, chain.endBy(day));
        boolean isLater = Last.BY_END.compare(last, deciding) > 0;
        deciding =
            deciding.equals(Last.ALWAYS) || isLater == (renews == Renews.LATEST_PART)
                ? last
                : deciding;
      }
    }
    return deciding;
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
    Chain chain = chains.get(way.requires().indexOf(part));
    return chain.lastBy(day) != Chain.ALWAYS && chain.endBy(day) < day;
  }

  /** Adds each day after an end. */
  void addEnds(Set<Long> days) {
    for (Chain chain : chains) {
      List<Long> achieved = chain.all();
      for (int i = 0; i < achieved.size(); i++) {
        if (achieved.get(i) != Chain.ALWAYS) {
          days.add(achieved.get(i));
          days.add(chain.ends().get(i) + 1);
        }
      }
    }
  }
}
