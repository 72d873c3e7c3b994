package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Totals;
import io.credentialrules.internal.program.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of a total that lacks something: one that there is, or one that nothing is in yet.
 *
 * @param each what is worked out for a group, as a total of its own
 * @param group the group; null for one that nothing is in
 * @param filled the slots with its results
 * @param facts how many further facts it needs, at the least
 * @param gap how far its tests are from passing
 */
record GroupShort(
    Step.Total each, GroupedBy.@Nullable Group group, Slots filled, int facts, BigDecimal gap) {

  /** Nearest first. */
  static final Comparator<GroupShort> NEAREST =
      Comparator.comparingInt(GroupShort::facts).thenComparing(GroupShort::gap);

  /** A group, or with null one that nothing is in yet. */
  static GroupShort of(
      Step.Total total, GroupedBy grouping, GroupedBy.@Nullable Group group, Slots slots) {
    Step.Total each =
        new Step.Total(total.steps(), grouping.functions(), grouping.tests(), total.source());
    Slots filled = slots.copy();
    Totals none = Totals.of(grouping.functions(), List.of());
    for (Step.Function function : grouping.functions()) {
      filled.put(
          function.slot(), group == null ? none.at(function.slot()) : group.at(function.slot()));
    }
    filled.put(grouping.slot(), group == null ? null : group.value());
    return new GroupShort(
        each,
        group,
        filled,
        Math.max(1, Shortage.of(each, filled)),
        TotalGap.gap(each.tests(), filled));
  }

  /** One that nothing is in yet. */
  static GroupShort fresh(Step.Total total, GroupedBy grouping, Slots slots) {
    return of(total, grouping, null, slots);
  }

  /** Those of some groups that are not kept and can still be, nearest first. */
  static List<GroupShort> among(
      List<GroupedBy.Group> groups, Step.Total total, GroupedBy grouping, Slots slots) {
    List<GroupShort> all = new ArrayList<>();
    for (GroupedBy.Group group : groups) {
      GroupShort one = group.isKept() ? null : of(total, grouping, group, slots);
      Excess excess = one == null ? null : Excess.of(one.each, one.filled);
      if (one != null && (excess == null || !excess.isCertain())) {
        all.add(one);
      }
    }
    all.sort(NEAREST);
    return all;
  }

  /** How many facts a total is short of on record, with those that its groups need. */
  static int together(PlanStart start, Step.Total total, Slots filled, int size) {
    int missing = Shortage.of(total, filled);
    GroupedBy grouping = total.grouping();
    Slots slots = Slots.empty(size);
    if (grouping == null) {
      return Math.max(
          missing,
          Shortage.ofMeans(total, start.matcher(start.empty()).rows(total.steps(), slots), filled)
              .stream()
              .mapToInt(Shortage.OfMean::facts)
              .max()
              .orElse(0));
    }
    List<GroupedBy.Group> groups = start.matcher(start.empty()).groups(total, slots);
    int ofGroups =
        nearest(
                among(groups, total, grouping, slots),
                fresh(total, grouping, slots),
                Shortage.of(counting(total, grouping), filled))
            .stream()
            .mapToInt(GroupShort::facts)
            .sum();
    return Math.max(missing, ofGroups);
  }

  /**
   * The functions alone that take as many groups as they are short: a result of a group that is
   * kept can be made larger.
   */
  private static Step.Total counting(Step.Total total, GroupedBy grouping) {
    List<Step.Function> counting =
        total.functions().stream().filter(function -> countsGroups(function, grouping)).toList();
    return new Step.Total(total.steps(), counting, total.tests(), total.source());
  }

  private static boolean countsGroups(Step.Function function, GroupedBy grouping) {
    boolean isOfKey =
        function.argument() instanceof Value.Slot slot && slot.slot() == grouping.slot();
    return switch (function.kind()) {
      case COUNT -> function.argument() == null || isOfKey;
      case COUNT_DISTINCT -> isOfKey;
      default -> false;
    };
  }

  /** The nearest of these and of new ones, so many. */
  static List<GroupShort> nearest(List<GroupShort> groups, GroupShort fresh, int most) {
    List<GroupShort> nearest = new ArrayList<>(groups);
    for (int more = 0; more < most; more++) {
      nearest.add(fresh);
    }
    nearest.sort(NEAREST);
    return nearest.subList(0, Math.min(most, nearest.size()));
  }
}
