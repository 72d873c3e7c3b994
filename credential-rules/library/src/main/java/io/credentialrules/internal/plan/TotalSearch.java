package io.credentialrules.internal.plan;

import io.credentialrules.Plan.Action;
import io.credentialrules.internal.plan.Draft.Origin;
import io.credentialrules.internal.program.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings a total to where it must be, one fact after the other: each time the one that closes the
 * gap, or else the one that leaves the smallest.
 */
final class TotalSearch {
  private final PlanStart planStart;
  private final Matching matching;
  private final StepSearch search;
  private final NextValues nextValues;

  TotalSearch(PlanStart planStart, FieldValues fieldValues, Matching matching, StepSearch search) {
    this.planStart = planStart;
    this.matching = matching;
    this.search = search;
    this.nextValues = new NextValues(planStart, fieldValues, matching);
  }

  /** States in which the total passes its tests, the smallest first. */
  List<State> states(SearchBounds bounds, Step.Total total, @Nullable Object[] slots, State state) {
    List<State> lifted = new ArrayList<>();
    for (boolean onlyNew : new boolean[] {false, true}) {
      State found = new Climb(bounds, total, slots, state, onlyNew).climb();
      if (found != null
          && lifted.stream()
              .noneMatch(
                  one -> one.steps() == found.steps() && one.additions() <= found.additions())) {
        lifted.add(found);
      }
    }
    lifted.sort(Comparator.comparingInt(State::steps).thenComparingLong(State::additions));
    return lifted;
  }

  /**
   * States with one more fact among those that are summed up, whether or not tests pass: with the
   * amounts that can be short where evidence is exclusive, the least first.
   */
  List<State> further(
      SearchBounds bounds, Step.Total total, @Nullable Object[] slots, State state) {
    List<State> further = new ArrayList<>();
    for (Step step : total.steps()) {
      if (step instanceof Step.Match match && PlanStart.canBeAdded(match.type())) {
        Climb climb = new Climb(bounds, total, slots, state, false);
        climb.isFree = true;
        Origin origin = TotalGap.allotted(total, match, climb.before, bounds);
        List<Map<String, Optional<Object>>> missing =
            nextValues.allotted(total, match, climb.before, slots, state);
        missing.forEach(values -> further.addAll(climb.raisedBy(match, values)));
        for (Map<String, Optional<Object>> values : missing) {
          Draft draft = planStart.drafts().draft(match.type(), values, origin);
          if (draft != null && climb.take(match, draft, state) && climb.better != null) {
            further.add(climb.better);
          }
        }
      }
    }
    Climb climb = new Climb(bounds, total, slots, state, false);
    climb.isFree = true;
    climb.look(state, matching.totalled(total, slots, state));
    if (climb.better != null) {
      further.add(climb.better);
    }
    return further;
  }

  /** One way up. */
  private final class Climb {
    private final SearchBounds bounds;
    private final Step.Total total;
    private final @Nullable Object[] slots;
    private final State start;
    private final boolean onlyNew;
    private final @Nullable Object[] before;
    private boolean isFree;
    private @Nullable State better;
    private BigDecimal smallest = BigDecimal.ZERO;

    private Climb(
        SearchBounds bounds,
        Step.Total total,
        @Nullable Object[] slots,
        State start,
        boolean onlyNew) {
      this.bounds = bounds;
      this.total = total;
      this.slots = slots;
      this.start = start;
      this.onlyNew = onlyNew;
      this.before = matching.totalled(total, slots, start);
    }

    private @Nullable State climb() {
      State current = start;
      while (true) {
        @Nullable Object[] filled = filled(current);
        if (Matching.passes(total.tests(), filled)) {
          return current;
        }
        better = null;
        smallest = TotalGap.gap(total, filled);
        look(current, filled);
        if (better == null) {
          return null;
        }
        current = better;
      }
    }

    private @Nullable Object[] filled(State state) {
      return matching.totalled(total, OpenFields.refreshed(slots, start, state), state);
    }

