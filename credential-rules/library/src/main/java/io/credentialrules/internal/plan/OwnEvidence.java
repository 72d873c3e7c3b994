package io.credentialrules.internal.plan;

import io.credentialrules.LimitExceededException;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans for a way whose evidence serves once, in which each requirement has evidence of its own.
 *
 * <p><b>The idea.</b> The requirements are served one after the other, those that sum up last: each
 * by a minimal set of what is there and nobody has, or by further facts, searched for as if what
 * the others have were not there. What a requirement could use and a later one too is left to that
 * one, or used, in turn. A requirement that nothing on record is left for takes at least one fact,
 * which bounds what is looked at.
 *
 * <p><b>The invariant.</b> What is found earns the credential, as the rules say of all of it
 * together. So sets that are left out can cost a plan, or a shorter one.
 *
 * <p><b>What bounds it.</b> Searches, sets that are tried and the work of both are counted. Where
 * the rules look at more combinations than an evaluation may, what was found before that is the
 * answer.
 *
 * <p><b>What was rejected.</b> One more fact for one requirement after the other, from a state in
 * which all of them share evidence: what was added for several is in the way of each. A flow over
 * facts and requirements: it has no amounts, joins or names.
 */
final class OwnEvidence {
  private static final String COMBINATIONS = "maxJoinRows";
  private static final int SEARCHES = 60;
  private static final int SETS = 600;
  private static final int SETS_OF_ONE = 6;
  private static final int LEFT_ONE_BY_ONE = 4;
  private static final long WORK = 20_000;

  private final PlanStart start;
  private final GoalSearch goals;
  private final Award award;
  private final State from;
  private final List<Demand> demands;

  /** For each requirement what those after it could use. */
  private final List<Set<Object>> usableLater = new ArrayList<>();

  private final long mostWork;
  private @Nullable State best;
  private long limit;
  private int searches;
  private int sets;

  /** A requirement, and the facts that could be its evidence. */
  private record Demand(Requirement requirement, Set<Object> usable, boolean sumsUp) {}

  /** What serves the first requirements: facts that are there, and a state with further ones. */
  private record Served(Set<Object> taken, State state, List<Draft> further) {}

  OwnEvidence(PlanStart start, GoalSearch goals, Award award, Way way, State from) {
    this.start = start.beside(Set.of(), List.of(), start.budget().again());
    this.goals = goals.beside(this.start);
    this.award = award;
    this.from = from;
    this.mostWork = start.work() + WORK;
    this.demands =
        way.requires().stream()
            .map(start.program().requirements()::get)
            .map(this::demand)
            .sorted(Comparator.comparing(Demand::sumsUp))
            .toList();
    for (int at = 1; at <= demands.size(); at++) {
      Set<Object> usable = new HashSet<>();
      demands.subList(at, demands.size()).forEach(later -> usable.addAll(later.usable()));
      usableLater.add(usable);
    }
  }

  /** The smallest state that was found, of those that cost less; null where none was. */
  @Nullable State below(long cost) {
    limit = cost;
    try {
      serve(0, new Served(Set.of(), from, List.of()));
    } catch (LimitExceededException exceeded) {
      if (!exceeded.limit().equals(COMBINATIONS)) {
        throw exceeded;
      }
    }
    return best;
  }

  private Demand demand(Requirement requirement) {
    Set<Object> usable = new LinkedHashSet<>();
    boolean sumsUp = false;
    for (Branch branch : branches(requirement)) {
      usable(branch.steps(), usable);
      sumsUp |= branch.steps().stream().anyMatch(Step.Total.class::isInstance);
    }
    return new Demand(requirement, usable, sumsUp);
  }

  private void usable(List<Step> steps, Set<Object> usable) {
    for (Step step : steps) {
      if (step instanceof Step.Match match) {
        for (Candidate candidate : start.candidates(match.type(), from)) {
          if (isEvidence(candidate) && There.passesAlone(match, candidate)) {
            usable.add(candidate.fact());
          }
        }
      } else if (step instanceof Step.Some some) {
        usable(some.steps(), usable);
      } else if (step instanceof Step.Total total) {
        usable(total.steps(), usable);
      }
    }
  }

  private static boolean isEvidence(Candidate candidate) {
    return candidate.fact() instanceof Fact && !(candidate.fact() instanceof Learner);
  }

  private List<Branch> branches(Requirement requirement) {
    return goals.inForce(requirement).stream().map(Proof::branches).flatMap(List::stream).toList();
  }

  private void serve(int at, Served served) {
    if (served.state().cost() + least(at, served.taken()) >= limit || isSpent()) {
      return;
    }
    if (at == demands.size()) {
      if (start.isEarned(served.state(), award.number()) && !isTwice(served.state())) {
        best = served.state();
        limit = best.cost();
      }
      return;
    }
    Demand demand = demands.get(at);
    Set<Object> free = new LinkedHashSet<>(demand.usable());
    free.removeAll(served.taken());
    Set<Object> contested = new LinkedHashSet<>(free);
    contested.retainAll(usableLater.get(at));
    List<Set<Object>> minimal = minimal(demand, free, contested);
    for (Set<Object> some : minimal) {
      serve(at + 1, new Served(with(served.taken(), some), served.state(), served.further()));
    }
    for (Set<Object> left : minimal.isEmpty() ? left(contested) : List.of(contested)) {
      further(at, served, free, left);
    }
  }

