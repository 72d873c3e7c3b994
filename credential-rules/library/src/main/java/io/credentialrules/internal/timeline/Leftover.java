package io.credentialrules.internal.timeline;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Leaves as much as can be for the requirements that do not hold, while those that hold keep what
 * they need. So what a decision says is missing is the least with which the requirement holds
 * beside the others.
 *
 * <p><b>The idea.</b> Which requirements hold is settled before ({@link Allocator}). They are
 * served again, each with every minimal set of the facts that those before it have left; those that
 * do not hold come last and use what is left, the first of the rule first. A state, which is the
 * next requirement and the facts that are taken, is looked at once.
 *
 * <p><b>What bounds it.</b> So many sets are tried, and the search ends where they lack no more
 * than they would alone, which is the common case. What it has found until then is possible. A
 * requirement that holds and could fail with more evidence keeps what it has: it was asked of all
 * that is left.
 */
final class Leftover {
  private static final int MOST_SETS = 20_000;

  private final ContestedFacts contest;
  private final Gaps gaps;
  private final int served;

  /** Of those that are not served, by their places, the ones of which what they lack can differ. */
  private final List<Integer> measured;

  private final List<BigDecimal> least;
  private final Set<State> visited = new HashSet<>();
  private final @Nullable BitSet[] path;
  private int sets;
  private @Nullable List<BigDecimal> fewest;
  private @Nullable Allotment best;

  private record State(int demand, BitSet taken) {}

  private Leftover(ContestedFacts contest, Gaps gaps, int served, List<Integer> measured) {
    this.contest = contest;
    this.gaps = gaps;
    this.served = served;
    this.measured = measured;
    this.path = new @Nullable BitSet[contest.size()];
    this.least = gaps(new BitSet());
  }

  /**
   * The same requirements served, so that most is left for the totals that are not.
   *
   * @param requirements all of the rule, in its order
   */
  static Allocation of(
      Allocation allocation, List<Integer> requirements, Claims claims, Budget budget) {
    List<Integer> unserved =
        requirements.stream().filter(number -> !allocation.given().containsKey(number)).toList();
    List<Integer> again = allocation.given().keySet().stream().filter(claims::isGrowing).toList();
    if (unserved.isEmpty() || again.isEmpty()) {
      return allocation;
    }
    Set<Candidate> kept = new HashSet<>();
    allocation
        .given()
        .forEach((number, facts) -> kept.addAll(again.contains(number) ? Set.of() : facts));
    List<Integer> all = new ArrayList<>(again);
    all.addAll(unserved);
    int served = again.size();
    ContestedFacts contest =
        new ContestedFacts(all, served, claims, fact -> !kept.contains(fact), budget);
    if (contest.contested() == 0) {
      return allocation;
    }
    Gaps gaps = new Gaps(claims);
    return budget.apart(
        () ->
            new Leftover(contest, gaps, served, canLackLess(allocation, contest, served, claims))
                .allocation(allocation, claims),
        exceeded -> allocation);
  }

  /** One that would hold alone and sums up nothing lacks its facts, and no more or less. */
  private static List<Integer> canLackLess(
      Allocation allocation, ContestedFacts contest, int served, Claims claims) {
    return IntStream.range(served, contest.size())
        .filter(
            at ->
                !allocation.without().containsKey(contest.number(at))
                    || claims.most(contest.number(at)) == Integer.MAX_VALUE)
        .boxed()
        .toList();
  }

  private Allocation allocation(Allocation before, Claims claims) {
    isEnough(0, new BitSet());
    Allotment found = best;
    if (found == null) {
      return before;
    }
    ImmutableMap<Integer, ImmutableSet<Candidate>> again =
        contest.allocation(withTheRest(found)).given();
    ImmutableMap.Builder<Integer, ImmutableSet<Candidate>> inOrder = ImmutableMap.builder();
    before
        .given()
        .forEach((number, facts) -> inOrder.put(number, again.getOrDefault(number, facts)));
    ImmutableMap<Integer, ImmutableSet<Candidate>> given = inOrder.buildOrThrow();
    Set<Candidate> taken = new HashSet<>();
    given.values().forEach(taken::addAll);
    ImmutableMap.Builder<Integer, ImmutableSet<Candidate>> without = ImmutableMap.builder();
    for (int number : before.without().keySet()) {
      if (claims.holds(number, fact -> !taken.contains(fact))) {
        // The search for who is served was cut, and one more could have been.
        return before;
      }
      without.put(number, Sets.intersection(claims.usable(number), taken).immutableCopy());
    }
    return new Allocation(given, without.buildOrThrow());
  }

  /** Serves one after the other of those that hold; whether the others can lack no less. */
  private boolean isEnough(int at, BitSet taken) {
    if (at == served) {
      return isLeast(taken);
    }
    if (!visited.add(new State(at, (BitSet) taken.clone()))) {
      return false;
    }
    return contest.isEnough(
        at,
        taken,
        () -> ++sets > MOST_SETS,
        claim -> {
          path[at] = claim;
          BitSet further = (BitSet) taken.clone();
          further.or(claim);
          return isEnough(at + 1, further);
        });
  }

  private boolean isLeast(BitSet taken) {
    List<BigDecimal> now = gaps(taken);
    if (fewest == null || isLess(now, fewest)) {
      fewest = now;
      best = new Allotment(path);
    }
    return !isLess(least, now);
  }

  private List<BigDecimal> gaps(BitSet taken) {
    List<BigDecimal> all = new ArrayList<>();
    for (int at : measured) {
      all.add(gaps.of(contest.number(at), contest.among(at, contest.free(at, taken))));
    }
    return all;
  }

  /** Whether the first that differs is less. */
  private static boolean isLess(List<BigDecimal> one, List<BigDecimal> other) {
    for (int i = 0; i < one.size(); i++) {
      int compared = one.get(i).compareTo(other.get(i));
      if (compared != 0) {
        return compared < 0;
      }
    }
    return false;
  }

  /** The last that is served has also what is left and what none of the others can use. */
  private Allotment withTheRest(Allotment found) {
    int last = served - 1;
    BitSet mine = Objects.requireNonNull(found.given(last), "it is served");
    BitSet rest = contest.free(last, found.taken());
    for (int at = served; at < contest.size(); at++) {
      rest.andNot(contest.usable().get(at));
    }
    rest.or(mine);
    return found.with(last, rest);
  }
}
