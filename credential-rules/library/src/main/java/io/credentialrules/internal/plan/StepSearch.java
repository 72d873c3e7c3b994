package io.credentialrules.internal.plan;

import io.credentialrules.internal.plan.Draft.Origin;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.syntax.Condition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes steps hold: with the facts that there are, with facts of the plan whose open fields it
 * fills, with facts that do not count yet, and with new ones, in this order.
 */
final class StepSearch {
  private final PlanStart start;
  private final FieldValues fieldValues;
  private final OpenFields openFields;
  private final Goals goals;
  private final Set<Condition> banned;
  private final Set<Step.Match> anew;

  /** What is done when all steps hold. */
  @FunctionalInterface
  interface Found {
    /** Returns true to stop the search. */
    boolean at(Slots slots, State state);
  }

  /** Makes credentials earned and requirements met that a step asks for. */
  interface Goals {
    /** The states in which some credential or requirement that fits a pattern is newly there. */
    List<State> reached(Step.Match match, Slots slots, State state, SearchBounds bounds);
  }

  /**
   * Searches with values of a domain.
   *
   * @param banned conditions for which no fact may be added
   * @param anew patterns that only facts of the plan may match
   */
  StepSearch(
      PlanStart start,
      FieldValues fieldValues,
      Goals goals,
      Set<Condition> banned,
      Set<Step.Match> anew) {
    this.banned = banned;
    this.anew = anew;
    this.start = start;
    this.fieldValues = fieldValues;
    this.openFields = new OpenFields(start, fieldValues);
    this.goals = goals;
  }

  /** Visits the ways to make steps hold, the cheapest choices first; true when it was stopped. */
  boolean visit(
      SearchBounds bounds, List<Step> steps, int at, Slots slots, State state, Found found) {
    if (!bounds.allows(state)) {
      return false;
    }
    if (at == steps.size()) {
      return found.at(slots, state);
    }
    Step step = steps.get(at);
    Found next = (row, reached) -> visit(bounds, steps, at + 1, row, reached, found);
    if (step instanceof Step.Match match) {
      return match(bounds, match, slots, state, next);
    }
    if (step instanceof Step.Some some) {
      return visit(bounds, some.steps(), 0, slots.copy(), state, next);
    }
    if (step instanceof Step.None none) {
      Slots row = start.matcher(state).first(none.steps(), slots);
      return row == null
          ? next.at(slots, state)
          : undoing()
              .undo(bounds, none.steps(), row, slots, state, again(bounds, steps, at, found));
    }
    if (step instanceof Step.Every every) {
      return undoing().every(bounds, every, slots, state, next, again(bounds, steps, at, found));
    }
    Step.Total total = (Step.Total) step;
    Slots filled = start.matcher(state).totalled(total, slots);
    if (Passing.all(total.tests(), filled)) {
      return next.at(filled, state) || begun(bounds, total, filled, slots, state, next);
    }
    start.laterDays().keepWhereWithin(total, filled, slots, state);
    if (banned.contains(total.source())) {
      return false;
    }
    for (OpenFields.Changed named : new JoinedNames(start, openFields).of(total, slots, state)) {
      if (visit(bounds, steps, at, named.slots(), named.state(), found)) {
        return true;
      }
    }
    List<Step.Total> together = TotalSearch.together(steps.subList(0, at), total);
    return lifted(bounds, List.of(total), slots, state, next)
        || (together.size() > 1 && lifted(bounds, together, slots, state, next));
  }

  private Found again(SearchBounds bounds, List<Step> steps, int at, Found found) {
    return (row, reached) -> visit(bounds, steps, at, row, reached, found);
  }

