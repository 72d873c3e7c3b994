package io.credentialrules.cli;

import static io.credentialrules.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Scenarios are tried without Java, and what is not true is explained. */
class TestCommandTest {
  private static final String RULES =
      """
      package garden

      import io.credentialrules.vocabulary.*

      rule "A quiz of at least 80 percent" @requirement( "quiz" )
      when
        AssessmentResult( assessment == "quiz", score >= 80 )
      then end

      rule "Level 1" @credential( "level-1" ) @pathway( "garden" ) @level( 1 )
      when
        Met( requirement == "quiz" )
      then end
      """;

  private static final String EARNED =
      """
      story: A quiz just at the limit & <more>.
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
  private Path pack = Path.of("");

  @BeforeEach
  void writePack() throws IOException {
    pack = folder.resolve("garden");
    write("rules.drl", RULES);
    write("scenarios/level-1/earned/limit.yaml", EARNED);
    write(
        "scenarios/level-1/not-earned/below.yaml",
        EARNED.replace("score: 80", "score: 79.5")
            + "unmet:\n  quiz: { has: 79.5, needs: 80, unit: percent }\n");
  }

  @Test
  void scenarios_that_are_true_are_counted_of_a_pack_or_of_a_folder_of_packs() {
    CommandRun ofPack = run("test", pack.toString());
    CommandRun ofFolder = run("test", folder.toString());

    assertThat(ofPack).isEqualTo(new CommandRun(0, "garden: 2 scenarios, 2 passed\n", ""));
    assertThat(ofFolder).isEqualTo(ofPack);
  }

  @Test
  void what_should_be_earned_says_what_is_missing_and_what_would_earn_it() throws IOException {
    write("rules.drl", RULES.replace(">= 80", ">= 81"));

    CommandRun run = run("test", pack.toString());

    assertThat(run.code()).isEqualTo(ExitCode.SCENARIO_FAILED.number());
    assertThat(run.out())
        .startsWith(
            """
            FAILED garden/level-1/earned/limit
                %s
                A quiz just at the limit & <more>.
                expected:
                    level-1: earned
                but was:
                    level-1: not earned
                      quiz: unmet, has 80, needs 81, in percent
                because:
                    quiz: unmet, has 80, needs 81, in percent
                      garden/rules.drl:7:3: lacks `AssessmentResult( assessment == "quiz", score >= 81 )`; \
            the nearest AssessmentResult misses `score >= 81`, has 80
                it would be earned with:
                    An assessment result named “quiz” and with a score of at least 81 percent, for “A quiz \
            of at least 80 percent”

            FAILED garden/level-1/not-earned/below
            """
                .formatted(pack.resolve("scenarios/level-1/earned/limit.yaml")))
        .endsWith("\n\ngarden: 2 scenarios, 0 passed, 2 failed\n");
  }

  @Test
  void what_should_not_be_earned_says_by_what_it_is() throws IOException {
    write("rules.drl", RULES.replace(">= 80", ">= 70"));

    CommandRun run = run("test", pack.toString());

    assertThat(run.code()).isEqualTo(ExitCode.SCENARIO_FAILED.number());
    assertThat(run.out())
        .contains("    because:\n        quiz: met, has 79.5, needs 70, in percent\n")
        .doesNotContain("it would be earned with")
        .endsWith("garden: 2 scenarios, 1 passed, 1 failed\n");
  }

  @Test
  void packs_with_errors_are_said_once_and_none_of_their_scenarios_is_tried() throws IOException {
    write("rules.drl", RULES.replace("score", "scoore"));

    CommandRun run = run("test", pack.toString());

    assertThat(run.code()).isEqualTo(ExitCode.SCENARIO_FAILED.number());
    assertThat(run.err()).containsOnlyOnce("unknown-field");
    assertThat(run.out()).endsWith("garden: 2 scenarios, 0 passed, 2 could not be tried\n");
  }

  @Test
  void a_scenario_that_cannot_be_read_is_told_at_its_place_and_the_others_are_tried()
      throws IOException {
    write("scenarios/level-1/earned/broken.yaml", "story: [");

    CommandRun run = run("test", pack.toString());

    assertThat(run.code()).isEqualTo(ExitCode.SCENARIO_FAILED.number());
    assertThat(run.out())
        .contains("ERROR garden/level-1/earned/broken\n", "broken.yaml:1:9: this is not YAML")
        .endsWith("garden: 3 scenarios, 2 passed, 1 could not be tried\n");
  }

  @Test
  void a_file_at_a_wrong_place_and_a_credential_without_scenarios_are_told() throws IOException {
    assertThat(run("test", "--credential", "level-2", pack.toString()))
        .satisfies(
            run -> {
              assertThat(run.code()).isEqualTo(ExitCode.BAD_OPTION.number());
              assertThat(run.err()).contains("no scenarios of `level-2`");
            });

    write("scenarios/level-1/story.yaml", EARNED);
    CommandRun misplaced = run("test", pack.toString());
    assertThat(misplaced.code()).isEqualTo(ExitCode.BAD_SCENARIO.number());
    assertThat(misplaced.err()).contains("story.yaml: not a scenario");

    CommandRun none = run("test", folder.resolve("nowhere").toString());
    assertThat(none.code()).isEqualTo(ExitCode.BAD_SCENARIO.number());
    assertThat(none.err()).contains("cannot be listed");
  }

  @Test
  void results_are_written_for_programs_too() throws Exception {
    write("rules.drl", RULES.replace(">= 80", ">= 81"));
    write("scenarios/level-1/earned/broken.yaml", "story: [");
    Path junit = folder.resolve("junit.xml");

    CommandRun run = run("test", "--json", "--junit", junit.toString(), pack.toString());

    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.get("scenarios").asInt()).isEqualTo(3);
    assertThat(json.get("passed").asInt()).isZero();
    assertThat(json.get("results").findValuesAsText("outcome"))
        .containsExactly("error", "failed", "failed");
    assertThat(json.at("/results/1/given").asText()).startsWith("level-1: not earned");
    assertThat(json.at("/results/1/earnedWith").size()).isPositive();

    Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile());
    Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("tests") + suite.getAttribute("failures")).isEqualTo("3" + "2");
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).isEqualTo("A quiz just at the limit & <more>.");
    assertThat(failure.getTextContent()).contains("quiz: unmet, has 80, needs 81");
    assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(3);
  }

  @Test
  void what_changes_is_tested_again() throws Exception {
    try (WatchedCommand watched = new WatchedCommand("test", "--watch", pack.toString())) {
      assertThat(watched.answer()).isEqualTo("garden: 2 scenarios, 2 passed");
      write("scenarios/level-1/earned/other.yaml", EARNED);
      assertThat(watched.answer()).isEqualTo("garden: 3 scenarios, 3 passed");
      Files.delete(pack.resolve("scenarios/level-1/not-earned/below.yaml"));
      assertThat(watched.answer()).isEqualTo("garden: 2 scenarios, 2 passed");
    }
  }

  private void write(String path, String text) throws IOException {
    Path file = pack.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }
}
