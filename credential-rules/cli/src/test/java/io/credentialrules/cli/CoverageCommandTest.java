package io.credentialrules.cli;

import static io.credentialrules.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scenarios leave untested is said for people, builds and hosts of code. */
class CoverageCommandTest {
  private static final String SCENARIO =
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
  private String pack = "";

  @BeforeEach
  void writePack() throws IOException {
    pack = folder.resolve("garden").toString();
    write(
        "rules.drl",
        """
        package garden

        import io.credentialrules.vocabulary.*

        rule "A quiz of at least 80 percent" @requirement( "quiz" )
        when
          AssessmentResult( assessment == "quiz", score >= 80 )
        then end

        rule "Level 1" @credential( "level-1" )
        when
          Met( requirement == "quiz" )
        then end
        """);
    write("scenarios/level-1/earned/enough.yaml", SCENARIO);
    write(
        "scenarios/level-1/not-earned/below.yaml",
        SCENARIO.replace("score: 80", "score: 79.5") + "unmet: { quiz: {} }\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve("garden").resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  @Test
  void what_no_scenario_decides_is_told_at_its_place_of_a_pack_or_of_a_folder_of_packs() {
    CommandRun ofPack = run("coverage", pack);

    assertThat(ofPack)
        .isEqualTo(
            new CommandRun(
                0,
                """
                garden/rules.drl:7:21: no record is decided by `assessment == "quiz"` alone

                garden: 5 of 6 (83.3 %)
                  rules that a record satisfies: 2 of 2 (100.0 %)
                  conditions that decide alone: 1 of 2 (50.0 %)
                  bounds with a record at them: 1 of 1 (100.0 %)
                  bounds with a record beside them: 1 of 1 (100.0 %)
                """,
                ""));
    assertThat(run("coverage", folder.toString())).isEqualTo(ofPack);
  }

  @Test
  void a_build_can_ask_for_as_much_as_there_is_and_fails_for_more() throws IOException {
    assertThat(run("coverage", pack, "--at-least", "83.3").code()).isZero();
    assertThat(run("coverage", pack, "--at-least", "83.4").code()).isEqualTo(1);

    write(
        "scenarios/level-1/not-earned/essay.yaml",
        SCENARIO.replace("assessment: quiz", "assessment: essay") + "unmet: { quiz: {} }\n");
    assertThat(run("coverage", pack, "--at-least", "100").code()).isZero();
  }

  @Test
  void a_percentage_that_is_none_is_refused() {
    CommandRun run = run("coverage", pack, "--at-least", "101");

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("--at-least: `101` is not a percentage from 0 to 100");
  }

  @Test
  void it_is_written_for_programs_and_as_a_page() throws IOException {
    Path lcov = folder.resolve("lcov.info");
    Path html = folder.resolve("coverage.html");

    CommandRun run =
        run("coverage", pack, "--json", "--lcov", lcov.toString(), "--html", html.toString());

    assertThat(run.code()).isZero();
    assertThat(new ObjectMapper().readTree(run.out()).get("points")).hasSize(6);
    assertThat(Files.readString(lcov))
        .contains("SF:" + folder.toString().replace('\\', '/') + "/garden/rules.drl\n");
    assertThat(Files.readString(html)).contains("<h2>garden/rules.drl</h2>");
  }

  @Test
  void packs_with_errors_and_files_that_are_no_scenarios_are_told() throws IOException {
    write("scenarios/level-1/earned/broken.yaml", "story: [");
    assertThat(run("coverage", pack).code()).isEqualTo(3);

    Files.delete(Path.of(pack, "scenarios/level-1/earned/broken.yaml"));
    write("rules.drl", "rule \"A quiz\" @requirement( \"quiz\" ) when Quiz() then end");
    CommandRun run = run("coverage", pack);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("unknown fact type `Quiz`");
  }

  @Test
  void what_is_missing_at_a_bound_can_be_pasted_and_is_true() throws IOException {
    Files.delete(Path.of(pack, "scenarios/level-1/not-earned/below.yaml"));
    write("scenarios/level-1/earned/enough.yaml", SCENARIO.replace("score: 80", "score: 92"));

    String suggested = run("test", pack, "--suggest").out();
    assertThat(suggested)
        .startsWith("garden: 1 scenario, 1 passed\n\n2 scenarios are missing at bounds;");
    paste(suggested);

    CommandRun pasted = run("test", pack, "--suggest");
    assertThat(pasted.code()).isZero();
    assertThat(pasted.out())
        .isEqualTo(
            "garden: 3 scenarios, 3 passed\n\neach bound has a scenario at it and one beside it\n");
    assertThat(Path.of(pack, "scenarios/level-1/not-earned/quiz-beside-bound.yaml"))
        .content()
        .contains("score: 79, takenOn")
        .contains("has: 79")
        .contains("needs: 80");
  }

  /** Each file that the comments name, with the lines up to the next. */
  private static void paste(String suggested) throws IOException {
    for (String part : Pattern.compile("(?m)^# ").splitAsStream(suggested).toList()) {
      int end = part.indexOf('\n');
      if (part.substring(0, end).endsWith(".yaml")) {
        Path file = Path.of(part.substring(0, end));
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, part.substring(end + 1));
      }
    }
  }

  @Test
  void where_no_scenario_is_found_that_is_said() throws IOException {
    write(
        "rules.drl",
        Files.readString(Path.of(pack, "rules.drl"))
            .replace("when\n  Ass", "when\n  Learner( birthDate < \"2008-05-02\" )\n  Ass"));
    Files.delete(Path.of(pack, "scenarios/level-1/earned/enough.yaml"));

    assertThat(run("test", pack, "--suggest").out())
        .contains("no scenario was found where\n  garden/rules.drl:7:12: no record is exactly at")
        .doesNotContain("each bound has");
    assertThat(run("test", pack, "--suggest", "--json").code()).isEqualTo(64);
  }
}
