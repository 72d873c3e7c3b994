package io.credentialrules.oracle;

import io.credentialrules.vocabulary.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Shares facts out among what a rule asks for, by trying every way to do so. */
final class Sharing {
  /** Thrown when there are too many ways to try. */
  static final class TooManyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final int MOST_FACTS = 8;

  private final List<Fact> facts;

  Sharing(List<Fact> facts) {
    if (facts.size() > MOST_FACTS) {
      throw new TooManyException();
    }
    this.facts = facts;
  }

  /**
   * Whether each can have facts of its own.
   *
   * @param types the types of the facts that can decide what is asked for
   * @param holds whether what is asked for is there with some facts only
   */
  boolean isPossible(
      List<Ask> asks, Function<Ask, Set<String>> types, BiPredicate<Ask, Set<Fact>> holds) {
    int all = 1 << facts.size();
    boolean[] possible = new boolean[all];
    possible[0] = true;
    for (Ask ask : asks) {
      int decisive = decisive(types.apply(ask));
      boolean[] suffices = new boolean[all];
      for (int set = 0; set < all; set++) {
        int part = set & decisive;
        suffices[set] = part == set ? holds.test(ask, of(set)) : suffices[part];
      }
      boolean[] next = new boolean[all];
      for (int before = 0; before < all; before++) {
        for (int set = 0; possible[before] && set < all; set++) {
          next[before | set] |= (before & set) == 0 && suffices[set];
        }
      }
      possible = next;
    }
    for (boolean some : possible) {
      if (some) {
        return true;
      }
    }
    return false;
  }

  private int decisive(Set<String> types) {
    int set = 0;
    for (int i = 0; i < facts.size(); i++) {
      set |= types.contains(facts.get(i).getClass().getSimpleName()) ? 1 << i : 0;
    }
    return set;
  }

  private Set<Fact> of(int set) {
    Set<Fact> some = new HashSet<>();
    for (int i = 0; i < facts.size(); i++) {
      if ((set & 1 << i) != 0) {
        some.add(facts.get(i));
      }
    }
    return some;
  }
}
