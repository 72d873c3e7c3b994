package io.credentialrules.testkit;

import static com.google.common.collect.MoreCollectors.onlyElement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.testkit.mutation.Mutant;
import io.credentialrules.testkit.mutation.Mutant.Status;
import io.credentialrules.testkit.mutation.MutationReport;
import io.credentialrules.testkit.mutation.PolicyMutation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyMutationTest {
  private static final String RULES =
      """
      package garden

      import io.credentialrules.vocabulary.*

      rule "A quiz of at least 80 percent" @requirement( "quiz" )
      when
        AssessmentResult( assessment == "quiz", score >= 80 )
      then end

      rule "Level 1" @credential( "level-1" ) @validFor( "P1Y" )
      when
        Met( requirement == "quiz" )
      then end
      """;

  private static final String STORY =
      """
      story: A quiz.
      as-of: 2026-05-01
      defaults:
        vetted-by: { reviewer: Dr. Fox, role: FACULTY, on: 2026-03-02 }
      record:
        learner: { id: ada }
        facts:
          AssessmentResult:
            - { type: QUIZ, assessment: quiz, score: 80, takenOn: 2026-03-01 }
      """;

  @TempDir private Path folder = Path.of("");
  private @Nullable TemporaryRules written;

  private TemporaryRules rules() {
    if (written == null) {
      written = new TemporaryRules(folder);
      written.write("garden/rules.drl", RULES);
    }
    return written;
  }

  private MutationReport run() {
    return PolicyMutation.of(PolicyPack.read(folder.resolve("garden")), List.of(), b -> b)
        .run(rules().scenarios());
  }

  private List<String> survivors() {
    return run().with(Status.SURVIVED).stream()
        .map(mutant -> mutant.text() + " " + mutant.change())
        .toList();
  }

  @Test
  void a_scenario_at_the_bound_does_not_notice_that_less_would_do() {
    rules().earned(STORY);

    assertThat(survivors())
        .contains(
            "score >= 80 without `, score >= 80`",
            "score >= 80 `80` becomes `79`",
            "score >= 80 `80` becomes `70`",
            "assessment == \"quiz\" without `assessment == \"quiz\", `",
            "\"Level 1\" `1` becomes `2`")
        .doesNotContain(
            "score >= 80 `>=` becomes `>`",
            "score >= 80 `80` becomes `90`",
            "assessment == \"quiz\" `==` becomes `!=`");
  }

  @Test
  void with_one_beside_the_bound_they_notice() {
    rules().earned(STORY);
    rules().notEarned(STORY.replace("score: 80", "score: 79") + "unmet: { quiz: {} }\n");

    assertThat(survivors())
        .doesNotContain("score >= 80 `80` becomes `79`", "score >= 80 `80` becomes `70`");
  }

  @Test
  void scenarios_that_are_found_notice_what_nobody_did() {
    rules().earned(STORY);
    List<String> before = survivors();

    int number = 0;
    for (Mutant mutant : run().with(Status.SURVIVED)) {
      if (!mutant.suggestion().isEmpty()) {
        boolean earned = !mutant.suggestion().contains("\nunmet:");
        rules()
            .write(
                "garden/scenarios/level-1/"
                    + (earned ? "earned" : "not-earned")
                    + "/found-"
                    + number++
                    + ".yaml",
                mutant.suggestion());
      }
    }

    List<String> after = new ArrayList<>(survivors());
    assertThat(before).hasSizeGreaterThan(after.size());
    after.removeIf(survivor -> survivor.startsWith("\"Level 1\""));
    assertThat(after).isEmpty();
  }

  private static final String EXAM =
      """

      rule "An exam" @requirement( "quiz" )
      when
        AssessmentResult( assessment == "exam", passed )
      then end
      """;

  @Test
  void a_rule_is_left_out_where_another_decides_the_same_and_the_scenario_found_notices() {
    rules().write("garden/rules.drl", RULES + EXAM);
    rules().earned(STORY);

    assertThat(survivors()).contains("\"An exam\" without `rule \"An exam\"`");
    Mutant rule =
        run().with(Status.SURVIVED).stream()
            .filter(mutant -> mutant.kind().equals("without-rule"))
            .collect(onlyElement());
    rules().write("garden/scenarios/level-1/earned/an-exam.yaml", rule.suggestion());
    assertThat(run().mutants())
        .filteredOn(mutant -> mutant.kind().equals("without-rule"))
        .extracting(Mutant::text, Mutant::status)
        .containsExactly(
            tuple("\"A quiz of at least 80 percent\"", Status.KILLED),
            tuple("\"An exam\"", Status.KILLED));
  }

  @Test
  void the_only_rule_of_a_requirement_or_a_credential_is_not_left_out() {
    rules().earned(STORY);

    assertThat(run().mutants()).extracting(Mutant::kind).doesNotContain("without-rule");
  }

  @Test
  void how_long_a_credential_is_valid_is_noticed_by_a_day_until_which_it_is() {
    rules().earned(STORY + "until: 2027-03-01\n");

    assertThat(survivors()).noneMatch(survivor -> survivor.startsWith("\"Level 1\""));
  }

  @Test
  void what_is_proven_to_say_the_same_is_equal_and_does_not_count() {
    rules().write("garden/rules.drl", RULES.replace("score >= 80", "score >= 80, score >= 70"));
    rules().earned(STORY);

    assertThat(run().with(Status.EQUAL))
        .extracting(Mutant::change)
        .contains("without `, score >= 70`", "`70` becomes `69`", "`70` becomes `80`")
        .doesNotContain("without `score >= 80, `", "`80` becomes `79`");
  }

  @Test
  void a_setting_that_is_the_default_may_be_left_out_and_another_may_not() {
    rules().write("garden/rules.drl", RULES.replace("P1Y\" )", "P1Y\" ) @renews( \"whole\" )"));
    rules().earned(STORY);

    assertThat(run().with(Status.EQUAL))
        .extracting(Mutant::change)
        .containsExactly("without `@renews( \"whole\" )`");
    assertThat(survivors()).contains("\"Level 1\" without `@validFor( \"P1Y\" )`");

    rules().write("garden/rules.drl", RULES.replace("P1Y\" )", "P1Y\" ) @renews( \"each-part\" )"));
    assertThat(run().with(Status.EQUAL)).isEmpty();
  }

  @Test
  void a_comment_above_a_condition_explains_what_nobody_notices_and_no_more() {
    rules()
        .write(
            "garden/rules.drl",
            RULES.replace(
                "  AssessmentResult",
                """
                  // nobody notices `score >= 80` `80` becomes `79`: no quiz has
                  // a step of one
                  // nobody notices `assessment == "quiz"`: there is no other assessment
                  AssessmentResult\
                """));
    rules().earned(STORY);
    MutationReport report = run();

    assertThat(report.with(Status.EXPLAINED))
        .extracting(Mutant::change, Mutant::reason)
        .containsExactlyInAnyOrder(
            tuple("`80` becomes `79`", "no quiz has a step of one"),
            tuple("without `assessment == \"quiz\", `", "there is no other assessment"));
    assertThat(report.with(Status.SURVIVED))
        .extracting(Mutant::change)
        .contains("`80` becomes `70`", "without `, score >= 80`");
    assertThat(report.explainingNothing()).isEmpty();
    assertThat(report).asString().contains(" 0 equal, 2 explained, ");
    assertThat(report.json()).contains("no quiz has a step of one");
  }

  @Test
  void a_comment_that_explains_nothing_is_told() {
    rules()
        .write(
            "garden/rules.drl",
            RULES
                .replace("when\n  Met", "when\n  // nobody notices `score >= 80`: far away\n  Met")
                .replace(
                    "  AssessmentResult",
                    """
                      // nobody notices `score >= 80` `>=` becomes `>`: one is at the bound
                      // nobody notices the score: it has another form
                      AssessmentResult\
                    """));
    rules().earned(STORY);
    MutationReport report = run();

    assertThat(report.with(Status.EXPLAINED)).isEmpty();
    assertThat(report.explainingNothing()).extracting(SourceSpan::line).containsExactly(7, 8, 14);
    assertThat(report.text())
        .contains("garden/rules.drl:7:1: this comment explains no change that nobody notices");
    assertThat(report.and(report).explainingNothing()).hasSize(6);
  }

  @Test
  void what_the_checks_refuse_is_said_with_their_reason() {
    rules().write("garden/rules.drl", RULES.replace("score >= 80", "score <= 100, score >= 100"));
    rules().earned(STORY.replace("score: 80", "score: 100"));

    assertThat(run().with(Status.REFUSED))
        .filteredOn(mutant -> mutant.change().equals("`>=` becomes `>`"))
        .singleElement()
        .satisfies(mutant -> assertThat(mutant.reason()).startsWith("nothing can ever satisfy"));
  }

  @Test
  void a_scenario_that_is_not_true_is_mended_first() {
    rules().earned(STORY.replace("score: 80", "score: 79"));

    assertThatThrownBy(this::run).isInstanceOf(AssertionError.class).hasMessageContaining("quiz");
  }

  @Test
  void the_document_has_the_form_of_the_stryker_report() throws IOException {
    rules().earned(STORY);
    MutationReport report = run();

    List<String> statuses = new ArrayList<>();
    try (JsonParser json = new JsonFactory().createParser(report.json())) {
      while (json.nextToken() != null) {
        if ("status".equals(json.currentName()) && json.currentToken().isScalarValue()) {
          statuses.add(json.getText());
        }
      }
    }
    assertThat(statuses).hasSize(report.mutants().size()).contains("Killed", "Survived");
    assertThat(report.json())
        .contains("\"schemaVersion\" : \"2\"")
        .contains("\"mutatorName\" : \"at-bound\"")
        .contains("\"garden/rules.drl\" : {");
  }

  @Test
  void reports_are_joined_and_counted() {
    rules().earned(STORY);
    MutationReport report = run();

    assertThat(report.and(report).mutants()).hasSize(2 * report.mutants().size());
    assertThat(report.percent()).isBetween(BigDecimal.valueOf(20), BigDecimal.valueOf(80));
    assertThat(
            PolicyMutation.of(
                PolicyPack.of("garden", Map.of("rules.drl", RULES)), List.of(), b -> b))
        .hasToString(report.mutants().size() + " changes of garden");
  }
}
