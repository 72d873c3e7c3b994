package io.credentialrules.internal.plan;

import io.credentialrules.internal.plan.Draft.Origin;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes steps hold: with the facts that there are, with facts of the plan whose open fields it
 * fills, with facts that do not count yet, and with new ones, in this order.
 */
final class StepSearch {
  private static final int COMBINATIONS = 600;

  private final World world;
  private final Domain domain;
  private final Matching matching;
  private final Lift lift;
  private final Goals goals;
  private final Set<Condition> banned;

  /** What is done when all steps hold. */
  @FunctionalInterface
  interface Found {
    /** Returns true to stop the search. */
    boolean at(@Nullable Object[] slots, State state);
  }

  /** Makes credentials earned and requirements met that a step asks for. */
  interface Goals {
    /** The states in which some credential or requirement that fits a pattern is newly there. */
    List<State> reached(Step.Match match, @Nullable Object[] slots, State state, Walk walk);
  }

  /**
   * Searches with values of a domain.
   *
   * @param banned conditions for which no fact may be added
   */
  StepSearch(World world, Domain domain, Goals goals, Set<Condition> banned) {
    this.banned = banned;
    this.world = world;
    this.domain = domain;
    this.matching = new Matching(world);
    this.goals = goals;
    this.lift = new Lift(world, domain, matching, this);
  }

  /** Visits the ways to make steps hold, the cheapest choices first; true when it was stopped. */
  boolean visit(
      Walk walk, List<Step> steps, int at, @Nullable Object[] slots, State state, Found found) {
    if (!walk.allows(state)) {
      return false;
    }
    if (at == steps.size()) {
      return found.at(slots, state);
    }
    Step step = steps.get(at);
    Found next = (row, reached) -> visit(walk, steps, at + 1, row, reached, found);
    Found again = (row, reached) -> visit(walk, steps, at, row, reached, found);
    if (step instanceof Step.Match match) {
      return match(walk, match, slots, state, next);
    }
    if (step instanceof Step.Some some) {
      return visit(walk, some.steps(), 0, slots.clone(), state, next);
    }
    if (step instanceof Step.None none) {
      @Nullable Object[] row = matching.first(none.steps(), slots, state);
      return row == null
          ? next.at(slots, state)
          : undo(walk, none.steps(), row, slots, state, again);
    }
    if (step instanceof Step.Every every) {
      return every(walk, every, slots, state, next, again);
    }
    Step.Total total = (Step.Total) step;
    @Nullable Object[] filled = matching.totalled(total, slots, state);
    if (Matching.passes(total.tests(), filled)) {
      return next.at(filled, state);
    }
    if (banned.contains(total.source())) {
      return false;
    }
    for (State lifted : lift.states(walk, total, slots, state)) {
      @Nullable Object[] row = matching.totalled(total, refreshed(slots, state, lifted), lifted);
      if (Matching.passes(total.tests(), row) && next.at(row, lifted)) {
        return true;
      }
    }
    return false;
  }

  Lift lift() {
    return lift;
  }

  private boolean match(
      Walk walk, Step.Match match, @Nullable Object[] slots, State state, Found next) {
    List<Draft> forced = walk.forcedFor(match);
    if (World.isDerived(match.type())) {
      return derived(walk, match, slots, state, forced != null, next);
    }
    if (forced != null) {
      for (Draft draft : forced) {
        State with = state.draft(draft.candidate()) == null ? state.plus(draft) : state;
        if (by(walk, match, draft.candidate(), slots, with, next)) {
          return true;
        }
      }
      return false;
    }
    for (Candidate candidate : world.candidates(match.type(), state)) {
      if (by(walk, match, candidate, slots, state, next)) {
        return true;
      }
    }
    if (!World.canBeAdded(match.type()) || banned.contains(match.source())) {
      return false;
    }
    if (walk.left(state) < 1) {
      walk.cut();
      return false;
    }
    Origin origin = walk.origin(match.source());
    for (Draft draft : world.upgrades(match.type(), state, origin)) {
      if (by(walk, match, draft.candidate(), slots, state.plus(draft), next)) {
        return true;
      }
    }
    Draft draft = world.draft(match.type(), Map.of(), origin);
    return draft != null && by(walk, match, draft.candidate(), slots, state.plus(draft), next);
  }

