package io.credentialrules.internal.timeline;

import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.ValidTo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * The days on which something was achieved: the first on which it holds, and then each first day on
 * which it holds by itself on what came about after the day before. Each piece of evidence serves
 * one achievement only. What holds without anything that has a date is not achieved again, and is
 * never too old.
 */
final class Chain {
  /** Since ever, because what it rests on has no date. */
  static final long ALWAYS = Long.MIN_VALUE + 1;

  static final long NEVER = Long.MIN_VALUE + 2;

  private final Courses courses;
  private final Function<Courses, Course> what;
  private final CredentialSettings settings;
  private final List<Long> achieved = new ArrayList<>();
  private final List<Long> ends = new ArrayList<>();
  private long began = NEVER;
  private boolean endsUndated;
  private long lookedUntil = Long.MIN_VALUE;

  Chain(Courses courses, CredentialSettings settings, Function<Courses, Course> what) {
    this.settings = settings;
    this.courses = courses;
    this.what = what;
  }

  /** The last achievement up to a day. */
  long lastBy(long day) {
    int count = countBy(day);
    return count == 0 ? NEVER : isUndated(count - 1) ? ALWAYS : achieved.get(count - 1);
  }

  private boolean isUndated(int achievement) {
    return endsUndated && achievement == achieved.size() - 1;
  }

  /** The achievement before the last one up to a day. */
  long previous(long day) {
    int count = countBy(day);
    return count < 2 || isUndated(count - 1) ? Courses.NO_FLOOR : achieved.get(count - 2);
  }

  /** The days of all achievements, in order. */
  List<Long> all() {
    look(Long.MAX_VALUE);
    return achieved;
  }

  /** The last days on which they are valid, in the same order. */
  List<Long> ends() {
    look(Long.MAX_VALUE);
    return ends;
  }

  /** The last day on which the last achievement up to a day, which has a date, is valid. */
  long endBy(long day) {
    return ends.get(countBy(day) - 1);
  }

  /** An achievement up to the day after the end of the one before continues its validity. */
  private long end(long next) {
    if (next == ALWAYS) {
      return Long.MAX_VALUE;
    }
    if (ends.isEmpty() || next - 1 > ends.get(ends.size() - 1)) {
      began = next;
    }
    LocalDate earliest =
        LocalDate.ofEpochDay(next).plus(Objects.requireNonNull(settings.validFor()));
    ValidTo days = settings.validTo();
    return (days == null ? earliest : days.from(earliest, LocalDate.ofEpochDay(began)))
        .toEpochDay();
  }

  private int countBy(long day) {
    look(day);
    int found = Collections.binarySearch(achieved, day);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private void look(long until) {
    while (lookedUntil < until) {
      int count = achieved.size();
      long next = count == 0 ? first(until) : next(achieved.get(count - 1), until);
      if (next == NEVER) {
        lookedUntil = until;
      } else {
        ends.add(end(next));
        achieved.add(next);
        if (next == ALWAYS || what.apply(courses.after(next)).on(next)) {
          endsUndated = true;
          lookedUntil = Long.MAX_VALUE;
        }
      }
    }
  }

  private long first(long until) {
    Course course = what.apply(courses);
    if (course.in(0)) {
      return ALWAYS;
    }
    for (int i = 1; i < course.size() && course.day(i) <= until; i++) {
      if (course.in(i)) {
        return course.day(i);
      }
    }
    return NEVER;
  }

  /** The first day after an achievement on which it holds again, in all and on what came since. */
  private long next(long last, long until) {
    Course whole = what.apply(courses);
    Course again = what.apply(courses.after(last));
    int i = whole.stretch(last) + 1;
    int j = again.stretch(last) + 1;
    while (i < whole.size() || j < again.size()) {
      long day =
          Math.min(
              i < whole.size() ? whole.day(i) : Long.MAX_VALUE,
              j < again.size() ? again.day(j) : Long.MAX_VALUE);
      if (day > until) {
        return NEVER;
      }
      if (again.on(day) && whole.on(day)) {
        courses.forget(last);
        return day;
      }
      i += i < whole.size() && whole.day(i) == day ? 1 : 0;
      j += j < again.size() && again.day(j) == day ? 1 : 0;
    }
    return NEVER;
  }
}
