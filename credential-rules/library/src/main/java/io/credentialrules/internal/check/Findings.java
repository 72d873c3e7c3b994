package io.credentialrules.internal.check;

import io.credentialrules.policy.Problem;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Collects what is wrong; the same problem at the same place is one problem. */
final class Findings {
  private final TreeSet<Problem> problems = new TreeSet<>();

  void error(String code, SourceSpan span, String message, String hint) {
    problems.add(Problem.error(code, span, message, hint));
  }

  void warning(String code, SourceSpan span, String message, String hint) {
    problems.add(Problem.warning(code, span, message, hint));
  }

  boolean hasErrors() {
    return problems.stream()
        .anyMatch(problem -> problem.severity() == io.credentialrules.policy.Severity.ERROR);
  }

  List<Problem> inOrder() {
    return new ArrayList<>(problems);
  }
}
