package io.credentialrules.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Limits;
import io.credentialrules.PolicyPack;
import io.credentialrules.internal.read.PolicyReader;
import io.credentialrules.internal.read.ReadResult;
import io.credentialrules.internal.resolve.ReadPolicy;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Vocabulary;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What checking costs, counted, and how little is said of what is wrong many times. */
@Tag("once")
class CheckCostTest {
  private static Checked check(String rules) {
    String text = "package p\nimport io.credentialrules.vocabulary.*\n" + rules;
    ReadResult read =
        PolicyReader.read(List.of(PolicyPack.of("p", Map.of("p.drl", text))), Limits.DEFAULT);
    assertThat(read.problems()).isEmpty();
    return PolicyCheck.check(
        new ReadPolicy(read.model(), Vocabulary.standard(), Limits.DEFAULT, read.leftOut(), true));
  }

  private static String joined(int count, String by, IntFunction<String> one) {
    return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(by));
  }

  private static String rule(String name, String head, String when) {
    return "rule \"%s\" %s when %s then end\n".formatted(name, head, when);
  }

  /** Whether ten times as much costs less than twenty times as much. */
  private static void growsWithTheText(IntFunction<String> rules) {
    long few = check(rules.apply(100)).work();
    long many = check(rules.apply(1_000)).work();
    assertThat(many).isLessThan(20 * Math.max(few, 100));
  }

  private static String stronger(int count) {
    return rule(
        "Stronger",
        "@credential( \"c\" )",
        "WorkExperience( " + joined(count, ", ", i -> "hours >= " + (i + 1)) + " )");
  }

  @Test
  void stronger_and_stronger_constraints_give_a_handful_of_messages() {
    Checked checked = check(stronger(990));
    assertThat(checked.problems())
        .hasSize(20)
        .allMatch(problem -> problem.code().equals("redundant-constraint"));
    assertThat(checked.problems().get(19).message()).endsWith("(and 969 more like it)");
    assertThat(checked.work()).isLessThan(20_000);
  }

  @Test
  void each_constraint_is_told_to_be_redundant_once() {
    assertThat(check(stronger(21)).problems())
        .hasSize(20)
        .allMatch(problem -> !problem.message().contains("more like it"));
    assertThat(check(stronger(22)).problems().get(19).message()).endsWith("(and 1 more like it)");
  }

  private static String alternatives(int rules, int constraints) {
    return joined(
            rules,
            "",
            rule ->
                rule(
                    "Alternative " + rule,
                    "@requirement( \"r\" )",
                    "WorkExperience( "
                        + joined(constraints, ", ", i -> "site != \"s" + (i + rule) + "\"")
                        + " )"))
        + rule("C", "@credential( \"c\" )", "Met( requirement == \"r\" )");
  }

  @Test
  void alternatives_of_many_constraints_are_compared_within_the_budget() {
    Checked checked = check(alternatives(50, 495));
    assertThat(checked.program()).isNotNull();
    assertThat(checked.work()).isLessThan(2 * 1_200_000);
  }

  @Test
  void of_a_few_alternatives_the_one_that_adds_nothing_is_still_found() {
    String subsumed =
        alternatives(3, 20) + rule("Wide", "@requirement( \"r\" )", "WorkExperience()");
    assertThat(check(subsumed).problems())
        .filteredOn(problem -> problem.code().equals("subsumed-alternative"))
        .hasSize(3);
  }

  @Test
  void a_long_cycle_is_one_short_message() {
    List<Problem> problems =
        check(
                joined(
                        2_000,
                        "",
                        i ->
                            rule(
                                "R" + i,
                                "@requirement( \"r" + i + "\" )",
                                "Met( requirement == \"r" + (i + 1) % 2_000 + "\" )"))
                    + rule("C", "@credential( \"c\" )", "Met( requirement == \"r0\" )"))
            .problems();
    assertThat(problems).singleElement().extracting(Problem::code).isEqualTo("cycle");
    assertThat(problems.get(0).message())
        .startsWith("`r0` requires itself: `r0` → `r1` →")
        .contains("… (1992 more)")
        .endsWith("`r1999` → `r0`")
        .hasSizeLessThan(200);
  }

  @Test
  void rules_with_nothing_in_common_cost_as_much_as_they_are_long() {
    growsWithTheText(
        count ->
            joined(
                count,
                "",
                i ->
                    rule(
                        "R" + i,
                        "@credential( \"c" + i + "\" )",
                        "AssessmentResult( assessment == \"q" + i + "\", score >= 80 )")));
  }

  @Test
  void alternatives_with_nothing_in_common_cost_as_much_as_they_are_long() {
    growsWithTheText(
        count ->
            joined(
                    count,
                    "",
                    i ->
                        rule(
                            "R" + i,
                            "@requirement( \"r\" )",
                            "AssessmentResult( assessment == \"q" + i + "\", score >= 80 )"))
                + rule("C", "@credential( \"c\" )", "Met( requirement == \"r\" )"));
  }

  @Test
  void dated_versions_cost_as_much_as_they_are_long() {
    growsWithTheText(
        count ->
            joined(
                count,
                "",
                i ->
                    rule(
                        "V" + i,
                        "@credential( \"c\" ) date-effective \"%s\" date-expires \"%s\""
                            .formatted(
                                LocalDate.EPOCH.plusDays(i), LocalDate.EPOCH.plusDays(i + 1L)),
                        "AssessmentResult( assessment == \"q" + i + "\", score >= 80 )")));
  }

  @Test
  void lists_cost_as_much_as_they_are_long() {
    growsWithTheText(
        count ->
            rule(
                "L",
                "@credential( \"c\" )",
                "AssessmentResult( assessment in ( "
                    + joined(count - 10, ", ", i -> "\"q" + i + "\"")
                    + " ) )"));
  }

  @Test
  void names_that_begin_alike_cost_as_much_as_they_are_long() {
    growsWithTheText(
        count ->
            joined(
                count,
                "",
                i ->
                    rule(
                        "Complete hty " + (100_000 + i),
                        "@credential( \"c" + i + "\" )",
                        "TrainingCompletion( training == \"hty-" + (100_000 + i) + "\" )")));
  }

  @Test
  void a_name_that_says_before_many_times_is_compared_within_the_budget() {
    Checked checked =
        check(
            rule(
                "X " + "before ".repeat(900),
                "@credential( \"c\" )",
                "TrainingCompletion( $from : startedOn ) TrainingCompletion( training in ( "
                    + joined(450, ", ", i -> "\"t" + i + "\"")
                    + " ), "
                    + joined(450, ", ", i -> "completedOn > $from")
                    + " )"));
    assertThat(checked.work()).isPositive();
  }
}
