package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives each fact to at most one requirement, so that as many requirements as possible hold.
 *
 * <p><b>The idea.</b> Only facts that two requirements could use are in question; they are bits of
 * a set, in canonical order. The requirements are served one after the other. Each is given, in
 * turn, every minimal set of free contested facts with which it holds, the smallest sets first, and
 * last nothing at all; the rest is the same question about the requirements that follow and the
 * facts that are left. The answer to such a question is remembered by the requirement and the facts
 * that are taken, because nothing else of what was given before matters.
 *
 * <p><b>The invariant.</b> What is found is the best there is: a requirement that holds with some
 * facts holds with a minimal set of them, and what a set leaves over can only help those that
 * follow. Facts that no rule tells apart can change places, so of each kind only the first ones are
 * given: another set with as many of each kind comes later and serves no more. Where several
 * allocations serve as many, the requirements that come first in the rule are served first, and of
 * sets of one size the first in canonical order, so that the same record has the same allocation.
 * Requirements that sum up ({@code most} without end) come after the others, and the last of them
 * gets all that is left; so a total that must not exceed something is asked of all facts that no
 * other requirement has.
 *
 * <p><b>What bounds it.</b> The number of questions can double with each contested fact that
 * differs from the others. Every question and every set that is tried is a row of the budget
 * ({@code maxJoinRows}), and the search has as many for itself, whatever else was asked. The search
 * ends at the first allocation that serves all that are left, which is the common case. Where it
 * would take more rows, the allocation is the one that shows that all can be served, if they can,
 * and otherwise the best of what the search had come to and of two services in turn ({@link
 * InTurn}): one that is possible, and of which it is not known that it is the best.
 *
 * <p><b>What was rejected.</b> A matching in a graph of facts and requirements: it fits
 * requirements of one fact each, and not totals or joins, whose facts serve only together. Greedy
 * service in the order of the rule: it refuses learners whose facts suffice. An integer program:
 * the sets with which a requirement holds have to be found by its own rules first, and then little
 * is left to solve.
 */
final class Allocator {
  /**
   * How many rows it may take to ask of each fact alone whether it serves: a small part of the
   * budget, since the search often needs far fewer.
   */
  private static final int MOST_LOOKED_AT_ALONE = 100_000;

  private final ContestedFacts contest;
  private final Budget budget;
  private final Map<State, Best> known = new HashMap<>();
  private final Set<State> failed = new HashSet<>();

  /** What each demand is given in the allocation that is being looked at. */
  private final @Nullable BitSet[] path;

  /** The best allocation that the search has come to; null before the first. */
  private @Nullable Allotment seen;

  /** From which demand on, and which contested facts are taken. */
  private record State(int demand, BitSet taken) {}

  /** Which demands from here on are served, by their places in the rule, and what the first has. */
  private record Best(BitSet places, @Nullable BitSet given) {
    int served() {
      return places.cardinality();
    }
  }

  private Allocator(
      List<Integer> requirements, Claims claims, Predicate<Candidate> available, Budget budget) {
    this.contest = new ContestedFacts(requirements, requirements.size(), claims, available, budget);
    this.budget = budget;
    this.path = new @Nullable BitSet[contest.size()];
  }

  /**
   * The best allocation, or a good one where it takes too much to know which is the best.
   *
   * @param requirements the numbers of those that hold alone, in the order of the rule
   * @param available which facts there are
   */
  static Allocation allocate(
      List<Integer> requirements, Claims claims, Predicate<Candidate> available, Budget budget) {
    Allocator allocator = new Allocator(requirements, claims, available, budget);
    return allocator.contest.allocation(
        budget.apart(allocator::best, exceeded -> allocator.withinTheLimit()));
  }

  /**
   * Whether all of them can be served together, as {@link Allocation#isComplete} says of the best
   * allocation.
   *
   * @param requirements the numbers of those that hold alone, in the order of the rule
   */
  static boolean isComplete(List<Integer> requirements, Claims claims, Budget budget) {
    return new Allocator(requirements, claims, fact -> true, budget).complete() != null;
  }

