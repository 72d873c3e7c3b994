package io.credentialrules.internal.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The days on which something was achieved: the first on which it holds, and then each first day on
 * which it holds by itself on what came about after the day before. Each piece of evidence serves
 * one achievement only.
 */
final class Chain {
  /** Since ever, because what it rests on has no date. */
  static final long ALWAYS = Long.MIN_VALUE + 1;

  static final long NEVER = Long.MIN_VALUE + 2;

  private final Courses courses;
  private final Function<Courses, Course> what;
  private final List<Long> achieved = new ArrayList<>();
  private long lookedUntil = Long.MIN_VALUE;

  Chain(Courses courses, Function<Courses, Course> what) {
    this.courses = courses;
    this.what = what;
  }

  /** The last achievement up to a day. */
  long lastBy(long day) {
    int count = countBy(day);
    return count == 0 ? NEVER : achieved.get(count - 1);
  }

  /** The achievement before the last one up to a day. */
  long previous(long day) {
    int count = countBy(day);
    return count < 2 ? Courses.NO_FLOOR : achieved.get(count - 2);
  }

  /** All achievements, in order. */
  List<Long> all() {
    look(Long.MAX_VALUE);
    return achieved;
  }

  private int countBy(long day) {
    look(day);
    int count = achieved.size();
    while (count > 0 && achieved.get(count - 1) > day) {
      count--;
    }
    return count;
  }

  private void look(long until) {
    while (lookedUntil < until && !achieved.contains(ALWAYS)) {
      long next =
          achieved.isEmpty() ? first(until) : next(achieved.get(achieved.size() - 1), until);
      if (next == NEVER) {
        break;
      }
      achieved.add(next);
    }
    lookedUntil = Math.max(lookedUntil, until);
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

  private long next(long last, long until) {
    Course whole = what.apply(courses);
    Course again = what.apply(courses.after(last));
    TreeSet<Long> days = new TreeSet<>();
    whole.addTo(days);
    again.addTo(days);
    for (long day : days.tailSet(last, false)) {
      if (day > until) {
        break;
      }
      if (again.on(day) && whole.on(day)) {
        return day;
      }
    }
    return NEVER;
  }
}
