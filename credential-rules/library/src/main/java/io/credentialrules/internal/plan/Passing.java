package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Operator;
import java.util.List;

/** Which tests pass in a plan: two facts do not differ only because one of them has no name yet. */
final class Passing {
  private Passing() {}

  static boolean all(List<Test> tests, Row row) {
    for (Test test : tests) {
      if (!passes(test, row)) {
        return false;
      }
    }
    return true;
  }

  static boolean passes(Test test, Row row) {
    return test.in(row) && !isByAbsence(test, row);
  }

  private static boolean isByAbsence(Test test, Row row) {
    Comparison comparison = test.comparison();
    return comparison != null
        && comparison.operator() == Operator.NOT_EQUAL
        && !comparison.left().isLiteral()
        && !comparison.right().isLiteral()
        && (comparison.left().in(row) == null || comparison.right().in(row) == null);
  }
}
