package io.credentialrules.cli;

import static io.credentialrules.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credentialrules.Limits;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.SourceSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
  private static final String GOOD =
      """
      rule "A quiz of at least 80 percent"
        @credential( "quiz" )
      when
        AssessmentResult( assessment == "quiz", score >= 80 )
      then
      end
      """;
  private static final String BAD = GOOD.replace("score", "scores");
  private static final String WARNED =
      GOOD.replace("80 )", "0 )")
          .replace("of at least 80 percent", "with a score")
          .replace("\"quiz\" )", "\"warned\" )");

  @TempDir private Path folder = Path.of("");

  private Path pack(String name, String drl) throws IOException {
    Path pack = Files.createDirectories(folder.resolve(name));
    Files.writeString(pack.resolve("a.drl"), drl);
    return pack;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`ab cd ef`     | 4 | 6  | `ab cd ef`     | `   ^^`",
        "`\tcd ef`      | 2 | 4  | `    cd ef`    | `    ^^`",
        "`a\tcd ef`     | 3 | 5  | `a   cd ef`    | `    ^^`",
        "`日本 cd`      | 4 | 6  | `日本 cd`      | `     ^^`",
        "`\"日本\" == x` | 2 | 4  | `\"日本\" == x` | ` ^^^^`",
        "`\uD83D\uDE00 cd` | 4 | 6  | `\uD83D\uDE00 cd` | `   ^^`",
        "`e\u0301 cd`   | 4 | 6  | `e\u0301 cd`   | `  ^^`",
        "`ab`           | 3 | 3  | `ab`           | `  ^`",
        "`a\u202Eb cd`  | 5 | 7  | `a\uFFFDb cd`  | `    ^^`",
      })
  void carets_stand_under_the_place(
      String line, int column, int endColumn, String shown, String carets) {
    Excerpt excerpt = Excerpt.of(line, new SourceSpan("p/a.drl", 1, column, 1, endColumn));
    assertThat(excerpt.line()).isEqualTo(shown);
    assertThat(excerpt.carets()).isEqualTo(carets);
  }

  @Test
  void of_a_long_line_only_what_is_near_the_place_is_shown() {
    String line = "x".repeat(500) + "WRONG" + "y".repeat(500);
    Excerpt excerpt = Excerpt.of(line, new SourceSpan("p/a.drl", 1, 501, 1, 506));
    assertThat(excerpt.line()).startsWith("…x").endsWith("y…").hasSize(121);
    assertThat(excerpt.line().indexOf("WRONG")).isEqualTo(excerpt.carets().indexOf('^'));
    assertThat(excerpt.carets().strip()).isEqualTo("^^^^^");
  }

  @Test
  void a_place_of_several_lines_is_marked_to_the_end_of_the_first() {
    Excerpt excerpt = Excerpt.of("accumulate( A(", new SourceSpan("p/a.drl", 1, 13, 3, 2));
    assertThat(excerpt.carets()).isEqualTo("            ^^");
  }

  @Test
  void json_says_all_problems_and_ends_with_1_for_errors_only() throws IOException {
    Path pack = pack("quiz", BAD);
    CommandRun bad = run("check", "--json", pack);
    assertThat(bad.code()).isEqualTo(ExitCode.CHECK_FAILED.number());
    JsonNode json = new ObjectMapper().readTree(bad.out());
    assertThat(json.get("errors").intValue()).isOne();
    JsonNode problem = json.get("problems").get(0);
    assertThat(problem.get("code").textValue()).isEqualTo("unknown-field");
    assertThat(problem.get("severity").textValue()).isEqualTo("error");
    assertThat(problem.get("file").textValue()).isEqualTo(pack.resolve("a.drl").toString());
    assertThat(problem.get("line").intValue()).isEqualTo(4);
    assertThat(problem.get("column").intValue()).isEqualTo(43);
    assertThat(problem.get("endColumn").intValue()).isEqualTo(49);
    assertThat(problem.get("hint").textValue()).isEqualTo("maybe `score`");
    CommandRun warned = run("check", "--json", pack("warned", WARNED));
    assertThat(warned.code()).isZero();
    assertThat(new ObjectMapper().readTree(warned.out()).get("warnings").intValue()).isOne();
    assertThat(run("check", "--json", pack("good", GOOD)).out())
        .isEqualToIgnoringWhitespace("{ \"errors\": 0, \"warnings\": 0, \"problems\": [ ] }");
  }

  /** What the schema of SARIF 2.1.0 requires, and what code hosts need. */
  @Test
  void sarif_has_rules_with_help_regions_and_fingerprints() throws IOException {
    CommandRun outcome =
        run(
            "check",
            "--sarif",
            "--docs",
            "https://example.org/checks",
            pack("a b", BAD),
            pack("w", WARNED));
    assertThat(outcome.code()).isEqualTo(ExitCode.CHECK_FAILED.number());
    JsonNode sarif = new ObjectMapper().readTree(outcome.out());
    assertThat(sarif.get("version").textValue()).isEqualTo("2.1.0");
    JsonNode run = sarif.get("runs").get(0);
    assertThat(run.get("columnKind").textValue()).isEqualTo("utf16CodeUnits");
    JsonNode driver = run.get("tool").get("driver");
    assertThat(driver.get("name").textValue()).isEqualTo("credential-rules");
    Set<String> fingerprints = new HashSet<>();
    List<String> codes = new ArrayList<>();
    for (JsonNode result : run.get("results")) {
      String code = result.get("ruleId").textValue();
      codes.add(code);
      JsonNode rule = driver.get("rules").get(result.get("ruleIndex").intValue());
      assertThat(rule.get("id").textValue()).isEqualTo(code);
      assertThat(rule.get("helpUri").textValue()).isEqualTo("https://example.org/checks#" + code);
      assertThat(result.get("message").get("text").textValue()).isNotBlank();
      JsonNode place = result.get("locations").get(0).get("physicalLocation");
      assertThat(place.get("artifactLocation").get("uri").textValue())
          .startsWith("file:///")
          .endsWith("/a.drl")
          .doesNotContain(" ");
      assertThat(place.get("region").get("startLine").intValue()).isEqualTo(4);
      assertThat(place.get("region").get("endColumn").intValue())
          .isEqualTo(code.equals("always-true") ? 53 : 49);
      fingerprints.add(result.get("partialFingerprints").get("problem/v1").textValue());
    }
    assertThat(codes).containsExactlyInAnyOrder("unknown-field", "always-true");
    assertThat(fingerprints).hasSize(2);
  }

  @Test
  void a_fingerprint_stays_the_same_when_lines_before_it_change() throws IOException {
    JsonNode before = new ObjectMapper().readTree(run("check", "--sarif", pack("p", BAD)).out());
    JsonNode after =
        new ObjectMapper().readTree(run("check", "--sarif", pack("p", "// new\n" + BAD)).out());
    assertThat(after.findValue("partialFingerprints"))
        .isEqualTo(before.findValue("partialFingerprints"));
    assertThat(after.findValue("region")).isNotEqualTo(before.findValue("region"));
  }

  @Test
  void two_folders_of_one_name_are_refused_and_one_folder_twice_is_not() throws IOException {
    Path one = pack("x/pack", GOOD);
    Path other = pack("y/pack", GOOD);
    assertThat(run("check", one, other).code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(run("check", one, one).code()).isZero();
    assertThat(run("check", "--json", "--sarif", one).code())
        .isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(run("check", "--watch", "--sarif", one).code())
        .isEqualTo(ExitCode.BAD_OPTION.number());
  }

  private static WatchedCommand watched(Path pack) {
    return new WatchedCommand("check", "--watch", "--json", pack.toString());
  }

  @Test
  void a_file_that_changes_is_checked_again_however_it_is_written() throws Exception {
    Path pack = pack("quiz", GOOD);
    try (WatchedCommand watching = watched(pack)) {
      assertThat(watching.answer()).contains("\"errors\":0");
      Files.writeString(pack.resolve("a.drl"), BAD);
      assertThat(watching.answer()).contains("unknown-field");
      Path written = Files.writeString(folder.resolve("a.drl.tmp"), WARNED);
      Files.move(written, pack.resolve("a.drl"), StandardCopyOption.REPLACE_EXISTING);
      assertThat(watching.answer()).contains("always-true");
      Path deeper = Files.createDirectories(pack.resolve("more"));
      Files.writeString(deeper.resolve("b.drl"), "rule");
      assertThat(watching.answer()).contains("more/b.drl");
      Files.delete(deeper.resolve("b.drl"));
      assertThat(watching.answer()).doesNotContain("more/b.drl");
    }
  }

  @Test
  void nothing_is_said_of_files_that_are_no_policy() throws Exception {
    Path pack = pack("quiz", GOOD);
    try (WatchedCommand watching = watched(pack)) {
      watching.answer();
      Files.writeString(pack.resolve(".a.drl.swp"), "x");
      Files.writeString(pack.resolve("a.drl"), GOOD);
      Files.writeString(pack.resolve("a.drl"), BAD);
      assertThat(watching.answer()).contains("unknown-field");
    }
  }

  @Test
  void sarif_shows_no_link_that_a_policy_wrote() throws IOException {
    CommandRun outcome =
        run(
            "check",
            "--sarif",
            pack(
                "p",
                "rule \"[click](https://evil.example)\" @credential( \"a\" ) when Nope() then end"));
    for (JsonNode result :
        new ObjectMapper().readTree(outcome.out()).get("runs").get(0).get("results")) {
      assertThat(result.get("message").get("text").textValue())
          .doesNotContainPattern("(?<!\\\\)\\[");
    }
  }

  @Test
  void sarif_has_so_many_results_and_says_how_many_more_there_are() throws IOException {
    JsonNode few = sarif(4_999, 1);
    assertThat(few.get("results")).hasSize(5_000);
    assertThat(few.get("invocations").get(0).has("toolExecutionNotifications")).isFalse();
    JsonNode many = sarif(5_300, 1);
    assertThat(many.get("results")).hasSize(5_000);
    assertThat(many.get("results").get(4_999).get("level").textValue()).isEqualTo("error");
    assertThat(many.toString()).contains("and 301 more problems");
  }

  private static JsonNode sarif(int warnings, int errors) throws IOException {
    List<Problem> problems = new ArrayList<>();
    for (int line = 1; line <= warnings; line++) {
      SourceSpan place = new SourceSpan("p/a.drl", line, 1, line, 2);
      problems.add(Problem.warning("unused-name", place, "it is unused", ""));
    }
    for (int i = 1; i <= errors; i++) {
      SourceSpan place = new SourceSpan("p/z.drl", i, 1, i, 2);
      problems.add(Problem.error("unknown-type", place, "it is unknown", ""));
    }
    PackFolders packs =
        PackFolders.read(
            List.of(), Limits.DEFAULT, new picocli.CommandLine(new Main()).getCommandSpec());
    return new ObjectMapper()
        .readTree(new Sarif(packs, "docs", "1").of(problems))
        .get("runs")
        .get(0);
  }
}
