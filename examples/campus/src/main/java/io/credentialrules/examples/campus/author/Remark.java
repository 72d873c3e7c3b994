package io.credentialrules.examples.campus.author;

import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.SourceSpan;
import java.util.Comparator;
import java.util.List;

/**
 * A problem as the workbench shows it.
 *
 * @param here whether it is in the file that is edited
 * @param place the line; of another file its name too
 * @param line the line, from 1
 * @param column the column, from 1
 * @param isError whether the policy cannot be used
 * @param message what is wrong, and what to do next
 * @param source the line as it is written; empty for another file
 */
record Remark(
    boolean here,
    String place,
    int line,
    int column,
    boolean isError,
    String message,
    String source) {
  private static final int SHOWN = 50;
  private static final int LONGEST_LINE = 160;

  /** The problems of a text: errors first, those of the file before those of others. */
  static List<Remark> of(List<Problem> problems, Workbench.Draft draft) {
    List<String> lines = draft.text().lines().toList();
    return problems.stream()
        .map(problem -> of(problem, draft, lines))
        .sorted(
            Comparator.comparing(Remark::isError)
                .reversed()
                .thenComparing(remark -> !remark.here())
                .thenComparing(Remark::line)
                .thenComparing(Remark::column))
        .limit(SHOWN)
        .toList();
  }

  private static Remark of(Problem problem, Workbench.Draft draft, List<String> lines) {
    SourceSpan span = problem.span();
    boolean here = span.file().equals(draft.file());
    String message = problem.message() + (problem.hint().isEmpty() ? "" : "; " + problem.hint());
    return new Remark(
        here,
        here ? "Line " + span.line() : span.toString(),
        span.line(),
        span.column(),
        problem.severity() == Severity.ERROR,
        message,
        here && span.line() <= lines.size() ? shortened(lines.get(span.line() - 1)) : "");
  }

  private static String shortened(String line) {
    String own = line.strip();
    return own.length() > LONGEST_LINE ? own.substring(0, LONGEST_LINE) + "…" : own;
  }
}
