package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Budget;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Serves demands one after the other, each with no more than it needs of what those before it have
 * left, and the last of the rule with all that is left. What it finds is possible, and perhaps not
 * the best. It looks at as many sets as there are facts for each demand, and not at more than the
 * limit.
 *
 * <p>Two orders are tried: that of the rule, and first those that the fewest facts could serve,
 * which leave to others what others could use. Each is tried again with those first that it has not
 * served.
 */
final class InTurn {
  private final ContestedFacts contest;
  private final Budget budget;

  InTurn(ContestedFacts contest, Budget budget) {
    this.contest = contest;
    this.budget = budget;
  }

  Allotment best() {
    List<BitSet> usable = contest.usable();
    int[] uses = new int[contest.contested()];
    usable.forEach(facts -> facts.stream().forEach(fact -> uses[fact]++));
    List<Integer> rule = IntStream.range(0, contest.size()).boxed().toList();
    List<Integer> hardest =
        rule.stream()
            .sorted(Comparator.comparingInt(demand -> usable.get(demand).cardinality()))
            .toList();
    Comparator<Integer> early = Comparator.naturalOrder();
    Comparator<Integer> unshared =
        Comparator.<Integer>comparingInt(fact -> uses[fact]).thenComparing(early);
    return again(again(simplest(rule), rule, early), hardest, unshared);
  }

  /** Serves in an order, and once more with those first that are not served then. */
  private Allotment again(Allotment than, List<Integer> order, Comparator<Integer> given) {
    Allotment first = better(than, order, given);
    List<Integer> again = new ArrayList<>(order);
    again.sort(Comparator.comparing(demand -> first.given(demand) != null));
    return better(first, again, given);
  }

  private Allotment better(Allotment than, List<Integer> order, Comparator<Integer> given) {
    Optional<Allotment> served =
        budget.apart(() -> Optional.of(served(order, given)), exceeded -> Optional.empty());
    return served.filter(one -> contest.isBetter(one, than)).orElse(than);
  }

  /** Each has all that is left; the first of them alone where even that is not seen. */
  private Allotment simplest(List<Integer> order) {
    return budget.apart(
        () -> served(order, null),
        exceeded -> {
          @Nullable BitSet[] given = new @Nullable BitSet[contest.size()];
          given[0] = contest.free(0, new BitSet());
          return new Allotment(given);
        });
  }

  /**
   * What each is given.
   *
   * @param first which facts are given first; null where each has all that is left
   */
  private Allotment served(List<Integer> order, @Nullable Comparator<Integer> first) {
    int last = contest.size() - 1;
    List<Integer> turns = new ArrayList<>(order);
    if (!contest.isGrowing(last)) {
      turns.remove(Integer.valueOf(last));
      turns.add(last);
    }
    @Nullable BitSet[] given = new @Nullable BitSet[contest.size()];
    BitSet taken = new BitSet();
    for (int demand : turns) {
      BitSet free = contest.free(demand, taken);
      if (contest.holds(demand, free)) {
        if (first != null) {
          reduce(demand, free, first);
        }
        given[demand] = free;
        taken.or(free);
      }
    }
    BitSet ofLast = given[last];
    if (ofLast != null) {
      ofLast.or(contest.free(last, taken));
    }
    return new Allotment(given);
  }

  /** Leaves no more than a demand needs: blocks are left out, and then smaller ones. */
  private void reduce(int demand, BitSet given, Comparator<Integer> first) {
    for (int block = Math.max(1, given.cardinality() / 2); block > 0; block /= 2) {
      List<Integer> facts = given.stream().boxed().sorted(first.reversed()).toList();
      for (int from = 0; from < facts.size(); from += block) {
        List<Integer> out = facts.subList(from, Math.min(from + block, facts.size()));
        out.forEach(given::clear);
        if (!contest.holds(demand, given)) {
          out.forEach(given::set);
        }
      }
    }
  }
}
