package io.credentialrules.cli;

import static io.credentialrules.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no scenario would notice is said, with a scenario that would. */
class MutateCommandTest {
  private static final String SCENARIO =
      """
      story: A sign-off.
      as-of: 2026-05-01
      record:
        learner: { id: ada }
        facts:
          SignOff:
            - { subject: garden, by: Dr. Fox, role: FACULTY, on: 2026-03-01 }
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

        rule "Signed" @credential( "gardener" )
        when
          SignOff( subject == "garden" )
        then end
        """);
    write("scenarios/gardener/earned/signed.yaml", SCENARIO);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve("garden").resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  @Test
  void a_change_that_nobody_notices_is_told_with_a_scenario_that_would() throws IOException {
    CommandRun run = run("mutate", pack, "--at-least", "60");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(
            """
            garden/rules.drl:7:12: nobody notices `subject == "garden"` without `subject == "garden"`
                this scenario would:
                story:\
            """)
        .endsWith(
            "2 mutants: 1 killed, 1 survived (50.0 % noticed), 0 equal, 0 explained, 0 refused by the checks\n");
    assertThat(run("mutate", pack, "--at-least", "50").code()).isZero();

    write(
        "scenarios/gardener/not-earned/other.yaml",
        SCENARIO.replace("subject: garden", "subject: orchard")
            + "unmet: { \"gardener#1\": {} }\n");
    assertThat(run("mutate", folder.toString(), "--at-least", "100").code()).isZero();
  }

  @Test
  void it_is_json_for_viewers() throws IOException {
    JsonNode report = new ObjectMapper().readTree(run("mutate", pack, "--json").out());

    assertThat(report.at("/files/garden~1rules.drl/mutants")).hasSize(2);
    assertThat(report.at("/files/garden~1rules.drl/mutants/0/location/start/line").asInt())
        .isEqualTo(7);
  }

  @Test
  void scenarios_must_be_true_and_packs_right() throws IOException {
    write(
        "scenarios/gardener/earned/signed.yaml", SCENARIO.replace("subject: garden", "subject: x"));
    CommandRun untrue = run("mutate", pack);
    assertThat(untrue.code()).isEqualTo(1);
    assertThat(untrue.err()).contains("garden/gardener/earned/signed is not true;");

    write("rules.drl", "rule \"A quiz\" @requirement( \"quiz\" ) when Quiz() then end");
    assertThat(run("mutate", pack).code()).isEqualTo(2);
    assertThat(run("mutate", pack, "--at-least", "-1").code()).isEqualTo(64);
  }

  @Test
  void a_page_shows_what_nobody_notices_below_its_line() throws IOException {
    Path page = folder.resolve("mutation.html");
    assertThat(run("mutate", pack, "--html", page.toString()).code()).isZero();

    String html = Files.readString(page);
    assertThat(html)
        .contains("<h2>garden/rules.drl</h2>")
        .contains("1 of 2")
        .contains("nobody notices <code>subject == &quot;garden&quot;</code>")
        .contains("<pre>")
        .doesNotContain("<script");
  }
}
