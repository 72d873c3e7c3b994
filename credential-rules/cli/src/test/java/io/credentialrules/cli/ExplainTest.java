package io.credentialrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  private static final Path RULES = Path.of("../../rules");
  private static final String RECORD =
      """
      { "learner": { "id": "ada" },
        "facts": { "WorkExperience": [
          { "type": "APPRENTICESHIP", "siteApproved": true, "hours": 140, "endedOn": "2026-03-01",
            "vetting": { "reviewer": "Dr. Fox", "role": "FACULTY", "on": "2026-03-02" } } ] } }
      """;

  @TempDir private Path folder = Path.of("");

  private CommandRun run(String command, String... more) throws IOException {
    Path learner = Files.writeString(folder.resolve("ada.json"), RECORD);
    List<String> all =
        new ArrayList<>(List.of(command, "--pack", RULES.resolve("ums-horticulture").toString()));
    all.addAll(
        List.of(
            "--learner",
            learner.toString(),
            "--zone",
            "America/New_York",
            "--as-of",
            "2026-05-01"));
    all.addAll(List.of(more));
    return CommandRun.run(all);
  }

  @Test
  void explain_says_what_is_missing_in_a_sentence() throws IOException {
    CommandRun outcome = run("explain", "--credential", "horticulture-level-3");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains(
            "60 more hours of apprenticeship at an approved site and whose field of work is not given"
                + " or in the field of “HORTICULTURE” are needed: has 140 hours, needs at least 200"
                + " hours")
        .doesNotContain("(horticulture-level-1):");
  }

  @Test
  void what_comes_first_is_pointed_to_where_it_is_not_shown() throws IOException {
    assertThat(run("explain", "--credential", "horticulture").err())
        .contains("what comes first is not shown here; it is with --credential ")
        .contains(" --credential horticulture-level-3");
    assertThat(run("explain").err()).isEmpty();
  }

  @Test
  void what_is_pointed_to_is_said_in_the_language_of_the_answer() throws IOException {
    assertThat(run("explain", "--credential", "horticulture", "--lang", "fr").err())
        .contains("n’est pas affiché ici")
        .contains(" --credential horticulture-level-3")
        .doesNotContain("not shown");
  }

  @Test
  void explain_speaks_french_too() throws IOException {
    assertThat(run("explain", "--lang", "fr").out())
        .contains("faut encore 60 heures d’apprentissage sur un site approuvé");
  }

  @Test
  void without_sentences_in_a_language_the_explanation_is_in_english_and_says_so()
      throws IOException {
    CommandRun outcome = run("explain", "--lang", "tr");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err())
        .contains("there are no sentences in `tr`, so this is in English; there are in en, fr");
    assertThat(outcome.out()).isEqualTo(run("explain").out());
    assertThat(run("explain", "--lang", "de,fr;q=0.5").err()).isEmpty();
  }

  @Test
  void explain_writes_each_format_to_a_file() throws IOException {
    Path page = folder.resolve("page.html");
    CommandRun outcome = run("explain", "--format", "html", "--out", page.toString());
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(page).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(run("explain", "--format", "markdown").out()).startsWith("# Credentials of learner");
    assertThat(run("explain", "--format", "json", "--credential", "horticulture").out())
        .startsWith("{")
        .doesNotContain("\"horticulture-level-2\",\n    \"name\"");
  }

  @Test
  void a_file_that_cannot_be_written_is_said() throws IOException {
    CommandRun outcome = run("explain", "--out", folder.resolve("nowhere/page.html").toString());
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(outcome.err()).contains("cannot be written");
  }

  @Test
  void explain_needs_a_learner_and_a_date() {
    List<String> pack = List.of("explain", "--pack", RULES.resolve("ums-horticulture").toString());
    CommandRun outcome = CommandRun.run(pack);
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(outcome.err()).contains("--learner");
    List<String> withLearner = new ArrayList<>(pack);
    withLearner.addAll(List.of("--learner", "../../examples/learners/maria.json"));
    CommandRun undated = CommandRun.run(withLearner);
    assertThat(undated.code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(undated.err()).contains("--as-of");
  }

  @Test
  void graph_draws_packs_without_a_learner_and_with_one() throws IOException {
    CommandRun plain =
        CommandRun.run(List.of("graph", "--pack", RULES.resolve("ums-horticulture").toString()));
    assertThat(plain.code()).isZero();
    assertThat(plain.out())
        .contains(
            "  <- first earn Maine Horticulture Apprenticeship, Level 2: Training and Practice")
        .contains("  - At least 200 hours at an approved site")
        .doesNotContain("not met");
    assertThat(run("graph").out()).contains("  - At least 200 hours at an approved site: not met");
    assertThat(run("graph", "--format", "svg").out()).startsWith("<?xml").contains("</svg>");
  }
}
