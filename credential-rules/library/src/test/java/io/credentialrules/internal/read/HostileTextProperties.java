package io.credentialrules.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Laws;
import io.credentialrules.Limits;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.SourceSpan;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No text makes the reader throw, hang, or report a problem without a place. */
class HostileTextProperties {

  @Property(seed = Laws.SEED)
  void any_string_is_read_or_refused_at_a_place(@ForAll String text) {
    assertReadOrRefused(text);
  }

  @Property(seed = Laws.SEED)
  void any_string_in_a_rule_is_read_or_refused_at_a_place(@ForAll String text) {
    assertReadOrRefused(Reading.ruleOf("A( x == 1" + text));
    assertReadOrRefused("rule \"x\" @requirement( \"a\" ) " + text + " when A() then end");
  }

  @Property(seed = Laws.SEED)
  void any_words_of_the_language_are_read_or_refused_at_a_place(@ForAll("words") String text) {
    assertReadOrRefused(text);
    assertReadOrRefused(Reading.ruleOf(text));
  }

  @Property(seed = Laws.SEED)
  void any_change_of_a_policy_is_read_or_refused_at_a_place(@ForAll("changed") String text) {
    assertReadOrRefused(text);
  }

  @Property(seed = Laws.SEED)
  void a_policy_is_read_without_a_problem(@ForAll("policies") String text) {
    assertThat(Reading.file(text).problems()).as(text).isEmpty();
  }

  @Property(seed = Laws.SEED)
  void what_stands_before_a_policy_changes_no_problem_but_its_line(@ForAll("changed") String text) {
    List<String> alone =
        Reading.file("\n" + text).problems().stream().map(HostileTextProperties::placed).toList();
    List<String> behind =
        Reading.file("// x\n" + text).problems().stream()
            .map(HostileTextProperties::placed)
            .toList();
    assertThat(behind).isEqualTo(alone);
  }

  @Provide
  Arbitrary<String> policies() {
    return PolicyTexts.files();
  }

  @Provide
  Arbitrary<String> changed() {
    return Changes.of(PolicyTexts.files());
  }

  @Provide
  Arbitrary<String> words() {
    return Combinators.combine(
            Arbitraries.of(Changes.TOKENS), Arbitraries.of("", " ", "\n", " /**/ "))
        .as((word, space) -> word + space)
        .list()
        .ofMaxSize(60)
        .map(words -> String.join("", words));
  }

  private static String placed(Problem problem) {
    return problem.span().line() + ":" + problem.span().column() + problem.code();
  }

  private static void assertReadOrRefused(String text) {
    ReadResult result = Reading.file(text);
    ReadResult strict =
        Reading.file(text, Limits.DEFAULT.withMaxNesting(2).withMaxProblems(2).withMaxRules(1));
    assertThat(strict.problems().size()).isLessThanOrEqualTo(3);
    List<String> lines = text.replace("\r\n", "\n").replace('\r', '\n').lines().toList();
    assertThat(result.problems()).isSorted();
    for (Problem problem : result.problems()) {
      Reading.assertReadable(problem);
      assertStandsIn(lines, problem.span());
    }
    result.model().rules().forEach(rule -> assertStandsIn(lines, rule.when().span()));
  }

  private static void assertStandsIn(List<String> lines, SourceSpan span) {
    assertThat(span.endLine()).isLessThanOrEqualTo(Math.max(1, lines.size() + 1));
    int length = span.endLine() > lines.size() ? 0 : lines.get(span.endLine() - 1).length();
    assertThat(span.endColumn()).isLessThanOrEqualTo(length + 1);
  }
}
