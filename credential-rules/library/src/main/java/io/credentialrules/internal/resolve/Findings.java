package io.credentialrules.internal.resolve;

import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.RuleHeader;
import io.credentialrules.policy.syntax.Silence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is wrong with a policy that could be read, and which silences were needed. */
public final class Findings {
  private final Problems problems = new Problems(Integer.MAX_VALUE);
  private final TreeSet<SourceSpan> errors = new TreeSet<>();
  private final Set<Silence> silenced = new HashSet<>();

  /** Adds an error. */
  public void error(SourceSpan span, Fault fault) {
    if (fault.severity() == Severity.ERROR) {
      errors.add(span);
    }
    problems.add(span, fault);
  }

  /** Adds a warning of a rule. */
  void warning(RuleHeader header, SourceSpan span, Fault fault) {
    problems.add(header.nameSpan(), span, fault);
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
    if (errors.isEmpty()) {
      return false;
    }
    SourceSpan end = new SourceSpan(rule.file(), rule.endLine() + 1, 1, rule.endLine() + 1, 1);
    return !errors.subSet(rule, end).isEmpty();
  }

  private boolean hasErrorInside(SourceSpan span) {
    SourceSpan end =
        new SourceSpan(
            span.file(), span.endLine(), span.endColumn(), span.endLine(), span.endColumn());
    return errors.subSet(span, end).stream().anyMatch(error -> !error.equals(span));
  }

  public boolean hasErrors() {
    return !errors.isEmpty();
  }

  /** All problems in the order of their places, but for those that another one explains. */
  public List<Problem> inOrder() {
    return problems.inOrder().stream()
        .filter(problem -> !problem.code().equals("unreachable") || !hasErrorInside(problem.span()))
        .toList();
  }
}
