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

/** What awaits review in many records comes with what it is for, what decides most first. */
class QueueCommandTest {
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("garden"));
    Files.writeString(
        pack.resolve("garden.drl"),
        """
        package garden
        rule "A proficient gardener" @requirement( "proficient" ) @scale( "NOT_YET < PROFICIENT" )
        when RubricScore( rubric == "garden", level >= "PROFICIENT" ) then end
        rule "A portfolio" @requirement( "portfolio" )
        when SubmittedEvidence( type == "PORTFOLIO" ) then end
        rule "Level 1" @credential( "level-1" ) @pathway( "garden" ) @level( 1 )
        when Met( requirement == "proficient" ) then end
        rule "Level 2" @credential( "level-2" ) @pathway( "garden" ) @level( 2 )
        when Earned( credential == "level-1" ) Met( requirement == "portfolio" ) then end
        """);
    Path records = Files.createDirectories(folder.resolve("records"));
    Files.writeString(
        records.resolve("ada.json"),
        "{\"learner\": {\"id\": \"ada\"}, \"facts\": {\"SubmittedEvidence\": [{\"type\": \"PORTFOLIO\", \"title\": \"Beds\"}]}}");
    Files.writeString(
        records.resolve("bob.json"),
        "{\"learner\": {\"id\": \"bob\"}, \"facts\": {\"RubricScore\": [{\"id\": \"r-1\", \"rubric\": \"garden\", \"criterion\": \"c\", \"level\": \"PROFICIENT\"}]}}");
  }

  private CommandRun run(String... further) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "queue",
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
  void what_decides_most_is_told_first_with_the_requirement_and_its_levels() {
    CommandRun run = run();
    assertThat(run.code()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0)).startsWith("bob: ").endsWith("; decides level-1");
    assertThat(lines.get(1)).isEqualTo("  A proficient gardener (proficient)");
    assertThat(lines.get(2)).isEqualTo("  levels, from low to high: NOT_YET < PROFICIENT");
    assertThat(lines.get(3)).startsWith("ada: ").endsWith("; decides none alone, of level-2");
  }

  @Test
  void no_more_is_told_than_was_asked_for_and_how_much_is_left() throws IOException {
    assertThat(run("--most", "1").out()).contains("bob").doesNotContain("ada").contains("1 more;");
    assertThat(run("--most", "0").code()).isEqualTo(ExitCode.BAD_OPTION.number());
    JsonNode queue = new ObjectMapper().readTree(run("--json").out());
    assertThat(queue.get("awaiting").intValue()).isEqualTo(2);
    assertThat(queue.at("/queue/0/type").textValue()).isEqualTo("RubricScore");
    assertThat(queue.at("/queue/0/id").textValue()).isEqualTo("r-1");
    assertThat(queue.at("/queue/1/waiting/0").textValue()).isEqualTo("level-2");
  }

  @Test
  void the_page_has_what_is_printed_and_nothing_in_it_acts() throws IOException {
    Files.writeString(
        folder.resolve("records/cy.json"),
        "{\"learner\": {\"id\": \"cy <script>\"}, \"facts\": {\"SubmittedEvidence\": [{\"type\": \"PORTFOLIO\", \"title\": \"Beds\"}]}}");
    Path page = folder.resolve("queue.html");
    CommandRun run = run("--html", page.toString());
    String html = Files.readString(page);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo(run().out());
    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("<title>Awaiting review</title>", "3 items of 3 on 2026-11-26")
        .contains("<li>A proficient gardener (proficient)</li>", "NOT_YET &lt; PROFICIENT")
        .contains("<h2>cy &lt;script&gt;: ")
        .doesNotContain("<script")
        .endsWith("</html>\n");
    assertThat(html.indexOf("<h2>bob: ")).isBetween(0, html.indexOf("<h2>ada: "));
    assertThat(run("--most", "1", "--html", page.toString()).code()).isZero();
    assertThat(Files.readString(page)).contains("1 item of 3").doesNotContain("<h2>ada: ");
  }

  @Test
  void a_page_that_cannot_be_written_is_told_beside_what_is_printed() {
    CommandRun run = run("--html", folder.resolve("nowhere/queue.html").toString());

    assertThat(run.err()).contains("--html: ").contains("check that its folder is there");
    assertThat(run.out()).contains("bob");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_OPTION.number());
  }

  @Test
  void a_record_that_cannot_be_read_is_told_and_does_not_stop_the_others() throws IOException {
    Files.writeString(folder.resolve("records/cy.json"), "{");
    CommandRun run = run();
    assertThat(run.code()).isEqualTo(ExitCode.BAD_RECORD.number());
    assertThat(run.out()).contains("bob").contains("ada");
    assertThat(run.err()).contains("1 record could not be evaluated");
  }
}
