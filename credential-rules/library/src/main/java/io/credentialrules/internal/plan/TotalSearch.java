package io.credentialrules.internal.plan;

import io.credentialrules.Plan.Action;
import io.credentialrules.internal.plan.Draft.Origin;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings totals to where they must be. */
final class TotalSearch {
  /** How many facts that do not count yet are tried where each trial is an allocation. */
  private static final int UPGRADES = 12;

  private final PlanStart planStart;
  private final StepSearch search;
  private final NextValues nextValues;

  TotalSearch(PlanStart planStart, FieldValues fieldValues, StepSearch search) {
    this.planStart = planStart;
    this.search = search;
    this.nextValues = new NextValues(planStart, fieldValues);
  }

  /** The totals whose results a total looks at, among steps before it, and itself last. */
  static List<Step.Total> together(List<Step> before, Step.Total total) {
    List<Step.Total> totals = new ArrayList<>();
    for (Step step : before) {
      if (step instanceof Step.Total other
          && other.fills().stream().anyMatch(slot -> total.reads().contains(slot))) {
        totals.add(other);
      }
    }
    totals.add(total);
    return totals;
  }

  /** States in which totals pass their tests, the smallest first. */
  List<State> states(SearchBounds bounds, List<Step.Total> totals, Slots slots, State state) {
    List<State> lifted = new ArrayList<>();
    for (boolean onlyNew : new boolean[] {false, true}) {
      State found = new Climb(this, bounds, totals, slots, state, onlyNew).climb();
      if (found != null
          && lifted.stream()
              .noneMatch(
                  one -> one.cost() == found.cost() && one.additions() <= found.additions())) {
        lifted.add(found);
      }
    }
    lifted.sort(Comparator.comparingLong(State::cost).thenComparingLong(State::additions));
    return lifted;
  }

  /**
   * States with one more fact among those that are summed up, whether or not tests pass: with the
   * amounts that can be short where evidence is exclusive, the least first. What does not count yet
   * comes before what is new.
   */
  List<State> further(SearchBounds bounds, Step.Total total, Slots slots, State state) {
    List<State> further = new ArrayList<>();
    for (Step step : total.steps()) {
      if (step instanceof Step.Match match && PlanStart.canBeAdded(match.type())) {
        Climb climb = new Climb(this, bounds, List.of(total), slots, state, false);
        climb.free();
        Origin origin = TotalGap.allotted(total, match, climb.before(), bounds);
        List<Map<String, Optional<Object>>> missing =
            PartialSums.missing(
                new Summand(total, match, total.tests(), climb.before(), slots, state), nextValues);
        for (Draft draft : upgrades(match, state, origin)) {
          if (climb.take(total, match, draft, state) && climb.better() != null) {
            further.add(climb.better());
          }
        }
        missing.forEach(values -> further.addAll(raisedBy(match, values, state)));
        for (Map<String, Optional<Object>> values : missing) {
          Draft draft = planStart.drafts().draft(match.type(), values, origin);
          if (draft != null && climb.take(total, match, draft, state) && climb.better() != null) {
            further.add(climb.better());
          }
        }
      }
    }
    Climb climb = new Climb(this, bounds, List.of(total), slots, state, false);
    climb.free();
    climb.look(state, planStart.matcher(state).totalled(total, slots));
    if (climb.better() != null) {
      further.add(climb.better());
    }
    return further;
  }

  /** The same for what compares with the result later, which may need another one than the best. */
  List<State> begun(SearchBounds bounds, Step.Total total, Slots slots, State state) {
    Set<State> begun = new LinkedHashSet<>(further(bounds, total, slots, state));
    if (total.grouping() != null) {
      return List.copyOf(begun);
    }
    for (Step.Match match : total.patterns()) {
      if (PlanStart.canBeAdded(match.type())) {
        for (Map<String, Optional<Object>> values : ExtremeEnds.of(total, match)) {
          Climb climb = new Climb(this, bounds, List.of(total), slots, state, false);
          climb.free();
          Origin origin = bounds.origin(total.source(), match);
          Draft draft = planStart.drafts().draft(match.type(), values, origin);
          if (draft != null && climb.take(total, match, draft, state) && climb.better() != null) {
            begun.add(climb.better());
          }
        }
      }
    }
    return List.copyOf(begun);
  }

  private List<Draft> upgrades(Step.Match match, State state, Origin origin) {
    List<Draft> upgrades = planStart.drafts().upgrades(match.type(), state, origin);
    return upgrades.subList(0, Math.min(upgrades.size(), UPGRADES));
  }

  /** States in which one planned fact has that much more of an amount. */
  private List<State> raisedBy(
      Step.Match match, Map<String, Optional<Object>> values, State start) {
    List<State> raised = new ArrayList<>();
    for (Draft draft : start.drafts()) {
      Map<String, Optional<Object>> fixed = new HashMap<>(draft.fixed());
      values.forEach(
          (field, more) -> {
            if (draft.value(field) instanceof BigDecimal has
                && more.orElse(null) instanceof BigDecimal amount) {
              fixed.put(field, Optional.of(has.add(amount)));
            }
          });
      Draft grown =
          draft.type() == match.type()
                  && draft.action() == Action.ADD
                  && !fixed.equals(draft.fixed())
              ? planStart.drafts().changed(draft, fixed)
              : null;
      if (grown != null) {
        raised.add(start.with(grown));
      }
    }
    return raised;
  }

  /** How far totals are from passing, with what the groups lack that come next. */
  Gap gap(List<Step.Total> totals, Slots slots, Slots filled, State state) {
    BigDecimal own = BigDecimal.ZERO;
    for (Step.Total total : totals) {
      own = own.add(TotalGap.gap(total.tests(), filled));
    }
    Gap gap = new Gap(own, 0, BigDecimal.ZERO);
    for (Step.Total total : totals) {
      GroupedBy grouping = total.grouping();
      if (grouping != null) {
        List<GroupedBy.Group> groups = planStart.matcher(state).groups(total, slots);
        gap =
            gap.plus(
                nextValues.groups(total, grouping).inReach(groups, slots),
                GroupShort.fresh(total, grouping, slots),
                Shortage.of(total, filled));
      }
    }
    return gap;
  }

  /** Whether what is planned for something else stays as it is. */
  boolean areApart() {
    Pace pace = nextValues.pace();
    return pace != null && pace.isApart();
  }

  /** Whether the amount of a fact of a plan is allowed. */
  boolean allows(@Nullable Draft draft) {
    Pace pace = nextValues.pace();
    return pace == null || draft == null || pace.allows(draft);
  }

  /** Whether a fact may be added to those that there are beyond a state. */
  boolean allowsMore(State from, State now) {
    return nextValues.pace() == null || now.steps() - from.steps() < Pace.MOST_FACTS;
  }

  PlanStart planStart() {
    return planStart;
  }

  StepSearch search() {
    return search;
  }

  NextValues nextValues() {
    return nextValues;
  }
}
