package io.credentialrules.internal.check;

import io.credentialrules.policy.PolicyRule;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Shortens what the checks found to what a person reads: of one kind of problem a few in each rule,
 * the last of which says how many more there are, and of all problems as many as the limit allows.
 */
final class Shortened {
  private static final int MOST_ALIKE = 5;

  private final TreeMap<SourceSpan, SourceSpan> rules = new TreeMap<>();

  private record Kind(String code, @Nullable SourceSpan rule, String file) {}

  private Shortened(List<PolicyRule> rules) {
    for (PolicyRule rule : rules) {
      this.rules.put(rule.header().span(), rule.header().span());
    }
  }

  /** The problems, which are in order, shortened. */
  static List<Problem> of(List<Problem> problems, List<PolicyRule> rules, int most) {
    return within(most, new Shortened(rules).alike(problems));
  }

  private List<Problem> alike(List<Problem> problems) {
    Map<Kind, Integer> counts = new HashMap<>();
    problems.forEach(problem -> counts.merge(kind(problem), 1, Integer::sum));
    Map<Kind, Integer> seen = new HashMap<>();
    List<Problem> kept = new ArrayList<>();
    for (Problem problem : problems) {
      Kind kind = kind(problem);
      int number = seen.merge(kind, 1, Integer::sum);
      int more = counts.getOrDefault(kind, 0) - MOST_ALIKE;
      if (number < MOST_ALIKE || more <= 0) {
        kept.add(problem);
      } else if (number == MOST_ALIKE) {
        kept.add(
            with(
                problem,
                more + " more like it in this " + (kind.rule() == null ? "file" : "rule")));
      }
    }
    return kept;
  }

  private static Problem with(Problem problem, String more) {
    return new Problem(
        problem.code(),
        problem.severity(),
        problem.span(),
        problem.message() + "; and " + more,
        problem.hint());
  }

  private Kind kind(Problem problem) {
    Map.Entry<SourceSpan, SourceSpan> before = rules.floorEntry(problem.span());
    SourceSpan rule = before == null ? null : before.getValue();
    boolean isInside =
        rule != null
            && rule.file().equals(problem.span().file())
            && problem.span().line() <= rule.endLine();
    return new Kind(problem.code(), isInside ? rule : null, problem.span().file());
  }

  private static List<Problem> within(int most, List<Problem> problems) {
    if (problems.size() <= most) {
      return problems;
    }
    List<Problem> left = problems.subList(most, problems.size());
    boolean hasErrors = left.stream().anyMatch(one -> one.severity() == Severity.ERROR);
    List<Problem> kept = new ArrayList<>(problems.subList(0, most));
    kept.add(
        new Problem(
            "too-many-problems",
            hasErrors ? Severity.ERROR : Severity.WARNING,
            left.get(0).span(),
            "more than "
                + most
                + " problems; "
                + left.size()
                + " are not shown (limit `maxProblems`)",
            "correct the others first"));
    return kept;
  }
}
