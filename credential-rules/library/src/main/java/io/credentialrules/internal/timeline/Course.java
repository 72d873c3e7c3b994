package io.credentialrules.internal.timeline;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.TreeSet;
import java.util.function.LongPredicate;

/**
 * Whether something holds, day by day. It can change only on its decisive days, so it is worked out
 * once for each, when it is first asked for; before the first of them it always was as it was.
 */
final class Course {
  private final long[] days;
  private final LongPredicate holdsOn;
  private final BitSet known = new BitSet();
  private final BitSet holding = new BitSet();

  /**
   * From the days on which it may change.
   *
   * @param floor a day up to which nothing is asked; {@link Courses#NO_FLOOR} for none
   * @param anyDay stands for all days where there is no decisive one
   * @param holdsOn decides for one day
   */
  Course(Collection<Long> decisive, long floor, long anyDay, LongPredicate holdsOn) {
    TreeSet<Long> later = new TreeSet<>(decisive);
    if (floor != Courses.NO_FLOOR) {
      later = new TreeSet<>(later.tailSet(floor, false));
    }
    long before = floor != Courses.NO_FLOOR ? floor : later.isEmpty() ? anyDay : later.first() - 1;
    later.add(before);
    this.days = later.stream().mapToLong(Long::longValue).toArray();
    this.holdsOn = holdsOn;
  }

  /** How many stretches of time there are, the one before all decisive days among them. */
  int size() {
    return days.length;
  }

  /** The first day of a stretch; for the first stretch any day in it. */
  long day(int stretch) {
    return days[stretch];
  }

  /** The stretch of a day. */
  int stretch(long day) {
    int found = Arrays.binarySearch(days, day);
    return Math.max(0, found >= 0 ? found : -found - 2);
  }

  boolean on(long day) {
    return in(stretch(day));
  }

  boolean in(int stretch) {
    if (!known.get(stretch)) {
      holding.set(stretch, holdsOn.test(days[stretch]));
      known.set(stretch);
    }
    return holding.get(stretch);
  }

  /** Whether it held in some stretch before that of a day. */
  boolean before(long day) {
    int last = stretch(day);
    for (int i = 0; i < last; i++) {
      if (in(i)) {
        return true;
      }
    }
    return false;
  }

  /** The first stretch of the uninterrupted time around one in which it holds. */
  int firstOf(int stretch) {
    int first = stretch;
    while (first > 0 && in(first - 1)) {
      first--;
    }
    return first;
  }

  /** The last stretch of the uninterrupted time around one in which it holds. */
  int lastOf(int stretch) {
    int last = stretch;
    while (last + 1 < days.length && in(last + 1)) {
      last++;
    }
    return last;
  }

  void addTo(Collection<Long> all) {
    for (int i = 1; i < days.length; i++) {
      all.add(days[i]);
    }
  }
}
