package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
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

  /** Of groups that there are, so that a new one is tried too. */
  private static final int MOST_OF_GROUPS = 40;

  /** Functions that are larger where a group comes to more. */
  private static final Set<Aggregation> GROWING =
      Set.of(Aggregation.SUM, Aggregation.AVERAGE, Aggregation.MIN, Aggregation.MAX);

  private final NextValues next;
  private final PlanStart start;
  private final Step.Total total;
  private final GroupedBy grouping;
  private final SpansToCome toCome;

  GroupValues(NextValues next, PlanStart start, Step.Total total, GroupedBy grouping) {
    this.next = next;
    this.start = start;
    this.total = total;
    this.grouping = grouping;
    this.toCome = new SpansToCome(start, next.allowsPast(), total, grouping);
  }

  /** Which values to try, the best first; nothing in particular where a key is no single field. */
  List<Map<String, Optional<Object>>> values(Summand summand) {
    String key = TotalGap.field(grouping.key(), summand.match());
    VocabularyField field = key == null ? null : summand.match().type().field(key);
    if (key == null || field == null) {
      return List.of(Map.of());
    }
    List<GroupedBy.Group> groups = start.matcher(summand.state()).groups(total, summand.slots());
    if (toCome.takeTooManyDays(summand)) {
      return List.of();
    }
    Map<Object, LocalDate> days = toCome.days(groups, summand.slots());
    toCome.keepLaterDay(summand.slots());
    List<Map<String, Optional<Object>>> all = new ArrayList<>();
    List<GroupShort> tried =
        new ArrayList<>(GroupShort.among(groups, total, grouping, summand.slots()));
    tried.addAll(oneShort(tried), larger(summand, groups));
    for (GroupShort one : tried) {
      GroupedBy.Group group = one.group();
      Object value = group == null ? null : keyOf(group, field, summand.match(), days);
      if (value != null) {
        add(summand.of(forWhole(one, summand)), key, List.of(value), all, MOST_OF_GROUPS);
      }
    }
    for (GroupedBy.Group group : groups) {
      Object value = group.isKept() ? keyOf(group, field, summand.match(), days) : null;
      if (value != null) {
        addToExclude(summand, group, key, value, all);
      }
    }
    GroupShort fresh = forWhole(GroupShort.fresh(total, grouping, summand.slots()), summand);
    Summand ofFresh = summand.of(fresh);
    add(ofFresh, key, freshKeys(ofFresh, groups, key, days), all, MOST_VALUES);
    return all;
  }

  /** How many of these, the first, lack one fact alone. */
  private static int oneShort(List<GroupShort> nearest) {
    return (int) nearest.stream().takeWhile(one -> one.facts() <= 1).count();
  }

  /** The groups that are kept, where more of what they come to is more of the whole. */
  private List<GroupShort> larger(Summand summand, List<GroupedBy.Group> groups) {
    List<GroupShort> kept = new ArrayList<>();
    for (GroupedBy.Group group : groups) {
      if (group.isKept() && !lacks(summand, group).isEmpty()) {
        kept.add(GroupShort.of(total, grouping, group, summand.slots()));
      }
    }
    return kept;
  }

  /** A group that is to come to what the whole lacks, and otherwise to what it lacks itself. */
  private GroupShort forWhole(GroupShort one, Summand summand) {
    List<Test> tests = new ArrayList<>(lacks(summand, one.group()));
    tests.addAll(one.each().tests());
    Step.Total each =
        new Step.Total(one.each().steps(), one.each().functions(), tests, total.source());
    return new GroupShort(each, one.group(), one.filled(), one.facts(), one.gap());
  }

  /** What a group would have to come to so that functions of groups are large enough. */
  private List<Test> lacks(Summand summand, GroupedBy.@Nullable Group group) {
    List<Test> lacks = new ArrayList<>();
    for (Step.Function whole : total.functions()) {
      for (Step.Function own : grouping.functions()) {
        if (!(whole.argument() instanceof Value.Slot slot)
            || slot.slot() != own.slot()
            || !GROWING.contains(whole.kind())) {
          continue;
        }
        BigDecimal has =
            group != null && group.isKept() && group.at(own.slot()) instanceof BigDecimal amount
                ? amount
                : BigDecimal.ZERO;
        for (BigDecimal missing : TotalGap.shortOf(total.tests(), whole, summand.filled())) {
          BigDecimal before =
              summand.filled().at(whole.slot()) instanceof BigDecimal sum ? sum : BigDecimal.ZERO;
          BigDecimal needs = missing.add(whole.kind() == Aggregation.SUM ? has : before);
          if (missing.signum() > 0) {
            Value.Literal literal = Value.Literal.of(FieldKind.AMOUNT, needs);
            lacks.add(
                new Test(
                    total.tests().get(0).source(),
                    new Comparison(slot, Operator.AT_LEAST, literal)));
          }
        }
      }
    }
    return lacks;
  }

  private List<Object> freshKeys(
      Summand summand,
      List<GroupedBy.Group> groups,
      String key,
      @Nullable Map<Object, LocalDate> days) {
    if (days == null) {
      Step.Function keys =
          new Step.Function(grouping.slot(), Aggregation.COUNT_DISTINCT, grouping.key(), "");
      Set<Object> known = new HashSet<>();
      groups.forEach(group -> known.add(group.value()));
      return next.fresh(summand, keys, key, grouping.key()).stream()
          .filter(value -> !known.contains(Comparing.canonical(value)))
          .toList();
    }
    Map<Object, LocalDate> fresh = new LinkedHashMap<>(days);
    groups.forEach(group -> fresh.remove(group.value()));
    return List.copyOf(fresh.values());
  }

  private void add(
      Summand group,
      String key,
      List<Object> keys,
      List<Map<String, Optional<Object>>> all,
      int most) {
    if (all.size() >= most || keys.isEmpty()) {
      return;
    }
    Stretches spans = Stretches.of(grouping);
    DaysOfGroups days = spans == null ? null : new DaysOfGroups(total, grouping);
    LocalDate earliest = next.allowsPast() ? LocalDate.MIN : start.since();
    List<Map<String, Optional<Object>>> amounts = next.values(group);
    for (Object one : keys) {
      List<?> own =
          days != null && spans != null && one instanceof LocalDate day && days.areCounted()
              ? days.further(group, spans, day, earliest, start.today())
              : List.of(one);
      for (Object value : own) {
        for (Map<String, Optional<Object>> amount : amounts) {
          Map<String, Optional<Object>> values = new HashMap<>(amount);
          values.put(key, Optional.of(value));
          if (all.size() < most && !all.contains(values)) {
            all.add(values);
          }
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
            if (amount.signum() > 0 && all.size() < MOST_OF_GROUPS) {
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

  /** Those of some groups that lack something and that something new can be in, nearest first. */
  List<GroupShort> inReach(List<GroupedBy.Group> groups, Slots slots) {
    List<GroupShort> all = GroupShort.among(groups, total, grouping, slots);
    Map<Object, LocalDate> days = toCome.days(groups, slots);
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