    /** Looks at all states that one fact leads to, until one passes. */
    private void look(State current, @Nullable Object[] filled) {
      List<Step.Match> patterns =
          total.steps().stream()
              .filter(Step.Match.class::isInstance)
              .map(Step.Match.class::cast)
              .toList();
      for (Step.Match match : patterns) {
        if (!isFree && (changed(match, current) || raised(match, current, filled))) {
          return;
        }
      }
      if (bounds.left(current) < 1) {
        bounds.cut();
        return;
      }
      for (Step.Match match : patterns) {
        Origin origin =
            isFree
                ? TotalGap.allotted(total, match, before, bounds)
                : TotalGap.origin(total, match, before, filled, bounds);
        if (!onlyNew && upgraded(match, current, origin)) {
          return;
        }
        if (added(match, current, filled, origin)) {
          return;
        }
      }
    }

    /** Takes facts of the plan in that are not summed up yet. */
    private boolean changed(Step.Match match, State current) {
      for (Draft draft : current.drafts()) {
        if (draft.type() == match.type() && take(match, draft, current)) {
          return true;
        }
      }
      return false;
    }

    /** Makes amounts larger of what is planned or still in progress. */
    private boolean raised(Step.Match match, State current, @Nullable Object[] filled) {
      for (TotalGap.Want want : TotalGap.amounts(total, match, filled)) {
        for (Draft draft : current.drafts()) {
          boolean canGrow = draft.action() == Action.ADD || draft.action() == Action.COMPLETE;
          if (draft.type() == match.type()
              && canGrow
              && draft.value(want.field()) instanceof BigDecimal has) {
            Map<String, Optional<Object>> fixed = new HashMap<>(draft.fixed());
            fixed.put(want.field(), Optional.of(has.add(want.amount())));
            Draft grown = planStart.drafts().changed(draft, fixed);
            if (grown != null && consider(current.with(grown))) {
              return true;
            }
          }
        }
      }
      return false;
    }

    /** States in which one planned fact has that much more of an amount. */
    private List<State> raisedBy(Step.Match match, Map<String, Optional<Object>> values) {
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

    private boolean upgraded(Step.Match match, State current, Origin origin) {
      if (PlanStart.canBeAdded(match.type())) {
        for (Draft draft : planStart.drafts().upgrades(match.type(), current, origin)) {
          if (take(match, draft, current) || grown(match, draft, current)) {
            return true;
          }
        }
      }
      return false;
    }

    /** With as much of what is still in progress as is wanted. */
    private boolean grown(Step.Match match, Draft draft, State current) {
      for (TotalGap.Want want : TotalGap.amounts(total, match, filled(current))) {
        if (draft.preset().containsKey(want.field())
            && draft.value(want.field()) instanceof BigDecimal least
            && least.compareTo(want.amount()) < 0) {
          Map<String, Optional<Object>> fixed = new HashMap<>(draft.fixed());
          fixed.put(want.field(), Optional.of(want.amount()));
          Draft larger = planStart.drafts().changed(draft, fixed);
          if (larger != null && take(match, larger, current)) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean added(
        Step.Match match, State current, @Nullable Object[] filled, Origin origin) {
      if (PlanStart.isDerived(match.type())) {
        return take(match, null, current);
      }
      if (!PlanStart.canBeAdded(match.type())) {
        return false;
      }
      State known = better;
      for (Map<String, Optional<Object>> values :
          nextValues.values(
              total, match, filled, OpenFields.refreshed(slots, start, current), current)) {
        Draft draft = planStart.drafts().draft(match.type(), values, origin);
        if (draft != null && take(match, draft, current)) {
          return true;
        }
        if (better != known) {
          return false;
        }
      }
      return false;
    }

    private boolean take(Step.Match match, @Nullable Draft draft, State current) {
      List<State> taken = new ArrayList<>();
      search.visit(
          bounds.forcing(match, draft == null ? List.of() : List.of(draft)),
          total.steps(),
          0,
          OpenFields.refreshed(slots, start, current),
          current,
          (row, reached) -> taken.add(reached));
      return !taken.isEmpty() && consider(taken.get(0));
    }

    /** Keeps a state that is nearer; whether it passes. */
    private boolean consider(State state) {
      @Nullable Object[] filled = filled(state);
      boolean passes = Matching.passes(total.tests(), filled);
      if (isFree) {
        better = passes ? state : better;
        return passes;
      }
      BigDecimal gap = passes ? BigDecimal.ZERO : TotalGap.gap(total, filled);
      if (gap.compareTo(smallest) < 0) {
        smallest = gap;
        better = state;
      }
      return passes;
    }
  }
}