  private boolean lifted(
      SearchBounds bounds, List<Step.Total> totals, Slots slots, State state, Found next) {
    for (State lifted : totals().states(bounds, totals, slots, state)) {
      Slots row =
          start.matcher(lifted).totalled(totals, OpenFields.refreshed(slots, state, lifted));
      if (totals.stream().allMatch(total -> Passing.all(total.tests(), row))
          && next.at(row, lifted)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Where nothing is summed up yet, or something new can be the latest or the best: what compares
   * with it finds another one.
   */
  private boolean begun(
      SearchBounds bounds, Step.Total total, Slots filled, Slots slots, State state, Found next) {
    if (banned.contains(total.source())
        || total.functions().stream()
            .allMatch(each -> filled.at(each.slot()) != null && !isExtreme(each))) {
      return false;
    }
    for (State begun : totals().begun(bounds, total, slots, state)) {
      Slots row = start.matcher(begun).totalled(total, OpenFields.refreshed(slots, state, begun));
      if (Passing.all(total.tests(), row) && next.at(row, begun)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isExtreme(Step.Function function) {
    return function.kind() == Aggregation.MAX || function.kind() == Aggregation.MIN;
  }

  private Undoing undoing() {
    return new Undoing(start, openFields, this);
  }

  /** Brings totals to where they must be. */
  TotalSearch totals() {
    return new TotalSearch(start, fieldValues, this);
  }

  private boolean match(
      SearchBounds bounds, Step.Match match, Slots slots, State state, Found next) {
    List<Draft> forced = bounds.forcedFor(match);
    if (PlanStart.isDerived(match.type())) {
      return derived(bounds, match, slots, state, forced != null, next);
    }
    if (forced != null) {
      for (Draft draft : forced) {
        State with = state.draft(draft.candidate()) == null ? state.plus(draft) : state;
        if (by(bounds, match, draft.candidate(), slots, with, next)) {
          return true;
        }
      }
      return false;
    }
    boolean isAnew = !anew.isEmpty() && anew.contains(match);
    for (Candidate candidate : start.candidates(match.type(), state)) {
      if ((!isAnew || state.draft(candidate) != null)
          && by(bounds, match, candidate, slots, state, next)) {
        return true;
      }
    }
    if (!PlanStart.canBeAdded(match.type()) || banned.contains(match.source())) {
      return false;
    }
    if (!bounds.hasRoom(state)) {
      bounds.cut();
      return false;
    }
    Origin origin = bounds.origin(match.source(), match);
    for (Draft draft : start.drafts().upgrades(match.type(), state, origin)) {
      if (by(bounds, match, draft.candidate(), slots, state.plus(draft), next)) {
        return true;
      }
    }
    Draft draft = start.drafts().draft(match.type(), Map.of(), origin);
    return draft != null && by(bounds, match, draft.candidate(), slots, state.plus(draft), next);
  }

  private boolean derived(
      SearchBounds bounds,
      Step.Match match,
      Slots slots,
      State state,
      boolean isForced,
      Found next) {
    if (!isForced) {
      for (Candidate candidate : start.candidates(match.type(), state)) {
        if (by(bounds, match, candidate, slots, state, next)) {
          return true;
        }
      }
    }
    // What is earned again is the same credential, for another time.
    Set<Object> known =
        Referents.asksForEnd(match, start) ? Set.of() : Set.copyOf(facts(match, state));
    for (State reached : goals.reached(match, slots, state, bounds)) {
      Slots row = OpenFields.refreshed(slots, state, reached);
      for (Candidate candidate : start.candidates(match.type(), reached)) {
        if (!known.contains(candidate.fact()) && by(bounds, match, candidate, row, reached, next)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What is there; a credential that has lapsed is there again only when it is earned anew. */
  private List<Object> facts(Step.Match match, State state) {
    return start.candidates(match.type(), state).stream()
        .filter(candidate -> !candidate.hasLapsed())
        .map(Candidate::fact)
        .toList();
  }

  private boolean by(
      SearchBounds bounds,
      Step.Match match,
      Candidate candidate,
      Slots slots,
      State state,
      Found next) {
    Slots row = slots.with(match.slot(), candidate);
    return satisfy(bounds, match.tests(), 0, row, state, next)
        || (new Sooner(start).isAfterOthers(match, slots, state)
            && satisfy(bounds, match.ownFirst(), 0, row, state, next));
  }

  /** Makes tests pass by filling open fields of the facts of the plan that they look at. */
  private boolean satisfy(
      SearchBounds bounds, List<Test> tests, int at, Slots slots, State state, Found next) {
    if (at == tests.size()) {
      return next.at(slots, state);
    }
    Test test = tests.get(at);
    List<OpenFields.Open> open = openFields.of(test, slots, state);
    boolean passes = Passing.passes(test, slots);
    if (!passes) {
      start.laterDays().keepWherePasses(test, slots, state);
    }
    if (open.isEmpty()) {
      return passes
          ? satisfy(bounds, tests, at + 1, slots, state, next)
          : sooner(bounds, tests, at, slots, state, next);
    }
    if (!bounds.allows(state)) {
      return false;
    }
    FieldValues.Question question =
        new FieldValues.Question(test, tests, slots, state, bounds.scale());
    return openFields
            .combinations(open, question)
            .visit(
                values -> {
                  OpenFields.Changed changed =
                      openFields.change(bounds, open, values, question, true);
                  return changed != null
                      && satisfy(bounds, tests, at + 1, changed.slots(), changed.state(), next);
                })
        || sooner(bounds, tests, at, slots, state, next);
  }

  private boolean sooner(
      SearchBounds bounds, List<Test> tests, int at, Slots slots, State state, Found next) {
    if (state.steps() < 2) {
      return false;
    }
    for (OpenFields.Changed sooner : new Sooner(start).of(tests.get(at), tests, slots, state)) {
      if (satisfy(bounds, tests, at + 1, sooner.slots(), sooner.state(), next)) {
        return true;
      }
    }
    return false;
  }
}
