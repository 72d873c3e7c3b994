package io.credentialrules.internal.check.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Check;
import io.credentialrules.policy.Problem;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Of how many wrong rules the names give them away, and of how many right ones they do not. */
@Tag("once")
class NamesAgainstRulesTest {

  private static List<NamedRule> right() {
    return Stream.of("right-english.txt", "right-french.txt")
        .flatMap(file -> NamedRule.of(file).stream())
        .toList();
  }

  @Test
  void of_300_right_rules_fewer_than_one_in_a_hundred_is_warned_about(TestReporter reporter) {
    List<String> alarms = new ArrayList<>();
    List<NamedRule> rules = right();
    for (NamedRule rule : rules) {
      rule.problems().forEach(problem -> alarms.add(rule.name() + ": " + problem));
    }
    reporter.publishEntry("false alarms", alarms.size() + " of " + rules.size());
    assertThat(rules.size()).isGreaterThanOrEqualTo(300);
    assertThat(alarms.size()).as(String.join("\n", alarms)).isLessThan(rules.size() / 100);
  }

  private static boolean isCaught(NamedRule rule) {
    String code = rule.heading().replaceFirst(":.*", "");
    return rule.problems().stream().map(Problem::code).anyMatch(code::equals);
  }

  @Test
  void of_each_kind_of_wrong_rules_nine_in_ten_are_caught(TestReporter reporter) {
    Map<String, List<String>> missed = new TreeMap<>();
    Map<String, Integer> all = new TreeMap<>();
    for (NamedRule rule : NamedRule.of("wrong.txt")) {
      all.merge(rule.heading(), 1, Integer::sum);
      missed.computeIfAbsent(rule.heading(), heading -> new ArrayList<>());
      if (!isCaught(rule)) {
        Objects.requireNonNull(missed.get(rule.heading()))
            .add(rule.name() + " " + rule.conditions().strip() + " " + rule.problems());
      }
    }
    missed.forEach(
        (kind, rules) ->
            reporter.publishEntry(
                kind, all.getOrDefault(kind, 0) - rules.size() + " of " + all.get(kind)));
    assertThat(missed)
        .allSatisfy(
            (kind, rules) ->
                assertThat(rules.size())
                    .as(kind + "\n" + String.join("\n", rules))
                    .isLessThanOrEqualTo(all.getOrDefault(kind, 0) / 10));
  }

  @Test
  void every_check_of_names_has_wrong_rules() {
    assertThat(NamedRule.of("wrong.txt"))
        .extracting(rule -> rule.heading().replaceFirst(":.*", ""))
        .containsAll(
            Check.all().stream()
                .filter(check -> check.category().equals("Names of rules"))
                .map(Check::code)
                .toList());
  }

  @Test
  void the_longest_list_in_a_name_is_compared_in_a_moment() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (String joins : List.of(" or y", " and y", "")) {
      NamedRule rule =
          new NamedRule(
              "",
              "x, ".repeat(3_330) + "x" + joins,
              "",
              "TrainingCompletion( training in ( \"x\", \"y\" ) )\n");
      long start = threads.getCurrentThreadCpuTime();
      rule.problems();
      assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
          .as(joins)
          .isLessThan(Duration.ofSeconds(5));
    }
  }
}
