package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.policy.syntax.Today;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a record earns on any day, with what is known of it on one.
 *
 * <p><b>The idea.</b> Since when, until when, from when on, renewed when: all are questions of
 * which days the rules say yes. So the rules are asked, day by day, but only on the days on which
 * an answer can change, and of each rule only on its own. {@link RequirementDays} finds these days:
 * where a fact begins or ceases to count, a window opens or closes, a waiver begins, a birthday
 * comes, or a date reaches what the policy compares it with. Between two of them a requirement does
 * not change, because it reads nothing else. {@link Course} remembers the answers, one for each
 * stretch between decisive days.
 *
 * <p><b>Order.</b> What a requirement asks of others ({@code Met}, {@code Earned}) changes on their
 * decisive days, which are its own too. Policies have no cycles, so the days are found from the
 * bottom up, and with them the ends of validities: {@link Achievements} lists when a way was
 * achieved, which depends on what is below it only, and each achievement has an end, which is a
 * decisive day for what is above.
 *
 * <p><b>Achieved again.</b> A renewal is an achievement from what came about since the one before.
 * {@link Courses} are therefore kept for each such day: the same rules over the record without what
 * is older. The record as it is must satisfy the rules on that day too, so that an absence is an
 * absence in all of it.
 *
 * <p><b>Cost.</b> For each rule, the days that concern it times the facts that pass what its
 * patterns say of them alone, but for totals that can be followed from one day to the next ({@link
 * TotalDays}); nothing where no date or validity is asked for. A search by halves would be wrong:
 * with absences, ends and upper bounds, what holds on two days need not hold between them.
 * Answering with the engine, one session a day, was rejected because it decides the whole catalogue
 * each time where one credential is asked for. Used by one thread.
 */
public final class Timeline {
  private final Program program;
  private final KnownRecord known;
  private final Budget budget;
  private final DayDependence byDay;
  private final PatternFacts patternFacts;
  private final Map<Long, Courses> courses = new HashMap<>();
  private final Map<Integer, RequirementDays> decisive = new HashMap<>();
  private final Map<Integer, Boolean> lapsing = new HashMap<>();
  private final Issued issued;
  private final IdentityHashMap<Fact, TimedFact> timed = new IdentityHashMap<>();
  private final IdentityHashMap<Step.Total, Optional<TotalDays>> totals = new IdentityHashMap<>();

  /** Of a record as it is known. */
  public Timeline(Program program, DayDependence byDay, KnownRecord known, Budget budget) {
    this.program = program;
    this.byDay = byDay;
    this.known = known;
    this.budget = budget;
    this.patternFacts = new PatternFacts(program, known, budget);
    this.issued = new Issued(program, known);
  }

  /** The uninterrupted time around the date of evaluation on which a credential is earned. */
  public Span earned(int credential) {
    return span(courses(Courses.NO_FLOOR).credential(credential));
  }

  /** The same of a requirement that is satisfied. */
  public Span satisfied(int requirement) {
    return span(courses(Courses.NO_FLOOR).requirement(requirement));
  }

  private Span span(Course course) {
    return course.seenAround(course.stretch(today()), budget);
  }

  /** A credential with the time in which it is earned on the date of evaluation, or was before. */
  public Earned dated(int credential) {
    return courses(Courses.NO_FLOOR).dated(credential, today());
  }

  /** Whether a credential is earned on a day. */
  public boolean isEarned(int credential, LocalDate day) {
    return courses(Courses.NO_FLOOR).credential(credential).on(day.toEpochDay());
  }

  /** Whether a way awards its credential on a day; of null, for ever. */
  public boolean lasts(Way way, @Nullable LocalDate until) {
    long day = Objects.requireNonNullElse(until, LocalDate.MAX).toEpochDay();
    return budget.isSeen(() -> courses(Courses.NO_FLOOR).awards(way, day));
  }

  /**
   * The first day after another on which a credential is earned or not, as asked; null when there
   * is none.
   */
  public @Nullable LocalDate next(int credential, LocalDate after, boolean isEarned) {
    Course course = courses(Courses.NO_FLOOR).credential(credential);
    return course.next(after, stretch -> course.in(stretch) == isEarned);
  }

  /** The first day from another on on which a credential is seen to be earned; null for none. */
  public @Nullable LocalDate nextSeen(int credential, LocalDate from) {
    return courses(Courses.NO_FLOOR).credential(credential).nextSeen(from, budget);
  }

  /** Whether a credential may be earned or lost by the day alone. */
  public boolean mayChangeByDay(int credential) {
    return byDay.ofCredential(credential);
  }

  /** Whether something that is known begins or ceases to count after a day. */
  public boolean recordChangesAfter(LocalDate day) {
    return known.changesAfter(day.toEpochDay());
  }

  /** The first day on which a credential was earned, before the date of evaluation; or null. */
  public @Nullable LocalDate earnedBefore(int credential) {
    Course course = courses(Courses.NO_FLOOR).credential(credential);
    int last = course.stretch(today());
    for (int i = 0; i < last; i++) {
      if (course.in(i)) {
        return LocalDate.ofEpochDay(course.day(i));
      }
    }
    return null;
  }

