package io.credentialrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who holds what is told only of learners who agreed to it. */
class SkillsCommandTest {
  private static final String AGREED =
      "{\"subject\": \"share-skills\", \"by\": \"ada\", \"role\": \"LEARNER\", \"on\": \"2026-01-02\"}";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writePack() throws IOException {
    Files.createDirectories(folder.resolve("records"));
    Path pack = Files.createDirectories(folder.resolve("garden"));
    Files.writeString(
        pack.resolve("garden.drl"),
        """
        package garden
        rule "A portfolio" @requirement( "portfolio" ) @alignment( "Gardening <beds>", "https://skills.example/1" )
        when SubmittedEvidence( type == "PORTFOLIO" ) then end
        rule "A plan" @requirement( "plan" )
        when SubmittedEvidence( type == "PLAN" ) then end
        rule "Level 1" @credential( "level-1" ) @pathway( "garden" ) @level( 1 ) @validFor( "2 years" )
        when Met( requirement == "portfolio" ) then end
        rule "Level 2" @credential( "level-2" ) @pathway( "garden" ) @level( 2 )
        when Earned( credential == "level-1" ) Met( requirement == "plan" ) then end
        """);
  }

  private void record(String signOff) throws IOException {
    Files.writeString(
        folder.resolve("records/ada.json"),
        "{\"learner\": {\"id\": \"ada\"}, \"facts\": {\"SignOff\": ["
            + signOff
            + "], \"SubmittedEvidence\": [{\"type\": \"PORTFOLIO\", \"title\": \"Beds\", \"submittedOn\": \"2026-03-02\","
            + " \"vetting\": {\"status\": \"VETTED\", \"reviewer\": \"Dr. Fox\", \"role\": \"FACULTY\", \"on\": \"2026-03-05\"}}]}}");
  }

  private CommandRun run(String... further) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "skills",
                "--pack",
                folder.resolve("garden").toString(),
                "--learners",
                folder.resolve("records").toString(),
                "--as-of",
                "2026-11-26",
                "--zone",
                "UTC"));
    arguments.addAll(List.of(further));
    return CommandRun.run(arguments);
  }

  @Test
  void who_agreed_is_told_with_evidence_reviewer_and_validity() throws IOException {
    record(AGREED);
    CommandRun run = run();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("ada: Level 1 (level-1), since 2026-03-02, until 2028-03-02\n")
        .contains("Beds")
        .contains("Dr. Fox");
    JsonNode held = new ObjectMapper().readTree(run("--json").out()).at("/learners/0/holds/0");
    assertThat(held.get("credential").textValue()).isEqualTo("level-1");
    assertThat(held.get("evidence")).hasSize(1);
    assertThat(run("--credential", "level-2").out()).isEmpty();
    assertThat(run("--lacking", "level-2").out())
        .isEqualTo("ada lacks for level-2:\n  A plan: not met\n  step 1: A plan, for “A plan”\n");
    assertThat(run("--lacking", "level-3").code()).isEqualTo(ExitCode.BAD_OPTION.number());
  }

  @Test
  void a_page_shows_the_same_with_the_competencies_and_nothing_that_acts() throws IOException {
    record(AGREED);
    Path page = folder.resolve("skills.html");
    CommandRun run = run("--html", page.toString());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("  validates Gardening <beds>, https://skills.example/1\n");
    assertThat(Files.readString(page))
        .contains("<h2>ada: Level 1 (level-1), since 2026-03-02, until 2028-03-02</h2>")
        .contains("<li>validates Gardening &lt;beds&gt;, https://skills.example/1</li>")
        .contains("Dr. Fox")
        .doesNotContain("<script")
        .endsWith("</html>\n");
    assertThat(
            new ObjectMapper()
                .readTree(run("--json", "--html", page.toString()).out())
                .at("/learners/0/holds/0/competencies/0")
                .textValue())
        .isEqualTo("Gardening <beds>, https://skills.example/1");
    run("--lacking", "level-2", "--html", page.toString());
    assertThat(Files.readString(page))
        .contains("<h2>ada lacks for level-2</h2>\n<ul>\n<li>A plan: not met</li>\n<li>step 1: ");
    record("");
    run("--html", page.toString());
    assertThat(Files.readString(page)).doesNotContain("ada");
    CommandRun nowhere = run("--html", folder.resolve("none/skills.html").toString());
    assertThat(nowhere.err()).contains("--html: ").contains("cannot be written");
    assertThat(nowhere.code()).isEqualTo(ExitCode.BAD_OPTION.number());
  }

  @Test
  void what_a_group_lacks_is_told_as_plans_and_who_is_nearest_comes_first() throws IOException {
    record(AGREED);
    for (String learner : List.of("aaron", "zoe")) {
      Files.writeString(
          folder.resolve("records/" + learner + ".json"),
          "{\"learner\": {\"id\": \"%1$s\"}, \"facts\": {\"SignOff\": [%2$s]}}"
              .formatted(learner, AGREED.replace("ada", learner)));
    }
    Files.writeString(
        folder.resolve("records/bob.json"), "{\"learner\": {\"id\": \"bob\"}, \"facts\": {}}");
    JsonNode told = new ObjectMapper().readTree(run("--lacking", "level-2", "--json").out());
    assertThat(told.at("/learners").findValuesAsText("learner"))
        .containsExactly("ada", "aaron", "zoe");
    assertThat(told.at("/learners").findValuesAsText("cost")).containsExactly("1", "2", "2");
    assertThat(told.at("/learners/1/steps")).hasSize(2);
    assertThat(told.at("/learners/1/plan").textValue()).isEqualTo("STEPS");
    assertThat(run("--lacking", "level-2").out()).doesNotContain("bob");
    assertThat(run("--lacking", "level-1").out()).startsWith("aaron lacks").doesNotContain("ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"subject\": \"share-skills\", \"by\": \"bob\", \"role\": \"LEARNER\"}",
        "{\"subject\": \"share-skills\", \"by\": \"ada\", \"role\": \"FACULTY\"}",
        "{\"subject\": \"share-grades\", \"by\": \"ada\", \"role\": \"LEARNER\"}",
        "{\"subject\": \"share-skills\", \"by\": \"ada\", \"role\": \"LEARNER\", \"status\": \"WITHDREW\"}",
        "{\"subject\": \"share-skills\", \"by\": \"ada\", \"role\": \"LEARNER\", \"validUntil\": \"2026-11-25\"}",
        "{\"subject\": \"share-skills\", \"by\": \"ada\", \"role\": \"LEARNER\", \"on\": \"2026-11-27\"}"
      })
  void of_who_did_not_agree_nothing_is_told(String signOff) throws IOException {
    record(signOff);
    CommandRun run = run();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run("--lacking", "level-2").out()).isEmpty();
  }
}
