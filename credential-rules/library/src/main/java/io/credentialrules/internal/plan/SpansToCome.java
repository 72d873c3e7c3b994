package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Capped;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The weeks, months or years of a grouping in which something new can happen. */
final class SpansToCome {
  private static final int MOST_SPANS = 60;

  /** Of all groups together that several days are planned for: each is tried with all others. */
  private static final int MOST_DAYS = 40;

  /** Squared days times facts: each trial of a day looks at all facts, and days are tried anew. */
  private static final long MOST_LOOKED_AT = 25_000;

  private static final int LAST_YEAR = 9_000;

  private final PlanStart start;
  private final boolean allowsPast;
  private final Step.Total total;
  private final GroupedBy grouping;

  SpansToCome(PlanStart start, boolean allowsPast, Step.Total total, GroupedBy grouping) {
    this.start = start;
    this.allowsPast = allowsPast;
    this.total = total;
    this.grouping = grouping;
  }

  /**
   * For each span in which something new can happen, a day of it, the earliest first unless it can
   * have happened before; null where the groups are no spans.
   */
  @Nullable Map<Object, LocalDate> days(List<GroupedBy.Group> groups, Slots slots) {
    Stretches spans = Stretches.of(grouping);
    if (spans == null) {
      return null;
    }
    LocalDate today = start.today();
    Map<Object, LocalDate> days = new LinkedHashMap<>();
    if (today.getYear() > LAST_YEAR) {
      return days;
    }
    LocalDate earliest = allowsPast ? spans.earliest(today, MOST_SPANS) : start.since();
    List<LocalDate> between = spans.between(earliest, today, MOST_SPANS);
    if (allowsPast) {
      Collections.reverse(between);
    }
    DaysOver over = new DaysOver(start, total, grouping.key(), slots);
    for (LocalDate day : between) {
      Object span = spans.of(day);
      if (span != null) {
        LocalDate last = spans.last(day);
        days.put(span, !over.isOver(day) ? day : last.isBefore(today) ? last : today);
      }
    }
    DaysOfGroups counted = new DaysOfGroups(total, grouping);
    if (counted.areCounted()) {
      Map<Object, GroupShort> known = new HashMap<>();
      groups.forEach(
          group -> known.put(group.value(), GroupShort.of(total, grouping, group, slots)));
      GroupShort fresh = GroupShort.fresh(total, grouping, slots);
      days.entrySet()
          .removeIf(
              day -> {
                LocalDate first = spans.first(day.getValue());
                LocalDate last = spans.last(day.getValue());
                return !counted.haveRoom(
                    known.getOrDefault(day.getKey(), fresh),
                    first.isBefore(earliest) ? earliest : first,
                    last.isAfter(today) ? today : last);
              });
    }
    return days;
  }

  /** Whether the groups that are missing take more days than a plan is looked for with. */
  boolean takeTooManyDays(Summand summand) {
    DaysOfGroups counted = new DaysOfGroups(total, grouping);
    long each = counted.lacking(GroupShort.fresh(total, grouping, summand.slots()));
    if (each <= 1 || Stretches.of(grouping) == null) {
      return false;
    }
    long days = each * Shortage.of(total, summand.filled());
    long facts = start.candidates(summand.match().type(), start.empty()).size() + days / 3;
    return days > MOST_DAYS || days * days * facts > MOST_LOOKED_AT;
  }

  /** Keeps the day on which what is missing on record can be there. */
  void keepLaterDay(Slots slots) {
    Stretches spans = Stretches.of(grouping);
    LocalDate today = start.today();
    Matcher matcher = start.matcher(start.empty());
    int missing = Shortage.of(total, matcher.totalled(total, slots));
    if (spans != null
        && !allowsPast
        && today.getYear() <= LAST_YEAR
        && missing > 0
        && missing <= MOST_SPANS
        && !keepsDayOfCapped(slots)) {
      Set<Object> kept = new HashSet<>();
      Map<Object, GroupShort> known = new HashMap<>();
      for (GroupedBy.Group group : matcher.groups(total, slots)) {
        if (group.isKept()) {
          kept.add(group.value());
        }
        known.put(group.value(), GroupShort.of(total, grouping, group, slots));
      }
      DaysOfGroups days = new DaysOfGroups(total, grouping);
      GroupShort fresh = GroupShort.fresh(total, grouping, slots);
      boolean takesOneDay =
          days.lacking(fresh) <= 1
              && known.values().stream().allMatch(one -> days.lacking(one) <= 1);
      DaysOver over = new DaysOver(start, total, grouping.key(), slots);
      LocalDate day =
          spans.after(
              start.since(),
              missing,
              takesOneDay,
              (span, from, last) ->
                  !kept.contains(span)
                      && !over.isOver(last)
                      && days.haveRoom(known.getOrDefault(span, fresh), from, last));
      if (!isPastLast(day)) {
        start.laterDays().keep(day);
      }
    }
  }

  /** Whether the policy names a date by which what is grouped must have happened. */
  private boolean isPastLast(LocalDate day) {
    return total.steps().stream()
        .flatMap(step -> step instanceof Step.Match match ? match.tests().stream() : Stream.of())
        .map(Test::comparison)
        .flatMap(Stream::ofNullable)
        .anyMatch(
            comparison ->
                isPastLast(day, comparison.left(), comparison.operator(), comparison.right())
                    || isPastLast(
                        day,
                        comparison.right(),
                        comparison.operator().mirrored(),
                        comparison.left()));
  }

  private boolean isPastLast(LocalDate day, Value value, Operator operator, Value bound) {
    DateChain key = DateChain.of(grouping.key());
    DateChain chain = DateChain.of(value);
    if (key == null
        || chain == null
        || !chain.field().equals(key.field())
        || !(bound.literal() instanceof LocalDate last)) {
      return false;
    }
    LocalDate on = chain.on(day);
    return on != null
        && switch (operator) {
          case LESS -> !on.isBefore(last);
          case AT_MOST, EQUAL -> on.isAfter(last);
          default -> false;
        };
  }

  /**
   * Where a sum counts only so much of each span, keeps the day on which there are enough with what
   * those have that are there; whether it does.
   */
  private boolean keepsDayOfCapped(Slots slots) {
    Stretches spans = Stretches.of(grouping);
    if (spans == null || !grouping.tests().isEmpty()) {
      return false;
    }
    Matcher matcher = start.matcher(start.empty());
    Slots filled = matcher.totalled(total, slots);
    boolean areCapped = false;
    for (Step.Function whole : total.functions()) {
      for (Step.Function own : grouping.functions()) {
        if (whole.kind() == Aggregation.SUM
            && whole.argument() instanceof Value.Slot slot
            && slot.slot() == own.slot()
            && own.argument() instanceof Capped capped
            && capped.each() == null
            && capped.way() != Capped.Way.GREATEST) {
          areCapped = true;
          Map<Object, BigDecimal> used = new HashMap<>();
          for (GroupedBy.Group group : matcher.groups(total, slots)) {
            if (group.at(own.slot()) instanceof BigDecimal amount) {
              used.put(group.value(), amount);
            }
          }
          CountedSpans counted =
              new CountedSpans(
                  start, grouping.key(), spans, new DaysOver(start, total, grouping.key(), slots));
          TotalGap.shortOf(total.tests(), whole, filled)
              .forEach(missing -> counted.keepLaterDay(used, capped.most(), missing));
        }
      }
    }
    return areCapped;
  }
}
