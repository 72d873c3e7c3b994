package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.vocabulary.HeldCredential;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * When each requirement is satisfied and each credential earned, from what came about after one
 * day: after none for the record as it is, after the last achievement for what is achieved again.
 * Absences look at all of the record.
 */
final class Courses {
  static final long NO_FLOOR = Long.MIN_VALUE;

  private final Timeline timeline;
  private final long floor;
  private final Map<Integer, Course> requirements = new HashMap<>();
  private final Map<Integer, Course> credentials = new HashMap<>();
  private final IdentityHashMap<Way, Course> complete = new IdentityHashMap<>();
  private final IdentityHashMap<Way, Achievements> achievements = new IdentityHashMap<>();
  private final IdentityHashMap<Step.Total, RunningTotal> running = new IdentityHashMap<>();

  Courses(Timeline timeline, long floor) {
    this.timeline = timeline;
    this.floor = floor;
  }

  Timeline timeline() {
    return timeline;
  }

  /** The day after which everything came about. */
  long floor() {
    return floor;
  }

  /** The same from what came about after a later day. */
  Courses after(long day) {
    return timeline.courses(Math.max(floor, day));
  }

  /** Drops what was remembered of what came about after a later day. */
  void forget(long day) {
    timeline.forget(Math.max(floor, day));
  }

  /** A total as it changes from day to day; null where each day is worked out by itself. */
  @Nullable RunningTotal running(Step.Total total) {
    TotalDays days = timeline.totalDays(total);
    return days == null
        ? null
        : running.computeIfAbsent(total, first -> new RunningTotal(days, floor, timeline.budget()));
  }

  /** When a requirement is satisfied. */
  Course requirement(int number) {
    Course course = requirements.get(number);
    if (course == null) {
      Requirement requirement = program().requirements().get(number);
      if (floor != NO_FLOOR && !timeline.lapses(number)) {
        course =
            timeline
                .courses(NO_FLOOR)
                .requirement(number)
                .after(floor, day -> isSatisfied(requirement, day));
        requirements.put(number, course);
        return course;
      }
      RequirementDays decisive = timeline.decisiveDays(requirement);
      SortedSet<Long> days = decisive.refers() ? withReferred(decisive) : decisive.days();
      course = course(days, day -> isSatisfied(requirement, day));
      requirements.put(number, course);
    }
    return course;
  }

  private SortedSet<Long> withReferred(RequirementDays decisive) {
    TreeSet<Long> days = new TreeSet<>(decisive.days());
    addReferred(decisive, days);
    decisive.addWhenEarned(this, days);
    if (floor != NO_FLOOR) {
      timeline.courses(NO_FLOOR).addReferred(decisive, days);
      decisive.addWhenEarned(timeline.courses(NO_FLOOR), days);
    }
    return days;
  }

  private void addReferred(RequirementDays decisive, Set<Long> days) {
    decisive.requirements().forEach(met -> requirement(met).addTo(days));
    decisive.credentials().forEach(earned -> credential(earned).addTo(days));
  }

