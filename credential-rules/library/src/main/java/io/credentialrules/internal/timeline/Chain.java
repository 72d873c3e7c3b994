package io.credentialrules.internal.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
  private final List<Long> achieved = new ArrayList<>();
  private boolean endsUndated;
  private long lookedUntil = Long.MIN_VALUE;

  Chain(Courses courses, Function<Courses, Course> what) {
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
