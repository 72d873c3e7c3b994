package io.credentialrules.internal.resolve;

import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.Silence;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Collects what is wrong; the same problem at the same place is one problem. */
public final class Findings {
  private final TreeSet<Problem> problems = new TreeSet<>();
  private final Set<Silence> silenced = new HashSet<>();

  public void error(String code, SourceSpan span, String message, String hint) {
    problems.add(Problem.error(code, span, message, hint));
  }

  public void warning(String code, SourceSpan span, String message, String hint) {
    problems.add(Problem.warning(code, span, message, hint));
  }

  /** Remembers that a silence was needed. */
  public void silenced(Silence silence) {
    silenced.add(silence);
  }

  public boolean needed(Silence silence) {
    return silenced.contains(silence);
  }

  /** Whether there is an error between the first and the last line of a rule. */
  public boolean hasErrors(SourceSpan rule) {
    SourceSpan end = new SourceSpan(rule.file(), rule.endLine() + 1, 1, rule.endLine() + 1, 1);
    return problems.subSet(Problem.error("", rule, "", ""), Problem.error("", end, "", "")).stream()
        .anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  private boolean hasErrorInside(SourceSpan span) {
    SourceSpan end =
        new SourceSpan(
            span.file(), span.endLine(), span.endColumn(), span.endLine(), span.endColumn());
    return problems.subSet(Problem.error("", span, "", ""), Problem.error("", end, "", "")).stream()
        .anyMatch(problem -> !problem.span().equals(span));
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  /** All problems, but for those that another one explains. */
  public List<Problem> inOrder() {
    List<Problem> all = new ArrayList<>();
    for (Problem problem : problems) {
      boolean explained = problem.code().equals("unreachable") && hasErrorInside(problem.span());
      if (!explained) {
        all.add(problem);
      }
    }
    return all;
  }
}
