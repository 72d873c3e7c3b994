package io.credentialrules.internal.plan;

import io.credentialrules.Plan.Relation;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.result.StatedDemand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The weeks, months or years by which combinations are grouped: stretches of days that have the
 * same key. A later day never has an earlier key.
 */
record Stretches(DateChain key) {
  /** Longer than any year. */
  private static final int MOST_DAYS = 400;

  /** The spans of a grouping; null where it is not by dates. */
  static @Nullable Stretches of(GroupedBy grouping) {
    return of(grouping.key());
  }

  /** The spans of a date, or of the week, month or year of one; null for any other value. */
  static @Nullable Stretches of(Value key) {
    DateChain chain = DateChain.of(key);
    return chain == null ? null : new Stretches(chain);
  }

  /** The key of a day; null beyond the calendar. */
  @Nullable Object of(LocalDate day) {
    return key.on(day);
  }

  LocalDate first(LocalDate day) {
    return end(day, -1);
  }

  LocalDate last(LocalDate day) {
    return end(day, 1);
  }

  /** The last day in a direction that has the same key, by halving. */
  private LocalDate end(LocalDate day, int direction) {
    Object own = of(day);
    int same = 0;
    int other = MOST_DAYS;
    while (own != null && other - same > 1) {
      int between = (same + other) / 2;
      if (own.equals(of(day.plusDays((long) direction * between)))) {
        same = between;
      } else {
        other = between;
      }
    }
    return day.plusDays((long) direction * same);
  }

  /**
   * A day of each of the first spans between two days, so many, from the first to the last: the
   * earliest day of the earliest span, and the last day of each other.
   */
  List<LocalDate> between(LocalDate earliest, LocalDate latest, int most) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate day = earliest;
    while (!day.isAfter(latest) && days.size() < most) {
      LocalDate last = last(day);
      days.add(days.isEmpty() ? day : earlier(last, latest));
      day = last.plusDays(1);
    }
    return days;
  }

  /** The first day of the span that begins so many spans before that of a day. */
  LocalDate earliest(LocalDate day, int spans) {
    LocalDate earliest = first(day);
    for (int before = 1; before < spans; before++) {
      earliest = first(earliest.minusDays(1));
    }
    return earliest;
  }

  /** Whether something of a span can have what it needs from a day on. */
  interface Room {
    boolean isIn(Object span, LocalDate from, LocalDate last);
  }

  /**
   * By when so many spans that there is room in can each have something, from a day on: for one of
   * them that takes one day its first day, for more the last day of the last.
   */
  LocalDate after(LocalDate from, int more, boolean takesOneDay, Room room) {
    LocalDate day = from;
    int found = 0;
    for (int looked = 0; looked < MOST_DAYS; looked++) {
      LocalDate last = last(day);
      Object own = of(day);
      if (own != null && room.isIn(own, day, last) && ++found >= more) {
        return more == 1 && takesOneDay ? day : last;
      }
      day = last.plusDays(1);
    }
    return from;
  }

  /** Whether two dates of a plan are different days of the same stretches, of which there are. */
  static boolean areOne(List<Stretches> all, FieldDemands one, FieldDemands other) {
    return !all.isEmpty()
        && one.example().orElse(null) instanceof LocalDate day
        && other.example().orElse(null) instanceof LocalDate another
        && !day.equals(another)
        && all.stream().allMatch(each -> Objects.equals(each.of(day), each.of(another)));
  }

  /**
   * What is asked of a date so that it stays in the same stretches as the one that a plan was tried
   * with; null where there are none, or where other than the first and the last day is asked
   * already.
   */
  static @Nullable List<StatedDemand> around(
      List<Stretches> all, LocalDate since, LocalDate until, FieldDemands field) {
    if (all.isEmpty() || !(field.example().orElse(null) instanceof LocalDate day)) {
      return null;
    }
    LocalDate first = since;
    LocalDate last = until;
    for (Stretches one : all) {
      first = later(first, one.first(day));
      last = earlier(last, one.last(day));
    }
    for (StatedDemand demand : field.demands()) {
      Object bound = demand.values().isEmpty() ? null : demand.values().get(0);
      if (demand.relation() == Relation.AT_LEAST && bound instanceof LocalDate asked) {
        first = later(first, asked);
      } else if (demand.relation() == Relation.AT_MOST && bound instanceof LocalDate asked) {
        last = earlier(last, asked);
      } else {
        return null;
      }
    }
    return List.of(demand(field, Relation.AT_LEAST, first), demand(field, Relation.AT_MOST, last));
  }

  private static StatedDemand demand(FieldDemands field, Relation relation, LocalDate day) {
    return new StatedDemand(field.field().name(), relation, List.of(day), List.of(), false);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
