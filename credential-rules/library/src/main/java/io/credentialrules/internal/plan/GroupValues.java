package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of one more fact for a total over groups: in the group that lacks least, or in one that
 * nothing is in yet, with what the group lacks.
 *
 * <p>Something new is in no group of days that have passed. Where it takes more weeks, months or
 * years than this one, the day is kept on which enough of them have passed.
 */
final class GroupValues {
  private static final int MOST_VALUES = 50;
  private static final int MOST_SPANS = 60;
  private static final int LAST_YEAR = 9_000;

  private final NextValues next;
  private final PlanStart start;
  private final Step.Total total;
  private final GroupedBy grouping;

  GroupValues(NextValues next, PlanStart start, Step.Total total, GroupedBy grouping) {
    this.next = next;
    this.start = start;
    this.total = total;
    this.grouping = grouping;
  }

  /** Which values to try, the best first; nothing in particular where a key is no single field. */
  List<Map<String, Optional<Object>>> values(Summand summand) {
    String key = TotalGap.field(grouping.key(), summand.match());
    VocabularyField field = key == null ? null : summand.match().type().field(key);
    if (key == null || field == null) {
      return List.of(Map.of());
    }
    List<GroupedBy.Group> groups = start.matcher(summand.state()).groups(total, summand.slots());
    Map<Object, LocalDate> days = days();
    keepLaterDay(summand.slots());
    List<Map<String, Optional<Object>>> all = new ArrayList<>();
    for (GroupShort one : GroupShort.among(groups, total, grouping, summand.slots())) {
      GroupedBy.Group group = one.group();
      Object value = group == null ? null : keyOf(group, field, summand.match(), days);
      if (value != null) {
        add(summand.of(one, grouping), key, List.of(value), all);
      }
    }
    for (GroupedBy.Group group : groups) {
      Object value = group.isKept() ? keyOf(group, field, summand.match(), days) : null;
      if (value != null) {
        addToExclude(summand, group, key, value, all);
      }
    }
    Summand fresh = summand.of(GroupShort.fresh(total, grouping, summand.slots()), grouping);
    add(fresh, key, freshKeys(summand, groups, key, days), all);
    return all;
  }

  private List<Object> freshKeys(
      Summand summand,
      List<GroupedBy.Group> groups,
      String key,
      @Nullable Map<Object, LocalDate> days) {
    if (days == null) {
      Step.Function keys =
          new Step.Function(grouping.slot(), Aggregation.COUNT_DISTINCT, grouping.key(), "");
      return next.fresh(summand, keys, key, grouping.key());
    }
    Map<Object, LocalDate> fresh = new LinkedHashMap<>(days);
    groups.forEach(group -> fresh.remove(group.value()));
    return List.copyOf(fresh.values());
  }

  private void add(
      Summand group, String key, List<Object> keys, List<Map<String, Optional<Object>>> all) {
    List<Map<String, Optional<Object>>> amounts = next.values(group);
    for (Object one : keys) {
      for (Map<String, Optional<Object>> amount : amounts) {
        if (all.size() < MOST_VALUES) {
          Map<String, Optional<Object>> values = new HashMap<>(amount);
          values.put(key, Optional.of(one));
          all.add(values);
        }
      }
    }
  }

  /** With more than a group may have that is not to be counted. */
  private void addToExclude(
      Summand summand,
      GroupedBy.Group group,
      String key,
      Object value,
      List<Map<String, Optional<Object>>> all) {
    for (Step.Function function : grouping.functions()) {
      String field = TotalGap.field(function, summand.match());
      if (field == null
          || function.kind() != Aggregation.SUM
          || !(group.at(function.slot()) instanceof BigDecimal has)) {
        continue;
      }
      Slots filled = summand.filled().with(function.slot(), has);
      for (TotalGap.Bound bound : TotalGap.bounds(grouping.tests(), function, filled)) {
        if (bound.value() instanceof BigDecimal most) {
          BigDecimal more = most.subtract(has);
          for (BigDecimal amount : List.of(more, more.add(TotalGap.least(most)))) {
            if (amount.signum() > 0 && all.size() < MOST_VALUES) {
              all.add(Map.of(field, Optional.of(amount), key, Optional.of(value)));
            }
          }
        }
      }
    }
  }

  /** What a fact has that is in a group; null where nothing new can be in it. */
  private static @Nullable Object keyOf(
      GroupedBy.Group group,
      VocabularyField field,
      Step.Match match,
      @Nullable Map<Object, LocalDate> days) {
    if (days != null) {
      return days.get(group.value());
    }
    return group.at(match.slot()) instanceof Candidate candidate ? candidate.value(field) : null;
  }

  /**
   * For each span in which something new can happen, a day of it, the earliest first unless it can
   * have happened before; null where the groups are no spans.
   */
  private @Nullable Map<Object, LocalDate> days() {
    Stretches spans = Stretches.of(grouping);
    if (spans == null) {
      return null;
    }
    LocalDate today = start.today();
    Map<Object, LocalDate> days = new LinkedHashMap<>();
    if (today.getYear() > LAST_YEAR) {
      return days;
    }
    LocalDate earliest = next.allowsPast() ? spans.earliest(today, MOST_SPANS) : start.since();
    List<LocalDate> between = spans.between(earliest, today, MOST_SPANS);
    if (!next.allowsPast()) {
      Collections.reverse(between);
    }
    for (LocalDate day : between) {
      Object span = spans.of(day);
      if (span != null) {
        days.put(span, day);
      }
    }
    return days;
  }

  /** Keeps the day on which what is missing on record can be there. */
  private void keepLaterDay(Slots slots) {
    Stretches spans = Stretches.of(grouping);
    LocalDate today = start.today();
    Matcher matcher = start.matcher(start.empty());
    int missing = Shortage.of(total, matcher.totalled(total, slots));
    if (spans != null
        && !next.allowsPast()
        && today.getYear() <= LAST_YEAR
        && missing > 0
        && missing <= MOST_SPANS) {
      Set<Object> kept = new HashSet<>();
      for (GroupedBy.Group group : matcher.groups(total, slots)) {
        if (group.isKept()) {
          kept.add(group.value());
        }
      }
      start.keepForLater(spans.after(today, missing, kept));
    }
  }

  /** Those of some groups that lack something and that something new can be in, nearest first. */
  List<GroupShort> inReach(List<GroupedBy.Group> groups, Slots slots) {
    List<GroupShort> all = GroupShort.among(groups, total, grouping, slots);
    Map<Object, LocalDate> days = days();
    if (days == null) {
      return all;
    }
    List<GroupShort> inReach = new ArrayList<>();
    for (GroupShort one : all) {
      if (one.group() != null && days.containsKey(one.group().value())) {
        inReach.add(one);
      }
    }
    return inReach;
  }
}