  /** The validity of a way that is complete on the date of evaluation; null where it has no end. */
  public @Nullable Validity validity(Way way) {
    if (way.rule().settings().validFor() == null) {
      return null;
    }
    Courses all = courses(Courses.NO_FLOOR);
    Achievements achievements = all.achievements(way);
    long achieved = achievements.decisive(today());
    if (achieved == Chain.ALWAYS || achieved == Chain.NEVER) {
      return null;
    }
    LocalDate until = LocalDate.ofEpochDay(achievements.until(today()));
    boolean isValid = until.toEpochDay() >= today();
    return new Validity(
        LocalDate.ofEpochDay(achieved),
        until,
        isValid,
        isValid ? List.of() : achievements.notRenewed(all, today()));
  }

  /**
   * Whether a fact came about since the achievement before the last one, so that the last can rest
   * on it.
   */
  public boolean isOfLastAchievement(Way way, int requirement, Fact fact) {
    if (way.rule().settings().validFor() == null) {
      return true;
    }
    TimedFact found = timed(fact);
    long floor = courses(Courses.NO_FLOOR).achievements(way).floor(requirement, today());
    return found == null || floor == Chain.ALWAYS || found.isAfter(floor);
  }

  /** Whether a fact counts on a day; of null, for ever. */
  public boolean countsUntil(Fact fact, @Nullable LocalDate day) {
    TimedFact found = timed(fact);
    return found == null
        || (day == null ? found.until() == Long.MAX_VALUE : found.until() >= day.toEpochDay());
  }

  private @Nullable TimedFact timed(Fact fact) {
    if (timed.isEmpty()) {
      known.facts().stream()
          .filter(one -> !one.isOfView())
          .forEach(one -> timed.put(one.fact(), one));
    }
    return timed.get(fact);
  }

  Courses courses(long floor) {
    Courses found = courses.get(floor);
    if (found == null) {
      found = new Courses(this, floor);
      courses.put(floor, found);
    }
    return found;
  }

  /** What came about after a day is not asked for any more. */
  void forget(long floor) {
    courses.remove(floor);
  }

  RequirementDays decisiveDays(Requirement requirement) {
    RequirementDays days = decisive.get(requirement.number());
    if (days == null) {
      days = new RequirementDays(this, requirement);
      decisive.put(requirement.number(), days);
    }
    return days;
  }

  /**
   * Whether what a way asks for rests on a credential with a validity, which ends by itself, or on
   * when one was earned: then other days decide for what is achieved again.
   */
  boolean lapses(Way way) {
    return way.requires().stream().anyMatch(this::lapses);
  }

  /** The same of a requirement. */
  boolean lapses(int requirement) {
    Boolean known = lapsing.get(requirement);
    if (known == null) {
      RequirementDays rests = decisiveDays(program.requirements().get(requirement));
      known =
          rests.asksWhenEarned()
              || rests.requirements().stream().anyMatch(this::lapses)
              || rests.credentials().stream()
                  .flatMap(credential -> program.credentials().get(credential).ways().stream())
                  .anyMatch(way -> way.rule().settings().validFor() != null || lapses(way));
      lapsing.put(requirement, known);
    }
    return known;
  }

  boolean isInForce(Window window, VersionBy by, long day) {
    return window.equals(Window.ALWAYS)
        || window.contains(by.date(known.policyDate(), LocalDate.ofEpochDay(day)));
  }

  void addWindow(Window window, VersionBy by, Collection<Long> days) {
    if (by == VersionBy.EVALUATION_DATE || known.policyDate() == null) {
      if (window.from() != null) {
        days.add(window.from().toEpochDay());
      }
      if (window.until() != null) {
        days.add(window.until().toEpochDay());
      }
    }
  }

  /** The credentials as they were issued. */
  Issued issued() {
    return issued;
  }

  /** When facts begin and cease to be part of a total; null where that cannot be followed. */
  @Nullable TotalDays totalDays(Step.Total total) {
    Optional<TotalDays> found = totals.get(total);
    if (found == null) {
      found = Optional.of(total).filter(TotalDays::follow).map(of -> new TotalDays(this, of));
      totals.put(total, found);
    }
    return found.orElse(null);
  }

  /** A day as rules read it. */
  Candidate todayOn(long day, VocabularyType type) {
    return candidate(new Today(LocalDate.ofEpochDay(day)), type, day);
  }

  /** A fact as it is read on a day. */
  Candidate candidate(Object fact, VocabularyType type, long day) {
    return new Candidate(fact, type, known.on(day), budget);
  }

  long today() {
    return known.asOf().toLocalDate().toEpochDay();
  }

  KnownRecord known() {
    return known;
  }

  PatternFacts patternFacts() {
    return patternFacts;
  }

  Program program() {
    return program;
  }

  Budget budget() {
    return Objects.requireNonNull(budget);
  }
}