  /** Which of the facts that others could use are left to them. */
  private static List<Set<Object>> left(Set<Object> contested) {
    Set<Set<Object>> left = new LinkedHashSet<>();
    left.add(Set.of());
    if (contested.size() <= LEFT_ONE_BY_ONE) {
      contested.forEach(one -> left.add(Set.of(one)));
    }
    left.add(contested);
    return List.copyOf(left);
  }

  /** Serves a requirement by something new too, where some of what is there is left to others. */
  private void further(int at, Served served, Set<Object> free, Set<Object> left) {
    Demand demand = demands.get(at);
    if (served.state().cost() + start.range().least() >= limit || isSpent()) {
      return;
    }
    searches++;
    Set<Object> hidden = with(served.taken(), left);
    PlanStart beside = start.beside(hidden, served.further(), start.budget());
    State visible = from;
    for (Draft draft : from.drafts()) {
      if (hidden.contains(draft.fact())) {
        visible = visible.without(Set.of(draft.number()));
      }
    }
    State found = goals.beside(beside).held(demand.requirement(), award.number(), visible);
    if (found == null) {
      return;
    }
    State all = served.state();
    List<Draft> further = new ArrayList<>(served.further());
    Set<Object> taken = new HashSet<>(served.taken());
    for (Draft draft : found.drafts()) {
      if (from.drafts().stream().anyMatch(one -> one.number() == draft.number())) {
        all = all.with(draft);
      } else {
        all = all.plus(draft);
        further.add(draft);
      }
      if (draft.base() != null) {
        taken.add(draft.base());
      }
    }
    Set<Object> used = new LinkedHashSet<>(free);
    used.removeAll(left);
    for (Object fact : List.copyOf(used)) {
      used.remove(fact);
      if (!holds(demand, with(used, facts(found)), found)) {
        used.add(fact);
      }
    }
    taken.addAll(used);
    serve(at + 1, new Served(taken, all, further));
  }

  private static Set<Object> facts(State state) {
    Set<Object> facts = new HashSet<>();
    state.drafts().forEach(draft -> facts.add(draft.fact()));
    return facts;
  }

  /** What the requirements that are not served yet take at the least. */
  private long least(int at, Set<Object> taken) {
    long least = 0;
    for (Demand demand : demands.subList(at, demands.size())) {
      Set<Object> free = new HashSet<>(demand.usable());
      free.removeAll(taken);
      least += holds(demand, free, from) ? 0 : start.range().least();
    }
    return least;
  }

  /**
   * Minimal sets of what others could use too with which a requirement is met, beside what only it
   * can use; the smallest first, and some of them where there are many. Empty where it is not met.
   */
  private List<Set<Object>> minimal(Demand demand, Set<Object> free, Set<Object> contested) {
    if (!holds(demand, free, from)) {
      return List.of();
    }
    Set<Object> own = new LinkedHashSet<>(free);
    own.removeAll(contested);
    List<Set<Object>> minimal = new ArrayList<>();
    List<Set<Object>> grown = List.of(Set.of());
    List<Object> all = List.copyOf(contested);
    for (int size = 0; size <= all.size() && !grown.isEmpty(); size++) {
      List<Set<Object>> larger = new ArrayList<>();
      for (Set<Object> some : grown) {
        if (minimal.size() == SETS_OF_ONE || ++sets > SETS) {
          break;
        }
        if (minimal.stream().anyMatch(some::containsAll)) {
          continue;
        }
        if (holds(demand, with(own, some), from)) {
          minimal.add(some);
        } else {
          int last = all.size() - 1;
          for (int i = all.size() - 1; i >= 0 && !some.contains(all.get(i)); i--) {
            last = i;
          }
          for (int i = last;
              i < all.size() && !some.contains(all.get(i)) && larger.size() < SETS;
              i++) {
            larger.add(with(some, Set.of(all.get(i))));
          }
        }
      }
      grown = larger;
    }
    return minimal.isEmpty() ? List.of(contested) : minimal;
  }

  private boolean holds(Demand demand, Set<Object> given, State state) {
    return branches(demand.requirement()).stream()
        .anyMatch(
            branch ->
                start
                    .matcher(state)
                    .only(one -> !isEvidence(one) || given.contains(one.fact()))
                    .exists(branch.steps(), Slots.empty(branch.slots())));
  }

  private boolean isTwice(State state) {
    return NamedTwice.in(state, start);
  }

  private boolean isSpent() {
    return searches > SEARCHES || start.work() > mostWork || start.isTired();
  }

  private static Set<Object> with(Set<Object> some, Set<Object> others) {
    Set<Object> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all;
  }
}
