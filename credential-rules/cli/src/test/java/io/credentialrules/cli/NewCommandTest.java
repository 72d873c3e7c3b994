package io.credentialrules.cli;

import static io.credentialrules.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new pack passes check and test, and a published pathway becomes one. */
class NewCommandTest {
  private static final String PATHWAY =
      """
      [{"@id": "urn:p", "@type": "ceterms:Pathway", "ceterms:name": {"en": "Field work"}, "ceterms:hasDestinationComponent": "urn:d"},
       {"@id": "urn:d", "@type": "ceterms:CredentialComponent", "ceterms:name": "Field worker", "ceterms:hasCondition":
         {"@type": "ceterms:ComponentCondition", "ceterms:requiredNumber": 1, "ceterms:targetComponent": ["urn:a", "urn:b"],
          "ceterms:hasConstraint": {"@type": "ceterms:Constraint", "ceterms:description": "Within a year"}}},
       {"@id": "urn:a", "@type": "ceterms:CredentialComponent", "ceterms:name": "Badge A"},
       {"@id": "urn:b", "@type": "ceterms:CredentialComponent", "ceterms:name": "Badge B"}]
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void a_new_pack_passes_check_and_test() {
    for (String name : new String[] {"field-work", "4-h", "rocks2"}) {
      String pack = folder.resolve(name).toString();
      assertThat(run("new", pack).code()).isZero();
      CommandRun checked = run("check", pack);
      assertThat(checked.code()).isZero();
      assertThat(checked.out()).contains("0 errors").contains("0 warnings");
      CommandRun tested = run("test", pack);
      assertThat(tested.code()).as(tested.out()).isZero();
      assertThat(tested.out()).contains("2 passed");
    }
  }

  @Test
  void a_pathway_becomes_a_pack_that_passes_check_with_what_was_left_out() throws IOException {
    Path file = Files.writeString(folder.resolve("pathway.json"), PATHWAY);
    String pack = folder.resolve("field-work").toString();
    CommandRun made =
        run("new", pack, "--from", file.toString(), "--zone", "America/New_York", "--json");
    assertThat(made.code()).as(made.err()).isZero();
    JsonNode said = new ObjectMapper().readTree(made.out());
    assertThat(said.get("files")).hasSize(2);
    assertThat(said.at("/leftOut/0").textValue()).contains("`Within a year`");
    assertThat(run("check", pack).out()).contains("0 errors").contains("0 warnings");
    Path record =
        Files.writeString(
            folder.resolve("ada.json"),
            "{\"learner\": {\"id\": \"ada\"}, \"facts\": {\"HeldCredential\": [{\"credential\": \"badge-b\"}]}}");
    CommandRun decided =
        run("decide", "--pack", pack, "--learner", record.toString(), "--as-of", "2026-11-26");
    assertThat(decided.out()).contains("Within a year").contains("1 of 2");
  }

  @Test
  void a_rubric_becomes_a_pack_whose_highest_level_is_that_of_the_end_that_is_chosen()
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("case.json"),
            """
            {"CFDocument": {"title": "Inquiry"}, "CFRubrics": [{"title": "Field rubric", "CFRubricCriteria": [
              {"category": "Listening", "CFRubricCriterionLevels": [
                {"quality": "EXEMPLARY", "position": 1}, {"quality": "NOT_YET", "position": 2}]}]}]}
            """);
    String pack = folder.resolve("rubric").toString();
    CommandRun made = run("new", pack, "--from", file.toString(), "--best-level-first");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out()).contains("left out: `Field rubric` says of no level that it is enough");
    assertThat(run("check", pack).out()).contains("0 errors").contains("0 warnings");
    Path rules = folder.resolve("rubric/pathway.drl");
    assertThat(rules).content().contains("@scale( \"NOT_YET < EXEMPLARY\" )");
    String other = folder.resolve("other").toString();
    assertThat(run("new", other, "--from", file.toString()).code()).isZero();
    assertThat(folder.resolve("other/pathway.drl"))
        .content()
        .contains("@scale( \"EXEMPLARY < NOT_YET\" )");
  }

  @Test
  void the_documentation_of_a_pack_is_written_from_its_rules() throws IOException {
    String pack = folder.resolve("field-work").toString();
    assertThat(run("new", pack).code()).isZero();
    CommandRun markdown = run("docs", "--pack", pack, "--as-of", "2026-11-26");
    assertThat(markdown.code()).as(markdown.err()).isZero();
    assertThat(markdown.out())
        .startsWith("# What field-work requires")
        .contains("| field-work-hours | At least 40 hours of an internship |");
    CommandRun page = run("docs", "--pack", pack, "--as-of", "2026-11-26", "--format", "html");
    assertThat(page.out()).contains("<svg xmlns=").endsWith("</html>\n");
    CommandRun json = run("docs", "--pack", pack, "--as-of", "2026-11-26", "--json");
    JsonNode requirement = new ObjectMapper().readTree(json.out()).at("/requirements/2");
    assertThat(requirement.get("name").textValue()).isEqualTo("At least 40 hours of an internship");
    assertThat(requirement.at("/ways/0/place").textValue()).startsWith("field-work/");
    assertThat(run("docs", "--pack", pack).err()).contains("--as-of: name the date");
  }

  @Test
  void the_catalogue_of_a_pack_goes_out_as_ctdl_and_comes_back() throws IOException {
    String pack = folder.resolve("field-work").toString();
    assertThat(run("new", pack).code()).isZero();
    String file = folder.resolve("catalogue.json").toString();
    String[] arguments = {
      "docs",
      "--pack",
      pack,
      "--as-of",
      "2026-11-26",
      "--format",
      "ctdl",
      "--out",
      file,
      "--address"
    };
    CommandRun without = run("docs", "--pack", pack, "--as-of", "2026-11-26", "--format", "ctdl");
    assertThat(without.code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(without.err()).contains("--address: `` is not an http or https address");
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "https://badges.example.edu/";
    CommandRun written = run(all);
    assertThat(written.code()).as(written.err()).isZero();
    assertThat(written.err()).isEmpty();
    String again = folder.resolve("again").toString();
    assertThat(run("new", again, "--from", file).out()).doesNotContain("left out");
    assertThat(run("check", again).out()).contains("0 errors");
  }

  @Test
  void what_is_there_is_never_written_over_and_what_is_no_pathway_is_refused() throws IOException {
    Path pack = folder.resolve("field-work");
    assertThat(run("new", pack.toString()).code()).isZero();
    CommandRun again = run("new", pack.toString());
    assertThat(again.code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(again.err()).contains("is there already");
    assertThat(run("new", folder.resolve("Field Work").toString()).err())
        .contains("`Field Work` is no name of a pack");
    Path file = Files.writeString(folder.resolve("person.json"), "{\"@type\": \"Person\"}");
    CommandRun refused = run("new", folder.resolve("other").toString(), "--from", file.toString());
    assertThat(refused.code()).isEqualTo(ExitCode.BAD_PATHWAY.number());
    assertThat(refused.err()).startsWith("person.json:");
    assertThat(folder.resolve("other")).doesNotExist();
  }
}
