package io.credentialrules.internal.read;

import io.credentialrules.policy.Problem;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The problems found so far. Keeps no more than the limit, and then says that it stopped. */
final class Problems {
  private final int limit;
  private final List<Problem> found = new ArrayList<>();
  private int count;

  Problems(int limit) {
    this.limit = limit;
  }

  void add(String code, SourceSpan span, String message, String hint) {
    count++;
    if (isRepeated(code, span)) {
      return;
    }
    if (found.size() < limit) {
      found.add(Problem.error(code, span, message, hint));
    } else if (found.size() == limit) {
      found.add(
          Problem.error(
              "too-many-problems",
              span,
              "more than " + limit + " problems; what follows was not read (limit `maxProblems`)",
              "correct the others first"));
    }
  }

  /** Whether reading on has come to the same problem again. */
  private boolean isRepeated(String code, SourceSpan span) {
    if (found.isEmpty()) {
      return false;
    }
    Problem last = found.get(found.size() - 1);
    return last.code().equals(code) && last.span().equals(span);
  }

  /** Counts a problem that another one, reported already, explains. */
  void countOne() {
    count++;
  }

  /**
   * How many there were, with those that were not kept; a rule is sound when reading it adds none.
   */
  int count() {
    return count;
  }

  /** Whether there were more than the limit, so that reading on is of no use. */
  boolean full() {
    return found.size() > limit;
  }

  List<Problem> sorted() {
    List<Problem> sorted = new ArrayList<>(found);
    Collections.sort(sorted);
    return sorted;
  }
}
