package io.credentialrules.internal.explain;

import io.credentialrules.Measure;
import io.credentialrules.Shortfall;
import io.credentialrules.Shortfall.Cap;
import io.credentialrules.Shortfall.Group;
import io.credentialrules.Shortfall.Miss;
import io.credentialrules.Shortfall.NearFact;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Capped;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.result.StatedAmount;
import io.credentialrules.internal.result.StatedCap;
import io.credentialrules.internal.result.StatedGroup;
import io.credentialrules.internal.result.StatedMiss;
import io.credentialrules.internal.result.StatedTotal;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.Condition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out which totals of conditions that belong together are not what they must be. */
final class TotalShortfalls {
  private static final int MOST_GROUPS = 10;

  private final Matcher matcher;
  private final NearestFacts nearest;
  private final List<Step> steps;

  /** With all steps that the totals are among. */
  TotalShortfalls(Matcher matcher, NearestFacts nearest, List<Step> steps) {
    this.matcher = matcher;
    this.nearest = nearest;
    this.steps = steps;
  }

  /** What a total lacks, with the slots before it filled. */
  List<Shortfall> of(Step.Total total, Slots slots) {
    List<Slots> rows = matcher.rows(total.steps(), slots);
    Slots with = matcher.totalled(total, slots, rows);
    Set<Candidate> counted = new LinkedHashSet<>();
    for (Slots row : rows) {
      for (Step inner : total.steps()) {
        if (inner instanceof Step.Match match
            && row.at(match.slot()) instanceof Candidate candidate) {
          counted.add(candidate);
        }
      }
    }
    List<Shortfall> shortfalls = new ArrayList<>();
    for (Test test : total.tests()) {
      if (!test.in(with)) {
        Measure measure = Measures.of(test, with);
        shortfalls.add(
            measure == null
                ? new StatedTotal(
                    test.source().text(), test.source().span(), Shortfalls.facts(counted))
                : new StatedAmount(
                    test.source().text(),
                    test.source().span(),
                    measure,
                    Shortfalls.facts(counted),
                    caps(test, with),
                    groups(total, test, measure, slots)));
      }
    }
    return shortfalls;
  }

  /** The groups that are wanting, or too many; none where the test is not about the total. */
  private List<Group> groups(Step.Total total, Test test, Measure measure, Slots slots) {
    boolean wantsMore =
        measure.operator() == Operator.AT_LEAST
            || measure.operator() == Operator.MORE
            || (measure.has() != null && measure.has().compareTo(measure.needs()) < 0);
    List<Group> groups = new ArrayList<>();
    GroupedBy grouping = total.grouping();
    if (grouping != null
        && total.functions().stream().anyMatch(each -> test.slots().contains(each.slot()))) {
      Map<Object, List<NearFact>> near =
          wantsMore ? nearest(total.patterns(), grouping, slots) : Map.of();
      Set<Object> known = new HashSet<>();
      for (GroupedBy.Group group : matcher.groups(total, slots)) {
        known.add(group.value());
        if (group.isKept() != wantsMore) {
          groups.add(group(grouping, group, near));
        }
      }
      for (Map.Entry<Object, List<NearFact>> one : near.entrySet()) {
        if (!known.contains(one.getKey()) && !one.getValue().isEmpty()) {
          groups.add(group(grouping, grouping.none(one.getKey()), near));
        }
      }
    }
    groups.sort(
        Comparator.<Group>comparingInt(group -> group.misses().size())
            .thenComparing(group -> -percent(group))
            .thenComparing(Group::key));
    return groups.subList(0, Math.min(groups.size(), MOST_GROUPS));
  }

  private static int percent(Group group) {
    return group.misses().stream()
        .map(Miss::measure)
        .filter(Objects::nonNull)
        .mapToInt(Measure::percent)
        .sum();
  }

  private static Group group(
      GroupedBy grouping, GroupedBy.Group group, Map<Object, List<NearFact>> near) {
    return new StatedGroup(
        group.value().toString(),
        misses(grouping.tests(), group),
        near.getOrDefault(group.value(), List.of()));
  }

  /**
   * By the key of a group, the facts that nearly are in it; where several patterns are combined,
   * only what is asked of a fact by itself can be told.
   */
  private Map<Object, List<NearFact>> nearest(
      List<Step.Match> patterns, GroupedBy grouping, Slots slots) {
    Map<Object, List<NearFact>> near = new HashMap<>();
    for (Step.Match pattern : patterns) {
      if (Set.of(pattern.slot()).containsAll(grouping.key().slots())) {
        Step.Match match =
            patterns.size() == 1
                ? pattern
                : new Step.Match(pattern.slot(), pattern.type(), pattern.own(), pattern.source());
        nearest
            .named(match, slots, grouping.key())
            .forEach(
                (key, facts) ->
                    near.put(
                        key,
                        facts.stream().map(fact -> Shortfalls.near(match, fact, slots)).toList()));
      }
    }
    return near;
  }

  private static List<Miss> misses(List<Test> tests, Row group) {
    List<Miss> misses = new ArrayList<>();
    for (Test test : tests) {
      if (!test.in(group)) {
        misses.add(
            new StatedMiss(
                test.source().text(),
                test.source().span(),
                Measures.has(test, group),
                Measures.of(test, group)));
      }
    }
    return misses;
  }

  /** The totals that a test looks at and of which more is there than counts. */
  private List<Cap> caps(Test test, Slots slots) {
    List<Cap> caps = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Step.Total total) {
        for (Step.Function function : total.functions()) {
          if (function.argument() instanceof Capped capped
              && test.slots().contains(function.slot())) {
            Cap cap = cap(total, function, capped, slots);
            if (cap != null) {
              caps.add(cap);
            }
          }
        }
      }
    }
    return caps;
  }

  private @Nullable Cap cap(Step.Total total, Step.Function function, Capped capped, Slots slots) {
    List<? extends Row> rows = matcher.summed(total, slots);
    if (!(total.source() instanceof Condition.Accumulate accumulate)
        || !(slots.at(function.slot()) instanceof BigDecimal counts)
        || !(capped.uncapped(function.kind(), rows) instanceof BigDecimal has)
        || counts.compareTo(has) >= 0) {
      return null;
    }
    Condition.Aggregate written = accumulate.functions().get(total.functions().indexOf(function));
    return new StatedCap(written.text(), written.span(), has, counts, function.unit());
  }
}
