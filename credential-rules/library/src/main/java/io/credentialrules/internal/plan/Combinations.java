package io.credentialrules.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Every choice of one value from each of several lists, up to a number, first values first. */
record Combinations(List<List<Optional<Object>>> lists, int most) {

  /** Visits them until the visitor returns true; whether it did. */
  boolean visit(Predicate<List<Optional<Object>>> visitor) {
    int[] at = new int[lists.size()];
    if (lists.stream().anyMatch(List::isEmpty)) {
      return false;
    }
    for (int tried = 0; tried < most; tried++) {
      List<Optional<Object>> chosen = new ArrayList<>();
      for (int i = 0; i < at.length; i++) {
        chosen.add(lists.get(i).get(at[i]));
      }
      if (visitor.test(chosen)) {
        return true;
      }
      int last = at.length - 1;
      while (last >= 0 && ++at[last] == lists.get(last).size()) {
        at[last--] = 0;
      }
      if (last < 0) {
        return false;
      }
    }
    return false;
  }
}
