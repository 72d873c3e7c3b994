package io.credentialrules.internal.plan;

import io.credentialrules.internal.plan.Draft.Origin;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way for totals up to where they must be, one fact after the other: each time the one that
 * closes the gap, or else the one that leaves the smallest. Used by one thread.
 */
final class Climb {
  private final TotalSearch climbs;
  private final Drafts drafts;
  private final SearchBounds bounds;
  private final List<Step.Total> totals;
  private final List<Test> tests;
  private final Slots slots;
  private final State start;
  private final boolean onlyNew;
  private final Slots before;
  private boolean isFree;
  private @Nullable State better;
  private Gap smallest = Gap.NONE;

  Climb(
      TotalSearch climbs,
      SearchBounds bounds,
      List<Step.Total> totals,
      Slots slots,
      State start,
      boolean onlyNew) {
    this.climbs = climbs;
    this.drafts = climbs.planStart().drafts();
    this.bounds = bounds;
    this.totals = totals;
    this.tests = totals.stream().flatMap(total -> total.tests().stream()).toList();
    this.slots = slots;
    this.start = start;
    this.onlyNew = onlyNew;
    this.before = climbs.planStart().matcher(start).totalled(totals, slots);
  }

  /** The state in which all tests pass; null when there is no way up. */
  @Nullable State climb() {
    State current = start;
    while (true) {
      Slots filled = filled(current);
      if (Passing.all(tests, filled)) {
        return current;
      }
      better = null;
      smallest = gap(current, filled);
      look(current, filled);
      if (better == null) {
        return null;
      }
      current = better;
    }
  }

  Slots before() {
    return before;
  }

  /** The nearest state that was looked at; null where there is none. */
  @Nullable State better() {
    return better;
  }

  /** Lets any state do in which tests pass, from now on. */
  void free() {
    isFree = true;
  }

  private Slots filled(State state) {
    Slots now = OpenFields.refreshed(slots, start, state);
    return climbs.planStart().totals().totalled(totals, now, state);
  }

  private Gap gap(State state, Slots filled) {
    return climbs.gap(totals, OpenFields.refreshed(slots, start, state), filled, state);
  }

  /** Looks at all states that one fact leads to, until one passes. */
  void look(State current, Slots filled) {
    for (Step.Total total : totals) {
      for (Step.Match match : total.patterns()) {
        if (!isFree
            && !climbs.areApart()
            && (changed(total, match, current) || raised(total, match, current, filled))) {
          return;
        }
      }
    }
    if (!bounds.hasRoom(current) || !climbs.allowsMore(start, current)) {
      bounds.cut();
      return;
    }
    for (Step.Total total : totals) {
      for (Step.Match match : total.patterns()) {
        Origin origin =
            isFree
                ? TotalGap.allotted(total, match, before, bounds)
                : TotalGap.origin(total, match, before, filled, bounds);
        if ((!onlyNew && upgraded(total, match, current, filled, origin))
            || added(total, match, current, filled, origin)) {
          return;
        }
      }
    }
  }

  /** Takes facts of the plan in that are not summed up yet. */
  private boolean changed(Step.Total total, Step.Match match, State current) {
    for (Draft draft : current.drafts()) {
      if (draft.type().record() == match.type().record()
          && !draft.origin().isFor(total, match)
          && take(total, match, draft, current)) {
        return true;
      }
    }
    return false;
  }