  /** One that serves all; null where there is none. */
  private @Nullable Allotment complete() {
    long rows = (long) contest.size() * contest.contested() * contest.contested();
    if (rows > MOST_LOOKED_AT_ALONE) {
      return servesAll(0, new BitSet(), null) ? new Allotment(path) : null;
    }
    QuickService quick = new QuickService(contest.usable(), contest.contested(), contest::holds);
    Allotment quickly = contest.areGrowing() ? quick.serving() : null;
    if (quickly != null) {
      return quickly;
    }
    return servesAll(0, new BitSet(), quick) ? new Allotment(path) : null;
  }

  private boolean servesAll(int at, BitSet taken, @Nullable QuickService quick) {
    if (at == contest.size()) {
      return true;
    }
    State state = new State(at, (BitSet) taken.clone());
    if (failed.contains(state)) {
      return false;
    }
    budget.spendRow();
    boolean serves =
        (quick == null || !quick.isRefuted(at, taken))
            && contest.isEnough(
                at,
                taken,
                claim -> {
                  path[at] = claim;
                  BitSet further = (BitSet) taken.clone();
                  further.or(claim);
                  return servesAll(at + 1, further, quick);
                });
    if (!serves) {
      failed.add(state);
    }
    return serves;
  }

  private Allotment best() {
    @Nullable BitSet[] given = new @Nullable BitSet[contest.size()];
    BitSet taken = new BitSet();
    for (int i = 0; i < given.length; i++) {
      BitSet mine = best(i, taken).given();
      given[i] = mine;
      if (mine != null) {
        taken.or(mine);
      }
    }
    return new Allotment(given);
  }

  private Best best(int at, BitSet taken) {
    State state = new State(at, (BitSet) taken.clone());
    Best best = at == contest.size() ? new Best(new BitSet(), null) : known.get(state);
    if (best == null) {
      budget.spendRow();
      best = search(at, taken);
      known.put(state, best);
    } else {
      see(state, best);
    }
    return best;
  }

  private Best search(int at, BitSet taken) {
    int left = contest.size() - at;
    @Nullable Best[] best = new @Nullable Best[1];
    boolean servesAll =
        contest.isEnough(
            at,
            taken,
            claim -> {
              path[at] = claim;
              BitSet further = (BitSet) taken.clone();
              further.or(claim);
              BitSet places = (BitSet) best(at + 1, further).places().clone();
              places.set(contest.place(at));
              Best before = best[0];
              if (before == null || ContestedFacts.isBetter(places, before.places())) {
                best[0] = new Best(places, claim);
              }
              return places.cardinality() == left;
            });
    Best served = best[0];
    if (served != null && servesAll) {
      return served;
    }
    path[at] = null;
    BitSet skipped = best(at + 1, taken).places();
    return served == null || ContestedFacts.isBetter(skipped, served.places())
        ? new Best(skipped, null)
        : served;
  }

  /** Remembers the allocation that the search has come to, if it serves more than any before. */
  private void see(State state, Best best) {
    int served = best.served();
    for (int i = 0; i < state.demand(); i++) {
      served += path[i] == null ? 0 : 1;
    }
    Allotment before = seen;
    if (before != null && served <= before.served()) {
      return;
    }
    BitSet taken = (BitSet) state.taken().clone();
    for (int i = state.demand(); i < path.length; i++) {
      BitSet mine =
          Objects.requireNonNull(known.get(new State(i, (BitSet) taken.clone())), "it was found")
              .given();
      path[i] = mine;
      if (mine != null) {
        taken.or(mine);
      }
    }
    seen = new Allotment(path);
  }

  private Allotment withinTheLimit() {
    Optional<Allotment> complete =
        budget.apart(() -> Optional.ofNullable(complete()), exceeded -> Optional.empty());
    if (complete.isPresent()) {
      return complete.get();
    }
    Allotment best = new InTurn(contest, budget).best();
    Allotment search = seen;
    if (search != null && !contest.isBetter(best, search)) {
      best = search;
    }
    return best.isComplete() ? best.with(contest.size() - 1, null) : best;
  }
}