  private boolean derived(
      Walk walk,
      Step.Match match,
      @Nullable Object[] slots,
      State state,
      boolean isForced,
      Found next) {
    if (!isForced) {
      for (Candidate candidate : world.candidates(match.type(), state)) {
        if (by(walk, match, candidate, slots, state, next)) {
          return true;
        }
      }
    }
    Set<Object> known = Set.copyOf(facts(match, state));
    for (State reached : goals.reached(match, slots, state, walk)) {
      @Nullable Object[] row = refreshed(slots, state, reached);
      for (Candidate candidate : world.candidates(match.type(), reached)) {
        if (!known.contains(candidate.fact()) && by(walk, match, candidate, row, reached, next)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What is there; a credential that has lapsed is there again only when it is earned anew. */
  private List<Object> facts(Step.Match match, State state) {
    return world.candidates(match.type(), state).stream()
        .filter(candidate -> !candidate.hasLapsed())
        .map(Candidate::fact)
        .toList();
  }

  private boolean by(
      Walk walk,
      Step.Match match,
      Candidate candidate,
      @Nullable Object[] slots,
      State state,
      Found next) {
    @Nullable Object[] row = slots.clone();
    row[match.slot()] = candidate;
    return satisfy(walk, match.tests(), 0, row, state, next);
  }

  /** Makes tests pass by filling open fields of the facts of the plan that they look at. */
  private boolean satisfy(
      Walk walk, List<Test> tests, int at, @Nullable Object[] slots, State state, Found next) {
    if (at == tests.size()) {
      return next.at(slots, state);
    }
    Test test = tests.get(at);
    List<Open> open = open(test, slots, state);
    boolean passes = Matching.passes(test, slots);
    if (open.isEmpty()) {
      return passes && satisfy(walk, tests, at + 1, slots, state, next);
    }
    if (!walk.allows(state)) {
      return false;
    }
    Domain.Question question = new Domain.Question(test, tests, slots, state, walk.scale());
    return combinations(open, question)
        .visit(
            values -> {
              Changed changed = walk.allows(state) ? change(open, values, slots, state) : null;
              return changed != null
                  && Matching.passes(test, changed.slots())
                  && satisfy(walk, tests, at + 1, changed.slots(), changed.state(), next);
            });
  }

  /** A field of a fact of the plan that can still change. */
  private record Open(int slot, String field, Draft draft) {}

  @SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared or changed
  private record Changed(@Nullable Object[] slots, State state) {}

  private List<Open> open(Test test, @Nullable Object[] slots, State state) {
    List<Open> open = new ArrayList<>();
    for (Operands.Read read : world.operands(test).reads()) {
      Draft draft = state.draft(slots[read.slot()]);
      if (draft != null
          && read.field() != null
          && draft.type().field(read.field()) != null
          && draft.isOpen(read.field())) {
        open.add(new Open(read.slot(), read.field(), draft));
      }
    }
    return open;
  }

  private Combinations combinations(List<Open> open, Domain.Question question) {
    return new Combinations(
        open.stream()
            .map(one -> domain.values(one.draft(), one.slot(), one.field(), question))
            .toList(),
        COMBINATIONS);
  }

  /** The slots and the state with these values fixed; null when a fact cannot have them. */
  private @Nullable Changed change(
      List<Open> open, List<Optional<Object>> values, @Nullable Object[] slots, State state) {
    Map<Integer, Map<String, Optional<Object>>> fixed = new HashMap<>();
    for (int i = 0; i < open.size(); i++) {
      Draft draft = open.get(i).draft();
      Map<String, Optional<Object>> own =
          fixed.computeIfAbsent(draft.number(), number -> new HashMap<>(draft.fixed()));
      Optional<Object> before = own.put(open.get(i).field(), values.get(i));
      if (before != null && !before.equals(values.get(i))) {
        return null;
      }
    }
    State changed = state;
    for (Draft draft : state.drafts()) {
      Map<String, Optional<Object>> own = fixed.get(draft.number());
      if (own != null) {
        Draft with = world.changed(draft, own);
        if (with == null) {
          return null;
        }
        changed = changed.with(with);
      }
    }
    return new Changed(refreshed(slots, state, changed), changed);
  }

  /** The slots with the facts of the plan as they are now. */
  static @Nullable Object[] refreshed(@Nullable Object[] slots, State before, State after) {
    @Nullable Object[] fresh = slots.clone();
    for (int i = 0; i < fresh.length; i++) {
      Draft old = before.draft(fresh[i]);
      if (old != null) {
        for (Draft draft : after.drafts()) {
          if (draft.number() == old.number()) {
            fresh[i] = draft.candidate();
          }
        }
      }
    }
    return fresh;
  }

  private boolean every(
      Walk walk, Step.Every every, @Nullable Object[] slots, State state, Found next, Found again) {
    Candidate misfit = matching.misfit(every, slots, state);
    if (misfit == null) {
      return next.at(slots, state);
    }
    @Nullable Object[] row = slots.clone();
    row[every.each().slot()] = misfit;
    if (visit(walk, every.fits(), 0, row, state, (fits, reached) -> again.at(fits, reached))) {
      return true;
    }
    return undo(walk, List.of(every.each()), row, slots, state, again);
  }

  /** Changes facts of the plan so that a combination does not pass steps any more. */
  private boolean undo(
      Walk walk,
      List<Step> steps,
      @Nullable Object[] row,
      @Nullable Object[] slots,
      State state,
      Found again) {
    for (Step step : steps) {
      if (!(step instanceof Step.Match match)) {
        continue;
      }
      for (Test test : match.tests()) {
        List<Open> open = open(test, row, state);
        if (open.isEmpty() || !walk.allows(state)) {
          continue;
        }
        Domain.Question question =
            new Domain.Question(test, match.tests(), row, state, walk.scale());
        boolean stopped =
            combinations(open, question)
                .visit(
                    values -> {
                      Changed changed =
                          walk.allows(state) ? change(open, values, row, state) : null;
                      return changed != null
                          && !Matching.passes(test, changed.slots())
                          && again.at(refreshed(slots, state, changed.state()), changed.state());
                    });
        if (stopped) {
          return true;
        }
      }
    }
    return false;
  }
}
