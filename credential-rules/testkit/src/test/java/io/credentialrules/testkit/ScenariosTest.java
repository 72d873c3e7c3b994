package io.credentialrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class ScenariosTest {
  private static final String QUIZ =
      """
      story: A quiz just below.
      as-of: 2026-05-01
      defaults:
        vetted-by: { reviewer: Dr. Fox, role: FACULTY, on: 2026-03-02 }
      record:
        learner: { id: ada }
        facts:
          AssessmentResult:
            - { type: QUIZ, assessment: quiz, score: 79.99, takenOn: 2026-03-01 }
      unmet:
        quiz: { state: unmet, has: 79.99, needs: 80, unit: percent }
      """;

  @TempDir private Path folder = Path.of("");
  private TemporaryRules rules = new TemporaryRules(Path.of("target"));

  @BeforeEach
  void writePack() {
    rules = new TemporaryRules(folder);
  }

  @Test
  void a_scenario_that_is_true_passes() {
    rules.notEarned(QUIZ);
    assertThat(rules.outcome()).isNull();
  }

  @Test
  void each_test_has_the_name_and_the_place_of_its_file_in_the_order_of_the_names() {
    rules.notEarned(QUIZ);
    Path earned = rules.earned(QUIZ);
    rules.write("garden/scenarios/level-2/not-earned/b.yaml", QUIZ);
    List<DynamicTest> tests = Scenarios.asTests(folder).toList();

    assertThat(tests)
        .extracting(DynamicTest::getDisplayName)
        .containsExactly(
            "garden/level-1/earned/story",
            "garden/level-1/not-earned/story",
            "garden/level-2/not-earned/b");
    assertThat(tests.get(0).getTestSourceUri()).contains(earned.toUri());
  }

  @Test
  void a_wrong_verdict_fails_and_says_both() {
    rules.earned(QUIZ.substring(0, QUIZ.indexOf("unmet:")));

    assertThat(rules.outcome()).isInstanceOf(AssertionFailedError.class);
    assertThat(rules.failure())
        .isEqualTo(
            """
            garden/level-1/earned/story
            A quiz just below.

            expected:
            level-1: earned

            but was:
            level-1: not earned
              quiz: unmet, has 79.99, needs 80, in percent
            """);
  }

  @Test
  void a_verdict_of_not_earned_for_what_is_earned_fails_and_says_both() {
    rules.notEarned(QUIZ.replaceFirst("79.99", "80"));

    assertThat(rules.failure())
        .endsWith(
            """
            expected:
            level-1: not earned
              quiz: unmet, has 79.99, needs 80, in percent

            but was:
            level-1: earned
            """);
  }

  @Test
  void a_wrong_state_fails_and_says_both() {
    rules.notEarned(QUIZ.replace("state: unmet", "state: expired"));

    assertThat(rules.failure())
        .contains("  quiz: expired, has 79.99, needs 80, in percent\n\nbut was:")
        .endsWith("  quiz: unmet, has 79.99, needs 80, in percent\n");
  }

  @Test
  void a_wrong_amount_fails_and_says_both() {
    rules.notEarned(QUIZ.replace("has: 79.99", "has: 80"));

    assertThat(rules.failure())
        .contains("  quiz: unmet, has 80, needs 80, in percent\n\nbut was:")
        .endsWith("  quiz: unmet, has 79.99, needs 80, in percent\n");
  }

  @Test
  void a_wrong_unit_and_a_wrong_need_fail() {
    rules.notEarned(QUIZ.replace("needs: 80, unit: percent", "needs: 81, unit: points"));

    assertThat(rules.failure()).contains("needs 81, in points").contains("needs 80, in percent");
  }

  @Test
  void amounts_are_compared_by_their_value() {
    rules.notEarned(
        QUIZ.replace("needs: 80", "needs: 80.000").replace("has: 79.99", "has: 7999e-2"));
    assertThat(rules.outcome()).isNull();
  }

  @Test
  void what_is_not_written_is_not_looked_at() {
    rules.notEarned(
        QUIZ.replace("quiz: { state: unmet, has: 79.99, needs: 80, unit: percent }", "quiz: {}"));
    assertThat(rules.outcome()).isNull();
  }

  @Test
  void a_requirement_too_many_and_one_too_few_fail() {
    rules.notEarned(QUIZ + "  hours: {}\n");
    assertThat(rules.failure()).contains("  hours\n  quiz: unmet").contains("but was:");

    rules.notEarned(QUIZ.substring(0, QUIZ.indexOf("unmet:")) + "unmet: [ hours ]\n");
    assertThat(rules.failure())
        .contains("  hours\n\nbut was:")
        .contains("  quiz: unmet, has 79.99");
  }

  @Test
  void blocking_credentials_are_compared() {
    String blocked =
        QUIZ.substring(0, QUIZ.indexOf("unmet:"))
            + "unmet:\n  level-1: { state: blocked, blocked-by: [ %s ] }\n  hours: {}\n";
    String file = "garden/scenarios/level-2/not-earned/story.yaml";
    rules.write(file, blocked.formatted("level-1"));
    assertThat(rules.outcome()).isNull();

    rules.write(file, blocked.formatted("level-0"));
    assertThat(rules.failure())
        .contains("level-1: blocked, blocked by level-0")
        .contains("level-1: blocked, blocked by level-1");
  }

  @Test
  void reasons_why_facts_do_not_count_are_compared() {
    String pending =
        QUIZ.replace("79.99, takenOn", "90, takenOn")
            .replace("takenOn: 2026-03-01 }", "vetting: none }")
            .replaceFirst(
                "quiz: \\{ state.*", "quiz: { state: pending-review, not-counted: [ %s ] }");
    rules.notEarned(pending.formatted("unvetted"));
    assertThat(rules.outcome()).isNull();

    rules.notEarned(pending.formatted("rejected"));
    assertThat(rules.failure()).contains("not counted: rejected").contains("not counted: unvetted");
  }

  @Test
  void recommendations_are_compared_only_where_they_are_named() {
    String earned =
        QUIZ.substring(0, QUIZ.indexOf("unmet:")).replace("79.99", "80")
            + "unmet-recommendations: %s\n";
    rules.earned(earned.formatted("[ mentor ]"));
    assertThat(rules.outcome()).isNull();

    rules.earned(earned.formatted("[]"));
    assertThat(rules.failure())
        .contains("recommendations not followed: none")
        .contains("recommendations not followed: mentor");
  }

  @Test
  void since_and_until_are_compared() {
    String earned =
        QUIZ.substring(0, QUIZ.indexOf("unmet:")).replace("79.99", "80") + "since: %s\n";
    rules.earned(earned.formatted("2026-03-01"));
    assertThat(rules.outcome()).isNull();

    rules.earned(earned.formatted("2026-03-02"));
    assertThat(rules.failure()).contains("  since 2026-03-02").contains("  since 2026-03-01");
  }

  @Test
  void verdicts_on_other_credentials_are_compared_and_unknown_ones_told() {
    rules.notEarned(QUIZ + "also: { level-2: not-earned }\n");
    assertThat(rules.outcome()).isNull();

    rules.notEarned(QUIZ + "also: { level-2: earned, level-3: earned }\n");
    assertThat(rules.failure())
        .contains("level-2: earned\nlevel-3: earned")
        .contains("level-2: not earned\nlevel-3 is no credential of garden");
  }

  @Test
  void a_credential_that_the_packs_do_not_award_is_told() {
    rules.write("garden/scenarios/level-9/not-earned/story.yaml", QUIZ);

    assertThat(rules.failure()).contains("level-9 is no credential of garden");
  }

  @Test
  void a_file_that_cannot_be_read_fails_its_own_test_only() throws Throwable {
    rules.write("garden/scenarios/level-1/not-earned/a.yaml", "story: [");
    rules.notEarned(QUIZ);
    List<DynamicTest> tests = Scenarios.asTests(folder).toList();

    assertThatThrownBy(() -> tests.get(0).getExecutable().execute())
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("a.yaml:1:9: this is not YAML");
    tests.get(1).getExecutable().execute();
  }

  @Test
  void a_file_at_a_wrong_place_is_told_at_once() {
    rules.notEarned(QUIZ);
    Path wrong = rules.write("garden/scenarios/level-1/story.yaml", QUIZ);
    assertThatThrownBy(() -> Scenarios.asTests(folder).toList())
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            "garden/scenarios/level-1/story.yaml: not a scenario; one is"
                + " `<credential>/<verdict>/<story>.yaml`");
    assertThat(wrong.toFile().delete()).isTrue();

    rules.write("garden/scenarios/level-1/unearned/story.yaml", QUIZ);
    assertThatThrownBy(() -> Scenarios.asTests(folder).toList())
        .isInstanceOf(ScenarioException.class)
        .hasMessage(
            "garden/scenarios/level-1/unearned/story.yaml: `unearned` is no verdict; it is `earned`"
                + " or `not-earned`");
  }

  @Test
  void a_folder_without_scenarios_is_told() {
    assertThatThrownBy(() -> Scenarios.asTests(folder).toList())
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("holds no scenarios; they are files");
    assertThatThrownBy(() -> Scenarios.in(folder.resolve("gone")).toList())
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("cannot be listed");
  }

  @Test
  void a_further_pack_that_is_not_there_fails_the_test() {
    rules.notEarned(QUIZ + "packs: [ gone ]\n");

    assertThat(rules.failure()).contains("there is no folder");
  }
}