  /** Makes amounts larger of what is planned or still in progress. */
  private boolean raised(Step.Total total, Step.Match match, State current, Slots filled) {
    Summand summand = summand(total, match, current, filled);
    for (Draft draft : current.drafts()) {
      for (Draft grown : new Raises(climbs.planStart(), climbs.nextValues(), summand).of(draft)) {
        State with = current.with(grown);
        if ((climbs.allows(grown) && consider(with)) || take(total, match, grown, with)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean upgraded(
      Step.Total total, Step.Match match, State current, Slots filled, Origin origin) {
    if (PlanStart.canBeAdded(match.type())) {
      for (Draft draft : drafts.upgrades(match.type(), current, origin)) {
        if (take(total, match, draft, current) || grown(total, match, draft, current, filled)) {
          return true;
        }
      }
    }
    return false;
  }

  /** With as much of what is still in progress as is wanted. */
  private boolean grown(
      Step.Total total, Step.Match match, Draft draft, State current, Slots filled) {
    if (!draft.task().preset().isEmpty()) {
      for (TotalGap.Want want : TotalGap.amounts(total, tests, match, filled)) {
        if (draft.task().preset().containsKey(want.field())
            && draft.value(want.field()) instanceof BigDecimal least
            && least.compareTo(want.amount()) < 0) {
          Draft larger = drafts.changed(draft, want.field(), want.amount());
          if (larger != null && take(total, match, larger, current)) {
            return true;
          }
        }
      }
    }
    return !match.type().including().isEmpty()
        && new Raises(
                climbs.planStart(), climbs.nextValues(), summand(total, match, current, filled))
            .of(draft).stream().anyMatch(larger -> take(total, match, larger, current));
  }

  private boolean added(
      Step.Total total, Step.Match match, State current, Slots filled, Origin origin) {
    if (!PlanStart.canBeAdded(match.type())) {
      return PlanStart.isDerived(match.type()) && take(total, match, null, current);
    }
    State known = better;
    for (Map<String, Optional<Object>> values : values(total, match, current, filled)) {
      Draft draft = drafts.draft(match.type(), values, origin);
      if (draft != null
          && (take(total, match, draft, current)
              || (better != known && nearer(total, match, values, current, origin)))) {
        return true;
      }
      if (better != known) {
        return false;
      }
    }
    return false;
  }

  private Summand summand(Step.Total total, Step.Match match, State current, Slots filled) {
    return new Summand(
        total, match, tests, filled, OpenFields.refreshed(slots, start, current), current);
  }

  /** Values for a fact that is added to a total: what it needs, and what others need with it. */
  private List<Map<String, Optional<Object>>> values(
      Step.Total total, Step.Match match, State current, Slots filled) {
    Summand summand = summand(total, match, current, filled);
    List<Map<String, Optional<Object>>> all = new ArrayList<>(climbs.nextValues().values(summand));
    for (Step.Total other : totals) {
      for (Step.Match same : other.patterns()) {
        if (!other.equals(total) && same.type().record() == match.type().record()) {
          all.addAll(climbs.nextValues().values(summand.of(other, same)));
        }
      }
    }
    return all;
  }

  /** With the amount at which a comparison that is calculated changes. */
  private boolean nearer(
      Step.Total total,
      Step.Match match,
      Map<String, Optional<Object>> values,
      State current,
      Origin origin) {
    return new CalculatedAmounts(
            tests,
            field -> climbs.planStart().shownGreatest().ofCalculated(totals, match, field),
            other -> with(total, match, other, current, origin))
        .any(
            values,
            other -> {
              Draft draft = drafts.draft(match.type(), other, origin);
              return draft != null && take(total, match, draft, current);
            });
  }

  /** The results with one more fact; null where it cannot be. */
  private @Nullable Slots with(
      Step.Total total,
      Step.Match match,
      Map<String, Optional<Object>> values,
      State current,
      Origin origin) {
    Draft draft = drafts.draft(match.type(), values, origin);
    State taken = draft == null ? null : taken(total, match, draft, current);
    return taken == null ? null : filled(taken);
  }

  boolean take(Step.Total total, Step.Match match, @Nullable Draft draft, State current) {
    State taken = taken(total, match, draft, current);
    return taken != null && consider(taken);
  }

  private @Nullable State taken(
      Step.Total total, Step.Match match, @Nullable Draft draft, State current) {
    if (!climbs.allows(draft)) {
      return null;
    }
    List<State> taken = new ArrayList<>();
    climbs
        .search()
        .visit(
            bounds.forcing(match, draft == null ? List.of() : List.of(draft)),
            total.steps(),
            0,
            OpenFields.refreshed(slots, start, current),
            current,
            (row, reached) -> taken.add(reached));
    return taken.isEmpty() ? null : taken.get(0);
  }

  /** Keeps a state that is nearer; whether it passes. */
  private boolean consider(State state) {
    Slots filled = filled(state);
    boolean passes = Passing.all(tests, filled);
    if (isFree) {
      better = passes ? state : better;
      return passes;
    }
    Gap gap = passes ? Gap.NONE : gap(state, filled);
    if (gap.compareTo(smallest) < 0) {
      smallest = gap;
      better = state;
    }
    return passes;
  }
}
