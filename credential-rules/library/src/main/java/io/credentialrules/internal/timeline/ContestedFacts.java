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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The requirements that share facts which serve one of them each, in the order in which they are
 * served: those that sum up come last. Facts that two of them could use are contested, and are bits
 * of a set, in canonical order. Used by one thread.
 */
final class ContestedFacts {
  private final Claims claims;
  private final Budget budget;
  private final List<Demand> demands = new ArrayList<>();
  private final List<Candidate> contested;

  /** For each contested fact the first that no rule tells from it; null until it is asked for. */
  private @Nullable ImmutableIntArray kinds;

  /** A requirement, the facts that only it can use, and which of the contested ones it can use. */
  private record Demand(int number, int place, Set<Candidate> own, BitSet usable, int most) {}

  /**
   * Of requirements that hold alone.
   *
   * @param requirements their numbers, in the order of the rule; those that are not served last
   * @param served how many of them are served
   * @param available which facts there are
   */
  ContestedFacts(
      List<Integer> requirements,
      int served,
      Claims claims,
      Predicate<Candidate> available,
      Budget budget) {
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
        Comparator.<Demand, Boolean>comparing(demand -> demand.place() >= served)
            .thenComparing(demand -> demand.place() < served && demand.most() == Integer.MAX_VALUE)
            .thenComparing(Demand::place));
  }

  int size() {
    return demands.size();
  }

  int contested() {
    return contested.size();
  }

  /** The contested facts that each could use. */
  List<BitSet> usable() {
    return demands.stream().map(Demand::usable).toList();
  }

  /** Those of them that one could use and that are not taken. */
  BitSet free(int demand, BitSet taken) {
    BitSet free = (BitSet) demands.get(demand).usable().clone();
    free.andNot(taken);
    return free;
  }

  /** Whether more facts never make one of them fail. */
  boolean areGrowing() {
    return demands.stream().allMatch(demand -> claims.isGrowing(demand.number()));
  }

  boolean isGrowing(int demand) {
    return claims.isGrowing(demands.get(demand).number());
  }

  /**
   * Visits what would serve a demand, until the visitor says that it is enough: no more than it
   * needs, but for the last, which takes all it can.
   */
  boolean isEnough(int at, BitSet taken, Predicate<BitSet> visitor) {
    BitSet free = free(at, taken);
    if (!holds(at, free)) {
      return false;
    }
    return at == demands.size() - 1
        ? visitor.test(free)
        : MinimalSets.areEnough(
            free, this::kind, demands.get(at).most(), some -> holds(at, some), visitor);
  }

  /**
   * Visits what would serve a demand with no more than it needs, wherever it comes, until the
   * visitor says that it is enough, or the search has ended.
   *
   * @param isOver whether to end, before a set is looked at; then it stays over
   */
  boolean isEnough(int at, BitSet taken, BooleanSupplier isOver, Predicate<BitSet> visitor) {
    BitSet free = free(at, taken);
    return MinimalSets.areEnough(
        free,
        this::kind,
        demands.get(at).most(),
        some -> isOver.getAsBoolean() || holds(at, some),
        claim -> isOver.getAsBoolean() || visitor.test(claim));
  }

  /** The number of the requirement. */
  int number(int demand) {
    return demands.get(demand).number();
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
      told.add(claims.isOpen(contested.get(i)));
      demands.forEach(demand -> told.add(demand.usable().get(bit)));
      Integer number = numbered.putIfAbsent(new OrderedKey(told), i);
      numbers.add(number == null ? i : number);
    }
    return numbers.build();
  }

  /** Whether one holds with some of the contested facts and with its own. */
  boolean holds(int at, BitSet given) {
    budget.spendRow();
    return claims.holds(demands.get(at).number(), among(at, given));
  }

  /** What is one's own, or among some of the contested facts. */
  Predicate<Candidate> among(int at, BitSet given) {
    Set<Candidate> own = demands.get(at).own();
    Set<Candidate> facts = Set.copyOf(facts(given));
    return fact -> own.contains(fact) || facts.contains(fact);
  }

  /** The place of a demand in the rule. */
  int place(int demand) {
    return demands.get(demand).place();
  }

  /** Whether one serves more, or as many and the first of the rule that only one of both serves. */
  boolean isBetter(Allotment one, Allotment other) {
    return isBetter(served(one), served(other));
  }

  /** The same of the places of those that are served. */
  static boolean isBetter(BitSet served, BitSet other) {
    int more = served.cardinality() - other.cardinality();
    if (more != 0) {
      return more > 0;
    }
    BitSet differing = (BitSet) served.clone();
    differing.xor(other);
    return !differing.isEmpty() && served.get(differing.nextSetBit(0));
  }

  private BitSet served(Allotment allotment) {
    BitSet served = new BitSet();
    for (int i = 0; i < demands.size(); i++) {
      served.set(place(i), allotment.given(i) != null);
    }
    return served;
  }

  /** Who has what. */
  Allocation allocation(Allotment allotment) {
    Map<Integer, ImmutableSet<Candidate>> given = new HashMap<>();
    Map<Integer, ImmutableSet<Candidate>> without = new HashMap<>();
    BitSet taken = allotment.taken();
    for (int i = 0; i < demands.size(); i++) {
      Demand demand = demands.get(i);
      BitSet mine = allotment.given(i);
      if (mine == null) {
        BitSet lost = (BitSet) demand.usable().clone();
        lost.and(taken);
        without.put(demand.number(), ImmutableSet.copyOf(facts(lost)));
      } else {
        given.put(
            demand.number(),
            ImmutableSet.<Candidate>builder().addAll(demand.own()).addAll(facts(mine)).build());
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
}
