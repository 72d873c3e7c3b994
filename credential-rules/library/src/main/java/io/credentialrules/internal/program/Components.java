package io.credentialrules.internal.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits steps into groups that share no slot, patterns of a single step first, each group in its
 * order.
 */
public final class Components {
  private Components() {}

  /** The groups: single patterns first, then the others. */
  public static List<List<Step>> of(List<Step> steps) {
    if (steps.size() == 1) {
      return List.of(steps);
    }
    List<List<Step>> groups = new ArrayList<>();
    List<Set<Integer>> slots = new ArrayList<>();
    for (Step step : steps) {
      Set<Integer> own = new HashSet<>(step.fills());
      own.addAll(step.reads());
      List<Step> group = new ArrayList<>();
      int at = groups.size();
      for (int i = groups.size() - 1; i >= 0; i--) {
        if (slots.get(i).stream().anyMatch(own::contains)) {
          group.addAll(0, groups.remove(i));
          own.addAll(slots.remove(i));
          at = i;
        }
      }
      group.add(step);
      groups.add(at, group);
      slots.add(at, own);
    }
    List<List<Step>> ordered = new ArrayList<>();
    groups.stream().filter(Components::isSinglePattern).forEach(ordered::add);
    groups.stream().filter(group -> !isSinglePattern(group)).forEach(ordered::add);
    return ordered;
  }

  private static boolean isSinglePattern(List<Step> group) {
    return group.size() == 1 && group.get(0) instanceof Step.Match;
  }
}
