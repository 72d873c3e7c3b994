package io.credentialrules.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Limits;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads small files for tests. A text that must be refused marks what must be reported with
 * guillemets, so that each test says the exact place: {@code A( hours «+» 1 > 3 )}.
 */
final class Reading {
  private Reading() {}

  static ReadResult file(String text) {
    return file(text, Limits.DEFAULT);
  }

  static ReadResult file(String text, Limits limits) {
    return PolicyReader.read(List.of(PolicyPack.of("pack", Map.of("file.drl", text))), limits);
  }

  /** The only rule of a file that has no problem. */
  static PolicyRule rule(String text) {
    ReadResult result = file(text);
    assertThat(result.problems()).isEmpty();
    assertThat(result.model().rules()).hasSize(1);
    return result.model().rules().get(0);
  }

  /** The conditions of a rule whose {@code when} is given. */
  static List<Condition> conditions(String when) {
    return rule(ruleOf(when)).when().parts();
  }

  static Condition condition(String when) {
    List<Condition> conditions = conditions(when);
    assertThat(conditions).hasSize(1);
    return conditions.get(0);
  }

  /** The constraints of the pattern {@code A( … )}. */
  static List<Constraint> constraints(String inside) {
    return ((Condition.Pattern) condition("A( " + inside + " )")).constraints();
  }

  static Constraint constraint(String inside) {
    List<Constraint> constraints = constraints(inside);
    assertThat(constraints).hasSize(1);
    return constraints.get(0);
  }

  static String ruleOf(String when) {
    return "rule \"r\" @requirement( \"a\" )\nwhen\n" + when + "\nthen\nend\n";
  }

  /** Checks that a {@code when} has exactly the marked problems, in order. */
  static void assertRefused(String when, String... codes) {
    assertFileRefused(ruleOf(when), codes);
  }

  /** Checks that a file has exactly the marked problems, in order, and that each says something. */
  static void assertFileRefused(String marked, String... codes) {
    List<SourceSpan> spans = new ArrayList<>();
    String text = unmark(marked, spans);
    List<Problem> problems = file(text).problems();
    assertThat(problems).as(text).extracting(Problem::code).containsExactly(codes);
    assertThat(problems).as(text).extracting(Problem::span).containsExactlyElementsOf(spans);
    assertThat(problems).allSatisfy(Reading::assertReadable);
  }

  /** The first problem of a text, as authors see it, without the place. */
  static String message(String when) {
    Problem problem = file(ruleOf(when)).problems().get(0);
    return problem.message() + (problem.hint().isEmpty() ? "" : "; " + problem.hint());
  }

  static void assertReadable(Problem problem) {
    assertThat(problem.code()).matches("[a-z]+(-[a-z]+)*");
    assertThat(problem.message()).isNotBlank().doesNotEndWith(".");
    assertThat(problem.message().substring(0, 1))
        .isEqualTo(problem.message().substring(0, 1).toLowerCase(java.util.Locale.ROOT));
    assertThat((problem.message() + " " + problem.hint()).replaceAll("`[^`]*`", ""))
        .doesNotContainIgnoringCase("drools", "antlr", "exception", "java");
    assertThat(problem.span().line()).isPositive();
    assertThat(problem.span().file()).isEqualTo("pack/file.drl");
  }

  private static String unmark(String marked, List<SourceSpan> spans) {
    StringBuilder text = new StringBuilder();
    List<int[]> open = new ArrayList<>();
    int line = 1;
    int column = 1;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == '«') {
        open.add(new int[] {line, column, spans.size()});
        spans.add(new SourceSpan("pack/file.drl", line, column, line, column));
      } else if (c == '»') {
        int[] start = open.remove(open.size() - 1);
        spans.set(start[2], new SourceSpan("pack/file.drl", start[0], start[1], line, column));
      } else {
        text.append(c);
        column = c == '\n' ? 1 : column + 1;
        line = c == '\n' ? line + 1 : line;
      }
    }
    return text.toString();
  }
}