  private boolean isSatisfied(Requirement requirement, long day) {
    if (isWaived(requirement.number(), day)) {
      return true;
    }
    OneDay moment = new OneDay(this, day);
    timeline.budget().refillForDay();
    Matcher matcher = matcher(moment, day);
    for (Proof proof : moment.proofsInForce(requirement)) {
      for (Branch branch : proof.branches()) {
        if (matcher.exists(branch.steps(), Slots.empty(branch.slots()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** When all that a way asks for is satisfied, together where evidence is exclusive. */
  Course complete(Way way) {
    Course course = complete.get(way);
    if (course == null && floor != NO_FLOOR && !timeline.lapses(way)) {
      course = timeline.courses(NO_FLOOR).complete(way).after(floor, day -> isComplete(way, day));
      complete.put(way, course);
    }
    if (course == null) {
      TreeSet<Long> days = new TreeSet<>();
      way.requires().forEach(required -> requirement(required).addTo(days));
      course = course(days, day -> isComplete(way, day));
      complete.put(way, course);
    }
    return course;
  }

  private boolean isComplete(Way way, long day) {
    timeline.budget().spendOnDays(1);
    for (int required : way.requires()) {
      if (!requirement(required).on(day)) {
        return false;
      }
    }
    if (!Allocations.isExclusive(way)) {
      return true;
    }
    OneDay moment = new OneDay(this, day);
    timeline.budget().refillForDay();
    return new Allocations(program(), moment, matcher(moment, day), number -> isWaived(number, day))
        .isComplete(way);
  }

  private Matcher matcher(OneDay moment, long day) {
    return floor == NO_FLOOR
        ? new Matcher(moment)
        : new Matcher(moment, new Matcher(new OneDay(timeline.courses(NO_FLOOR), day)));
  }

  private boolean isWaived(int requirement, long day) {
    for (LocalDate waived : timeline.known().waived().get(requirement)) {
      if (waived.toEpochDay() <= day && waived.toEpochDay() > floor) {
        return true;
      }
    }
    return false;
  }

  /** When a way with a validity was achieved, and how long that lasts. */
  Achievements achievements(Way way) {
    Achievements achieved = achievements.get(way);
    if (achieved == null) {
      achieved = new Achievements(this, way);
      achievements.put(way, achieved);
    }
    return achieved;
  }

  /** When a credential is earned or held. */
  Course credential(int number) {
    Course course = credentials.get(number);
    if (course == null) {
      Award award = program().credentials().get(number);
      TreeSet<Long> days = new TreeSet<>();
      for (Way way : award.ways()) {
        complete(way).addTo(days);
        timeline.addWindow(way.rule().header().window(), way.rule().settings().versionBy(), days);
        if (way.rule().settings().validFor() != null) {
          achievements(way).addEnds(days);
        }
      }
      for (TimedFact held : timeline.issued().held(number)) {
        RequirementDays.add(held, days);
      }
      for (HeldCredential withdrawn : timeline.issued().withdrawn(number)) {
        if (withdrawn.awardedOn() != null) {
          days.add(withdrawn.awardedOn().toEpochDay());
        }
      }
      course = course(days, day -> isEarned(award, day));
      credentials.put(number, course);
    }
    return course;
  }

  private boolean isEarned(Award award, long day) {
    timeline.budget().spendOnDays(1);
    if (timeline.issued().isWithdrawn(award.number(), day)) {
      return false;
    }
    for (TimedFact held : timeline.issued().held(award.number())) {
      if (held.countsOn(day) && held.isAfter(floor)) {
        return true;
      }
    }
    for (Way way : award.ways()) {
      if (awards(way, day)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a way is in force, complete and valid. */
  boolean awards(Way way, long day) {
    return timeline.isInForce(way.rule().header().window(), way.rule().settings().versionBy(), day)
        && complete(way).on(day)
        && (way.rule().settings().validFor() == null || achievements(way).until(day) >= day);
  }

  /**
   * A credential with the uninterrupted time around a day in which it is earned; where it is not,
   * with the last such time before, and without dates where there is none.
   */
  Earned dated(int number, long day) {
    Course course = credential(number);
    int stretch = course.stretch(day);
    while (stretch >= 0 && !course.in(stretch)) {
      stretch--;
    }
    Earned fact = program().credentials().get(number).fact();
    return stretch < 0 ? fact : during(fact, course.around(stretch));
  }

  /** A credential with each uninterrupted time in which it is earned. */
  List<Earned> allDated(int number) {
    Course course = credential(number);
    Earned fact = program().credentials().get(number).fact();
    List<Earned> all = new ArrayList<>();
    for (int i = 0; i < course.size(); i++) {
      if (course.in(i) && course.firstOf(i) == i) {
        all.add(during(fact, course.around(i)));
      }
    }
    return all;
  }

  private static Earned during(Earned fact, Span time) {
    return fact.during(time.since(), time.until());
  }

  /** Whether a credential that is not earned on a day was earned before, and not withdrawn. */
  boolean hasLapsed(int credential, long day) {
    return credential(credential).before(day) && !timeline.issued().isWithdrawn(credential, day);
  }

  private Course course(SortedSet<Long> days, LongPredicate holdsOn) {
    timeline.budget().spendOnDays(days.size());
    return Course.of(days, floor, timeline.today(), holdsOn);
  }

  private Program program() {
    return timeline.program();
  }
}
