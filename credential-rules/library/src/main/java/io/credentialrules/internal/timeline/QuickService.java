package io.credentialrules.internal.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether all of some demands can be served with a fact for one of them each, where that is quickly
 * seen.
 *
 * <p><b>The idea.</b> They cannot be where there are not even facts enough for one each, and two
 * each where no single one is enough, as matchings say. They can be where it is done once: those
 * first that the fewest facts serve alone, each by the fact that serves the fewest others, or else
 * by a minimal set of such facts.
 *
 * <p><b>The invariant.</b> Both answers are proofs. What neither proves is left to a search.
 */
final class QuickService {
  private final List<BitSet> usable;
  private final int facts;
  private final BiPredicate<Integer, BitSet> holds;

  /** The demands that do not hold without any of the facts. */
  private final List<Integer> open = new ArrayList<>();

  /** For each demand the facts that serve it alone. */
  private final List<BitSet> alone = new ArrayList<>();

  /**
   * Of demands that are numbered from 0.
   *
   * @param usable the facts that each could use
   * @param holds whether a demand holds with some facts
   */
  QuickService(List<BitSet> usable, int facts, BiPredicate<Integer, BitSet> holds) {
    this.usable = usable;
    this.facts = facts;
    this.holds = holds;
    for (int demand = 0; demand < usable.size(); demand++) {
      BitSet serving = new BitSet();
      if (!holds.test(demand, new BitSet())) {
        open.add(demand);
        int number = demand;
        usable.get(demand).stream()
            .filter(fact -> holds.test(number, one(fact)))
            .forEach(serving::set);
      }
      alone.add(serving);
    }
  }

  /**
   * Whether there are too few facts for the demands from one on: for one each, and two where no
   * single one is enough.
   */
  boolean isRefuted(int from, BitSet taken) {
    List<Integer> left = open.stream().filter(demand -> demand >= from).toList();
    BitSet free = new BitSet();
    left.forEach(demand -> free.or(usable.get(demand)));
    free.andNot(taken);
    return matched(left, usable, free) < left.size()
        || 2 * left.size() - matched(left, alone, free) > free.cardinality();
  }

  /** How many of some demands have a fact of their own at the most, each of those that it may. */
  private int matched(List<Integer> demands, List<BitSet> each, BitSet free) {
    int[] servedBy = new int[facts];
    Arrays.fill(servedBy, -1);
    int matched = 0;
    for (int demand : demands) {
      BitSet tried = new BitSet();
      tried.flip(0, facts);
      tried.andNot(free);
      matched += finds(demand, each, servedBy, tried) ? 1 : 0;
    }
    return matched;
  }

  private static boolean finds(int demand, List<BitSet> each, int[] servedBy, BitSet tried) {
    for (int fact : each.get(demand).stream().toArray()) {
      if (!tried.get(fact)) {
        tried.set(fact);
        if (servedBy[fact] < 0 || finds(servedBy[fact], each, servedBy, tried)) {
          servedBy[fact] = demand;
          return true;
        }
      }
    }
    return false;
  }

  private static BitSet one(int fact) {
    BitSet one = new BitSet();
    one.set(fact);
    return one;
  }

  /**
   * What each is given where serving one after the other serves all, and the last one all that is
   * left; null where it does not. Only of demands that more facts never make fail.
   */
  @Nullable Allotment serving() {
    int[] uses = new int[facts];
    for (int demand : open) {
      alone.get(demand).stream().forEach(fact -> uses[fact] += open.size());
      usable.get(demand).stream().forEach(fact -> uses[fact]++);
    }
    List<Integer> hardest = new ArrayList<>(open);
    hardest.sort(
        Comparator.<Integer>comparingInt(demand -> alone.get(demand).cardinality())
            .thenComparingInt(demand -> usable.get(demand).cardinality()));
    BitSet[] served = new BitSet[usable.size()];
    Arrays.setAll(served, demand -> new BitSet());
    BitSet taken = new BitSet();
    for (int demand : hardest) {
      BitSet given = (BitSet) alone.get(demand).clone();
      given.andNot(taken);
      if (given.isEmpty()) {
        given = (BitSet) usable.get(demand).clone();
        given.andNot(taken);
        if (!holds.test(demand, given)) {
          return null;
        }
      }
      reduce(demand, given, uses);
      served[demand] = given;
      taken.or(given);
    }
    if (served.length > 0) {
      BitSet left = (BitSet) usable.get(served.length - 1).clone();
      left.andNot(taken);
      served[served.length - 1].or(left);
    }
    return new Allotment(served);
  }

  /** Leaves no more than a demand needs, of what serves the fewest others. */
  private void reduce(int demand, BitSet given, int[] uses) {
    List<Integer> mostUsed =
        given.stream()
            .boxed()
            .sorted(Comparator.<Integer>comparingInt(fact -> uses[fact]).reversed())
            .toList();
    for (int fact : mostUsed) {
      given.clear(fact);
      if (!holds.test(demand, given)) {
        given.set(fact);
      }
    }
  }
}
