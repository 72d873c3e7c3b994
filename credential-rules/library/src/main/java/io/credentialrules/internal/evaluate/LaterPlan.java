package io.credentialrules.internal.evaluate;

import com.google.common.collect.Sets;
import io.credentialrules.Plan;
import io.credentialrules.internal.evaluate.Evaluator.Settled;
import io.credentialrules.internal.plan.Planner;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.reach.Support;
import io.credentialrules.internal.result.StatedSteps;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks for steps to a credential on days after the date of evaluation, where there are none for
 * now. Used by one thread.
 */
final class LaterPlan {
  private static final int DAYS = 24;
  private static final int FURTHER_DAYS = 6;
  private static final long MOST_WORK = 80_000;
  private static final int DAYS_BETWEEN = 7;

  /** No day before the one that was found is tried after so much work on all of them. */
  private static final long MOST_WORK_FOR_SOONEST = 2 * MOST_WORK;

  private final AskedPlan asked;
  private final int credential;
  private final Planner now;
  private final boolean isRenewed;
  private final NavigableSet<LocalDate> tried = new TreeSet<>();
  private long work;

  /**
   * Prepares to look.
   *
   * @param now what has looked for a plan for the date of evaluation
   */
  LaterPlan(AskedPlan asked, int credential, Planner now) {
    this.asked = asked;
    this.credential = credential;
    this.now = now;
    this.isRenewed =
        Support.of(asked.program(), credential).parts().stream()
            .filter(Support.Part::isCredential)
            .anyMatch(part -> isRenewed(asked.program().credentials().get(part.number())));
  }

  /** How much was looked at. */
  long work() {
    return work;
  }

  /**
   * Steps for the next of some days on which there are such; null where there are none.
   *
   * @param inThePast steps that would have had to be taken before; null for none
   */
  @Nullable Plan find(Plan.@Nullable Steps inThePast) {
    NavigableSet<LocalDate> ends =
        inThePast == null ? new TreeSet<>() : now.days().daysFor(inThePast, asked.today());
    Plan.Steps found = onNextDay(ends);
    if (found == null) {
      found = onOneOf(ends);
    }
    return found == null || inThePast == null ? found : soonest(found);
  }

  /**
   * Steps on the next day on which there are such. A day can lead to further ones: what is earned
   * on it can have to grow old in turn, and what is new on it can be too early for something else.
   * Of the latter only some are tried while there are others: each can lead to the day after it.
   */
  private Plan.@Nullable Steps onNextDay(Set<LocalDate> ends) {
    TreeSet<LocalDate> days = new TreeSet<>(now.laterDays());
    days.addAll(ends);
    TreeSet<LocalDate> further = new TreeSet<>();
    int furtherTried = 0;
    for (int at = 0;
        at < DAYS && work <= MOST_WORK && !(days.isEmpty() && further.isEmpty());
        at++) {
      boolean isFurther =
          days.isEmpty()
              || (!further.isEmpty()
                  && furtherTried < FURTHER_DAYS
                  && further.first().isBefore(days.first()));
      furtherTried += isFurther ? 1 : 0;
      OnDay onDay = new OnDay(isFurther ? further.pollFirst() : days.pollFirst());
      Plan.Steps found = onDay.find();
      if (found != null) {
        return found;
      }
      days.addAll(Sets.difference(onDay.doneNow.laterDays(), tried));
      further.addAll(Sets.difference(onDay.doneThen.laterDays(), tried));
      further.removeAll(days);
    }
    return null;
  }

  private Plan.@Nullable Steps onOneOf(NavigableSet<LocalDate> days) {
    for (LocalDate day : days) {
      Plan.Steps found = tried.contains(day) ? null : new OnDay(day).find();
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /**
   * The same on a day before, where what is to be done does not begin at once, though it could have
   * been done in the past: as long after today as it takes, or on a day between that one and the
   * last on which there is none.
   */
  private Plan.Steps soonest(Plan.Steps found) {
    Plan.Steps soonest = found;
    for (Plan.Steps sooner = found; sooner != null && canBeSooner(soonest); ) {
      sooner = onOneOf(now.days().daysFor(soonest, day(soonest)).headSet(day(soonest), false));
      soonest = sooner == null ? soonest : sooner;
    }
    LocalDate none = Objects.requireNonNullElse(tried.lower(day(soonest)), asked.today());
    for (int at = 0; at < DAYS_BETWEEN && canBeSooner(soonest); at++) {
      LocalDate middle = none.plusDays(ChronoUnit.DAYS.between(none, day(soonest)) / 2);
      if (middle.equals(none)) {
        return soonest;
      }
      Plan.Steps sooner = new OnDay(middle).find();
      none = sooner == null ? middle : none;
      soonest = sooner == null ? soonest : sooner;
    }
    return soonest;
  }

  private boolean canBeSooner(Plan.Steps plan) {
    return work <= MOST_WORK_FOR_SOONEST
        && now.days().begins(plan, day(plan)).isAfter(asked.today());
  }

  /** The day on which steps begin, or with which it is earned; today where both are at once. */
  private LocalDate day(Plan.Steps plan) {
    LocalDate until = plan.waitUntil();
    return until == null ? Objects.requireNonNullElse(plan.startOn(), asked.today()) : until;
  }

  /**
   * Whether a credential has to be renewed, so that it must not be earned too early for another
   * one: what is new can then happen on the eve of a day.
   */
  private static boolean isRenewed(Award award) {
    return award.ways().stream().anyMatch(way -> way.rule().settings().validFor() != null);
  }

  /** A search for steps that earn it on a day, taken on it, before it, or now. */
  private final class OnDay {
    private final LocalDate day;
    private final Settled then;
    private final Planner doneNow;
    private final Planner doneThen;

    private OnDay(LocalDate day) {
      this.day = day;
      this.then = asked.settledOn(day);
      this.doneNow = doneOn(asked.today());
      this.doneThen = doneOn(day);
      tried.add(day);
    }

    private Planner doneOn(LocalDate newOn) {
      return asked.planner(then, credential, newOn, now.notFound());
    }

    private Plan.@Nullable Steps find() {
      Plan waiting = now.waiting(credential, doneNow);
      Plan.Steps found =
          waiting instanceof Plan.Steps steps && !now.days().reachesBack(steps) ? steps : null;
      List<Planner> planners = new ArrayList<>(List.of(doneThen, doneNow));
      if (isRenewed && day.isAfter(asked.today().plusDays(1))) {
        planners.add(doneOn(day.minusDays(1)));
      }
      for (Planner planner : planners) {
        if (found == null && planner.findsAny(credential)) {
          found = from(planner);
        }
        work += planner.work();
      }
      return found;
    }

    /**
     * The steps from the day on, where all are taken on it, or by it, where they are spread over
     * the days before; null where they would have to be taken in the past.
     */
    private Plan.@Nullable Steps from(Planner planner) {
      Plan plan = planner.plans(credential, 1).get(0);
      if (!(plan instanceof StatedSteps steps) || steps.waitUntil() != null) {
        return null;
      }
      if (!planner.days().reachesBack(steps) && !planner.days().begins(steps, day).isBefore(day)) {
        return steps.from(day);
      }
      return planner.days().isSpread(steps) && day.equals(asked.eligibleFrom(credential, steps))
          ? steps.by(day)
          : null;
    }
  }
}
