package io.credentialrules.internal.timeline;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/**
 * The minimal sets of some facts with which something holds, the smallest first and those of one
 * size in the order of their facts. Of facts that are of one kind, which nothing tells apart, only
 * the first ones are taken: any other set with as many of each kind would come later. Used once, by
 * one thread.
 */
final class MinimalSets {
  private final ImmutableIntArray facts;

  /** For each place the fact before it of the same kind, or -1. */
  private final ImmutableIntArray before;

  private final Predicate<BitSet> holds;
  private final Predicate<BitSet> visitor;
  private final List<BitSet> minimal = new ArrayList<>();

  private MinimalSets(
      ImmutableIntArray facts,
      ImmutableIntArray before,
      Predicate<BitSet> holds,
      Predicate<BitSet> visitor) {
    this.facts = facts;
    this.before = before;
    this.holds = holds;
    this.visitor = visitor;
  }

  /**
   * Visits them until the visitor says that it is enough; whether it did.
   *
   * @param kind the kind of a fact
   * @param most how many facts a set has at the most
   */
  static boolean areEnough(
      BitSet all,
      IntUnaryOperator kind,
      int most,
      Predicate<BitSet> holds,
      Predicate<BitSet> visitor) {
    ImmutableIntArray facts = ImmutableIntArray.copyOf(all.stream());
    Map<Integer, Integer> latest = new HashMap<>();
    ImmutableIntArray.Builder before = ImmutableIntArray.builder(facts.length());
    facts.forEach(
        fact -> {
          Integer alike = latest.put(kind.applyAsInt(fact), fact);
          before.add(alike == null ? -1 : alike);
        });
    MinimalSets sets = new MinimalSets(facts, before.build(), holds, visitor);
    for (int size = 0; size <= Math.min(most, facts.length()); size++) {
      if (sets.isEnough(0, size, new BitSet())) {
        return true;
      }
    }
    return false;
  }

  private boolean isEnough(int from, int more, BitSet chosen) {
    if (minimal.stream().anyMatch(smaller -> contains(chosen, smaller))) {
      return false;
    }
    if (more == 0) {
      if (!holds.test(chosen)) {
        return false;
      }
      BitSet found = (BitSet) chosen.clone();
      minimal.add(found);
      return visitor.test(found);
    }
    for (int i = from; i <= facts.length() - more; i++) {
      int alike = before.get(i);
      if (alike < 0 || chosen.get(alike)) {
        chosen.set(facts.get(i));
        if (isEnough(i + 1, more - 1, chosen)) {
          return true;
        }
        chosen.clear(facts.get(i));
      }
    }
    return false;
  }

  private static boolean contains(BitSet set, BitSet part) {
    BitSet rest = (BitSet) part.clone();
    rest.andNot(set);
    return rest.isEmpty();
  }
}
