package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Different days, or weeks, of which the weeks, months or years of a grouping need several: of the
 * same date that they are grouped by.
 */
final class DaysOfGroups {
  /** Of one stretch that are tried. */
  private static final int MOST_TRIED = 31;

  private final Step.@Nullable Function counting;

  DaysOfGroups(Step.Total total, GroupedBy grouping) {
    Step.Function found = null;
    for (Step.Match match : total.patterns()) {
      String key = TotalGap.field(grouping.key(), match);
      for (Step.Function each : grouping.functions()) {
        if (key != null
            && each.kind() == Aggregation.COUNT_DISTINCT
            && key.equals(TotalGap.field(each, match))) {
          found = each;
        }
      }
    }
    this.counting = found;
  }

  /** Whether some function counts them. */
  boolean areCounted() {
    return counting != null;
  }

  /** How many further ones a group needs. */
  int lacking(GroupShort group) {
    return lacking(group.each(), group.filled());
  }

  private int lacking(Step.Total each, Slots filled) {
    int most = 0;
    if (counting != null && filled.at(counting.slot()) instanceof BigDecimal has) {
      for (TotalGap.Bound bound : TotalGap.bounds(each.tests(), counting, filled)) {
        if (!bound.passes() && bound.value() instanceof BigDecimal needs) {
          most =
              Math.max(most, Shortage.facts(needs.subtract(has), BigDecimal.ONE, bound.isStrict()));
        }
      }
    }
    return most;
  }

  /** Whether so many are left of a stretch, from a day to its last. */
  boolean haveRoom(GroupShort group, LocalDate from, LocalDate last) {
    int lacking = lacking(group);
    long days = ChronoUnit.DAYS.between(from, last) + 1;
    if (days < lacking) {
      return false;
    }
    Set<Object> present = present(group.group() == null ? List.of() : group.group().members());
    if (argument() instanceof Value.Field) {
      return days - present.stream().filter(day -> isBetween(day, from, last)).count() >= lacking;
    }
    Set<Object> left = new HashSet<>();
    for (LocalDate day = from; left.size() < lacking && !day.isAfter(last); day = day.plusDays(1)) {
      Object value = valueOf(day);
      if (value != null && !present.contains(value)) {
        left.add(value);
      }
    }
    return left.size() >= lacking;
  }

  private static boolean isBetween(Object value, LocalDate from, LocalDate last) {
    return value instanceof LocalDate day && !day.isBefore(from) && !day.isAfter(last);
  }

  /**
   * Days of the stretch of a day that bring something new to it, the latest first, but for one
   * before them that leaves about as many days to each that is still to come.
   */
  List<LocalDate> further(
      Summand group, Stretches spans, LocalDate of, LocalDate earliest, LocalDate latest) {
    List<Row> members = group.members();
    Set<Object> present = present(members == null ? List.of() : members);
    Set<Object> known = new HashSet<>();
    List<LocalDate> further = new ArrayList<>();
    int aboveTaken = 0;
    LocalDate first = spans.first(of).isBefore(earliest) ? earliest : spans.first(of);
    LocalDate last = spans.last(of).isAfter(latest) ? latest : spans.last(of);
    for (LocalDate day = last;
        !day.isBefore(first) && further.size() < MOST_TRIED;
        day = day.minusDays(1)) {
      Object value = valueOf(day);
      if (value != null && present.contains(value)) {
        aboveTaken = further.size();
      } else if (value != null && known.add(value)) {
        further.add(day);
      }
    }
    int below = further.size() - aboveTaken;
    int lacking = lacking(group.total(), group.filled());
    if (!present.isEmpty() && below >= lacking && lacking > 0) {
      further.add(0, further.remove(aboveTaken + below / (lacking + 1)));
    }
    return further;
  }

  private Set<Object> present(List<Row> members) {
    Set<Object> present = new HashSet<>();
    Value argument = argument();
    for (Row member : members) {
      Object value = argument == null ? null : argument.in(member);
      if (value != null) {
        present.add(Comparing.canonical(value));
      }
    }
    return present;
  }

  private @Nullable Object valueOf(LocalDate day) {
    Value argument = argument();
    DateChain chain = argument == null ? null : DateChain.of(argument);
    Object value = chain == null ? null : chain.on(day);
    return value == null ? null : Comparing.canonical(value);
  }

  private @Nullable Value argument() {
    return counting == null ? null : Objects.requireNonNull(counting.argument());
  }
}
