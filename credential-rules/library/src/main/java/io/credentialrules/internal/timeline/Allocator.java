package io.credentialrules.internal.timeline;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableIntArray;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.ReadFields;
import io.credentialrules.internal.work.OrderedKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * ({@code maxJoinRows}), so that a record of thousands of contested facts ends in that limit. The
 * search ends at the first allocation that serves all that are left, which is the common case.
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

  private final Claims claims;
  private final Budget budget;
  private final List<Demand> demands = new ArrayList<>();
  private final List<Candidate> contested;
  private final Map<State, Best> known = new HashMap<>();
  private final Set<State> failed = new HashSet<>();

  /** For each contested fact the first that no rule tells from it; null until it is asked for. */
  private @Nullable ImmutableIntArray kinds;

  /** A requirement, the facts that only it can use, and which of the contested ones it can use. */
  private record Demand(int number, int place, Set<Candidate> own, BitSet usable, int most) {}

  /** From which demand on, and which contested facts are taken. */
  private record State(int demand, BitSet taken) {}

  /** How many of the demands from here on can be served, and what the first of them is given. */
  private record Best(int served, @Nullable BitSet given) {}

  private Allocator(
      List<Integer> requirements, Claims claims, Predicate<Candidate> available, Budget budget) {
    this.claims = claims;
    this.budget = budget;
    Map<Integer, Set<Candidate>> usable = new LinkedHashMap<>();
    Map<Candidate, Integer> users = new LinkedHashMap<>();
    for (int requirement : requirements) {
      Set<Candidate> own = Sets.filter(claims.usable(requirement), available::test);
      usable.put(requirement, own);
      own.forEach(candidate -> users.merge(candidate, 1, Integer::sum));
    }
    contested =
        users.entrySet().stream()
            .filter(entry -> entry.getValue() > 1)
            .map(Map.Entry::getKey)
            .toList();
    usable.forEach(
        (requirement, facts) -> {
          BitSet bits = new BitSet();
          for (int i = 0; i < contested.size(); i++) {
            bits.set(i, facts.contains(contested.get(i)));
          }
          Set<Candidate> own = Sets.difference(facts, Set.copyOf(contested)).immutableCopy();
          demands.add(new Demand(requirement, demands.size(), own, bits, claims.most(requirement)));
        });
    demands.sort(
        Comparator.<Demand, Boolean>comparing(demand -> demand.most() == Integer.MAX_VALUE)
            .thenComparing(Demand::place));
  }

  /**
   * The best allocation.
   *
   * @param requirements the numbers of those that hold alone, in the order of the rule
   * @param available which facts there are
   */
  static Allocation allocate(
      List<Integer> requirements, Claims claims, Predicate<Candidate> available, Budget budget) {
    return new Allocator(requirements, claims, available, budget).best();
  }

  /**
   * Whether all of them can be served together, as {@link Allocation#isComplete} says of the best
   * allocation.
   *
   * @param requirements the numbers of those that hold alone, in the order of the rule
   */
  static boolean isComplete(List<Integer> requirements, Claims claims, Budget budget) {
    return new Allocator(requirements, claims, fact -> true, budget).isComplete();
  }

  private boolean isComplete() {
    long rows = (long) demands.size() * contested.size() * contested.size();
    if (rows > MOST_LOOKED_AT_ALONE) {
      return servesAll(0, new BitSet(), null);
    }
    QuickService quick =
        new QuickService(
            demands.stream().map(Demand::usable).toList(),
            contested.size(),
            (demand, some) -> holds(demands.get(demand), some));
    boolean areGrowing = demands.stream().allMatch(demand -> claims.isGrowing(demand.number()));
    return (areGrowing && quick.isProven()) || servesAll(0, new BitSet(), quick);
  }

  private boolean servesAll(int at, BitSet taken, @Nullable QuickService quick) {
    if (at == demands.size()) {
      return true;
    }
    State state = new State(at, (BitSet) taken.clone());
    if (failed.contains(state)) {
      return false;
    }
    budget.spendRow();
    boolean serves =
        (quick == null || !quick.isRefuted(at, taken))
            && isEnough(
                at,
                taken,
                claim -> {
                  BitSet further = (BitSet) taken.clone();
                  further.or(claim);
                  return servesAll(at + 1, further, quick);
                });
    if (!serves) {
      failed.add(state);
    }
    return serves;
  }

  private Allocation best() {
    Map<Integer, ImmutableSet<Candidate>> given = new HashMap<>();
    Map<Integer, ImmutableSet<Candidate>> without = new HashMap<>();
    BitSet taken = new BitSet();
    for (int i = 0; i < demands.size(); i++) {
      Demand demand = demands.get(i);
      BitSet mine = best(i, taken).given();
      if (mine == null) {
        without.put(demand.number(), ImmutableSet.of());
      } else {
        given.put(
            demand.number(),
            ImmutableSet.<Candidate>builder().addAll(demand.own()).addAll(facts(mine)).build());
        taken.or(mine);
      }
    }
    for (Demand demand : demands) {
      if (without.containsKey(demand.number())) {
        BitSet lost = (BitSet) demand.usable().clone();
        lost.and(taken);
        without.put(demand.number(), ImmutableSet.copyOf(facts(lost)));
      }
    }
    return new Allocation(inOrder(given), inOrder(without));
  }

  private ImmutableMap<Integer, ImmutableSet<Candidate>> inOrder(
      Map<Integer, ImmutableSet<Candidate>> byNumber) {
    ImmutableMap.Builder<Integer, ImmutableSet<Candidate>> ordered = ImmutableMap.builder();
    demands.stream()
        .sorted(Comparator.comparingInt(Demand::place))
        .forEach(
            demand -> {
              ImmutableSet<Candidate> facts = byNumber.get(demand.number());
              if (facts != null) {
                ordered.put(demand.number(), facts);
              }
            });
    return ordered.build();
  }

  private List<Candidate> facts(BitSet bits) {
    return bits.stream().mapToObj(contested::get).toList();
  }

  private Best best(int at, BitSet taken) {
    if (at == demands.size()) {
      return new Best(0, null);
    }
    State state = new State(at, (BitSet) taken.clone());
    Best best = known.get(state);
    if (best == null) {
      budget.spendRow();
      best = search(at, taken);
      known.put(state, best);
    }
    return best;
  }

  private Best search(int at, BitSet taken) {
    int left = demands.size() - at;
    Best[] best = {new Best(-1, null)};
    boolean servesAll =
        isEnough(
            at,
            taken,
            claim -> {
              BitSet further = (BitSet) taken.clone();
              further.or(claim);
              int served = 1 + best(at + 1, further).served();
              if (served > best[0].served()) {
                best[0] = new Best(served, claim);
              }
              return served == left;
            });
    if (servesAll) {
      return best[0];
    }
    int skipped = best(at + 1, taken).served();
    return skipped > best[0].served() ? new Best(skipped, null) : best[0];
  }

  /**
   * Visits what would serve a demand, until the visitor says that it is enough: no more than it
   * needs, but for the last, which takes all it can.
   */
  private boolean isEnough(int at, BitSet taken, Predicate<BitSet> visitor) {
    Demand demand = demands.get(at);
    BitSet free = (BitSet) demand.usable().clone();
    free.andNot(taken);
    if (!holds(demand, free)) {
      return false;
    }
    return at == demands.size() - 1
        ? visitor.test(free)
        : MinimalSets.areEnough(
            free, this::kind, demand.most(), some -> holds(demand, some), visitor);
  }

  private int kind(int fact) {
    ImmutableIntArray known = kinds;
    if (known == null) {
      known = kinds();
      kinds = known;
    }
    return known.get(fact);
  }

  private ImmutableIntArray kinds() {
    ReadFields read = claims.read(demands.stream().map(Demand::number).toList());
    Map<OrderedKey, Integer> numbered = new HashMap<>();
    ImmutableIntArray.Builder numbers = ImmutableIntArray.builder(contested.size());
    for (int i = 0; i < contested.size(); i++) {
      int bit = i;
      List<Object> told = new ArrayList<>(List.of(read.of(contested.get(i))));
      demands.forEach(demand -> told.add(demand.usable().get(bit)));
      Integer number = numbered.putIfAbsent(new OrderedKey(told), i);
      numbers.add(number == null ? i : number);
    }
    return numbers.build();
  }

  private boolean holds(Demand demand, BitSet given) {
    budget.spendRow();
    Set<Candidate> facts = Set.copyOf(facts(given));
    return claims.holds(
        demand.number(), fact -> demand.own().contains(fact) || facts.contains(fact));
  }
}
