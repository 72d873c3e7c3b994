package io.credentialrules.cli;

import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Problems as text: where, what, the line with a caret under the place, and what to do next.
 * Readable without colour.
 */
final class ProblemText {
  private final Map<String, List<String>> lines = new HashMap<>();

  ProblemText(List<PolicyPack> packs) {
    for (PolicyPack pack : packs) {
      pack.files()
          .forEach((path, text) -> lines.put(pack.name() + "/" + path, text.lines().toList()));
    }
  }

  /** All problems and how many there are. */
  List<String> of(List<Problem> problems) {
    List<String> text = new ArrayList<>();
    for (Problem problem : problems) {
      SourceSpan span = problem.span();
      String severity = problem.severity() == Severity.ERROR ? "error" : "warning";
      text.add(span + ": " + severity + " [" + problem.code() + "] " + problem.message());
      List<String> file = lines.getOrDefault(span.file(), List.of());
      if (span.line() <= file.size()) {
        Excerpt excerpt = Excerpt.of(file.get(span.line() - 1), span);
        text.add("    " + excerpt.line());
        text.add("    " + excerpt.carets());
      }
      if (!problem.hint().isEmpty()) {
        text.add("    hint: " + problem.hint());
      }
    }
    long errors = problems.stream().filter(problem -> problem.severity() == Severity.ERROR).count();
    text.add(count(errors, "error") + ", " + count(problems.size() - errors, "warning"));
    return text;
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
