package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.work.Interruption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.SortedSet;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether something holds, day by day. It can change only on its decisive days, so it is worked out
 * once for each, when it is first asked for; before the first of them it always was as it was.
 */
final class Course {
  private final long before;
  private final long[] days;
  private final int offset;
  private final LongPredicate holdsOn;
  private final BitSet known = new BitSet();
  private final BitSet holding = new BitSet();

  private Course(long before, long[] days, int offset, LongPredicate holdsOn) {
    this.before = before;
    this.days = days;
    this.offset = offset;
    this.holdsOn = holdsOn;
  }

  /**
   * From the days on which it may change.
   *
   * @param floor a day up to which nothing is asked; {@link Courses#NO_FLOOR} for none
   * @param anyDay stands for all days where there is no decisive one
   * @param holdsOn decides for one day
   */
  static Course of(SortedSet<Long> decisive, long floor, long anyDay, LongPredicate holdsOn) {
    long[] days = new long[decisive.size()];
    int place = 0;
    for (long day : decisive) {
      days[place++] = day;
    }
    Course all = new Course(days.length == 0 ? anyDay : days[0] - 1, days, 0, holdsOn);
    return floor == Courses.NO_FLOOR ? all : all.after(floor, holdsOn);
  }

  /** Something else that can change on the same days, of which only later ones are asked. */
  Course after(long floor, LongPredicate holds) {
    int found = Arrays.binarySearch(days, floor);
    return new Course(floor, days, found >= 0 ? found + 1 : -found - 1, holds);
  }

  /** How many stretches of time there are, the one before all decisive days among them. */
  int size() {
    return days.length - offset + 1;
  }

  /** The first day of a stretch; for the first stretch any day in it. */
  long day(int stretch) {
    return stretch == 0 ? before : days[offset + stretch - 1];
  }

  /** The stretch of a day. */
  int stretch(long day) {
    int found = Arrays.binarySearch(days, offset, days.length, day);
    return (found >= 0 ? found + 1 : -found - 1) - offset;
  }

  boolean on(long day) {
    return in(stretch(day));
  }

  boolean in(int stretch) {
    if (!known.get(stretch)) {
      Interruption.check();
      holding.set(stretch, holdsOn.test(day(stretch)));
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
    return firstOf(stretch, this::in);
  }

  private static int firstOf(int stretch, IntPredicate holds) {
    int first = stretch;
    while (first > 0 && holds.test(first - 1)) {
      first--;
    }
    return first;
  }

  /** The uninterrupted time around a stretch in which it holds. */
  Span around(int stretch) {
    return around(stretch, this::in);
  }

  /** The same, which ends where it takes more to see whether it holds than a day may take. */
  Span seenAround(int stretch, Budget budget) {
    return around(stretch, other -> budget.isSeen(() -> in(other)));
  }

  private Span around(int stretch, IntPredicate holds) {
    int first = firstOf(stretch, holds);
    int last = stretch;
    while (last + 1 < size() && holds.test(last + 1)) {
      last++;
    }
    return new Span(
        first == 0 ? null : LocalDate.ofEpochDay(day(first)),
        last + 1 == size() ? null : LocalDate.ofEpochDay(day(last + 1) - 1));
  }

  /** The first day after another in whose stretch something is so; null when there is none. */
  @Nullable LocalDate next(LocalDate after, IntPredicate isSo) {
    for (int i = stretch(after.toEpochDay()) + 1; i < size(); i++) {
      if (isSo.test(i)) {
        return LocalDate.ofEpochDay(day(i));
      }
    }
    return null;
  }

  /** The first day from another on on which it is seen to hold; null when there is none. */
  @Nullable LocalDate nextSeen(LocalDate from, Budget budget) {
    return budget.isSeen(() -> on(from.toEpochDay()))
        ? from
        : next(from, stretch -> budget.isSeen(() -> in(stretch)));
  }

  void addTo(Collection<Long> all) {
    for (int i = 1; i < size(); i++) {
      all.add(day(i));
    }
  }
}
