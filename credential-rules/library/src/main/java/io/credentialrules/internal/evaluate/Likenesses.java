package io.credentialrules.internal.evaluate;

import com.google.common.primitives.ImmutableIntArray;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Trials that are alike for the parts that a plan's goal rests on, so that each is settled once.
 *
 * <p><b>The idea.</b> Most of what a plan tries makes no difference: a course of another title, a
 * day earlier. A part sees of a fact only whether its patterns match, and what its totals add up.
 * So facts of which all parts see the same have one number, for which the parts ask their tests
 * once of each fact, and what was settled for some numbers holds for all facts that have them.
 *
 * <p><b>The invariant.</b> Where more of a fact matters than that, the fact itself is what is seen:
 * for rules that the network settles, and for totals that are not carried on. What is saved is
 * counted as work all the same. Used by one thread.
 */
final class Likenesses {
  /** The number of facts of which no part sees anything. */
  private static final int UNSEEN = 0;

  private final SupportParts parts;
  private final IdentityHashMap<Candidate, Integer> numbers = new IdentityHashMap<>();
  private final Map<List<Object>, Integer> numbered = new HashMap<>();
  private final Map<ImmutableIntArray, Said> known = new HashMap<>();

  /**
   * What the parts say of changes.
   *
   * @param holding the places of the parts that hold
   * @param told how often parts had to be told of other parts
   */
  record Said(BitSet holding, int told) {}

  Likenesses(SupportParts parts) {
    this.parts = parts;
  }

  /** What the parts say of facts that go and come, settled where nothing alike was before. */
  Said said(List<Candidate> gone, List<Candidate> come, Budget budget, Supplier<Said> settled) {
    int[] all = new int[gone.size() + come.size()];
    int size = 0;
    for (Candidate fact : gone) {
      all[size++] = -number(fact, budget);
    }
    for (Candidate fact : come) {
      all[size++] = number(fact, budget);
    }
    ImmutableIntArray alike = seen(all);
    Said said = known.get(alike);
    if (said == null) {
      said = settled.get();
      known.put(alike, said);
    } else {
      budget.countWork(said.told());
    }
    return said;
  }

  private static ImmutableIntArray seen(int[] all) {
    Arrays.sort(all);
    ImmutableIntArray.Builder seen = ImmutableIntArray.builder(all.length);
    for (int number : all) {
      if (number != UNSEEN) {
        seen.add(number);
      }
    }
    return seen.build();
  }

  private int number(Candidate fact, Budget budget) {
    budget.countWork(parts.lookingAt(fact).size());
    Integer number = numbers.get(fact);
    if (number == null) {
      number = number(fact);
      numbers.put(fact, number);
    }
    return number;
  }

  private int number(Candidate fact) {
    List<Object> seen = new ArrayList<>();
    for (SupportPart part : parts.matching(fact)) {
      part.addSeen(fact, seen);
    }
    return seen.isEmpty()
        ? UNSEEN
        : numbered.computeIfAbsent(seen, none -> UNSEEN + 1 + numbered.size());
  }
}
