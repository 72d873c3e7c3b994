package io.credentialrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Measure;
import io.credentialrules.PolicyPack;
import io.credentialrules.RequirementState;
import io.credentialrules.json.LearnerRecordReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README shows is what runs. */
final class ReadmeTest {
  private static final Document README = Document.readme();

  @Test
  void its_programs_are_the_examples_that_the_build_runs() throws Exception {
    assertThat(README.blocks("java").get(0).text()).isEqualTo(region("FirstLook"));
    assertThat(README.blocks("java").get(1).text()).isEqualTo(region("Quickstart"));
  }

  @Test
  void its_program_needs_twelve_types() throws Exception {
    String source =
        Files.readString(Path.of("src/main/java/io/credentialrules/examples/Quickstart.java"));
    assertThat(source.lines().filter(line -> line.startsWith("import io.credentialrules.")))
        .hasSizeLessThanOrEqualTo(12);
  }

  private static String region(String example) throws Exception {
    String source =
        Files.readString(Path.of("src/main/java/io/credentialrules/examples/" + example + ".java"));
    String region =
        source.substring(
            source.indexOf("// README: begin\n") + "// README: begin\n".length(),
            source.indexOf("    // README: end"));
    return region.lines().map(line -> line.replaceFirst("^ {4}", "")).collect(lines());
  }

  @Test
  void its_outputs_are_what_the_programs_print() throws Exception {
    assertThat(README.blocks("text").get(0).text())
        .isEqualTo(Golden.printedBy(FirstLook::main, Golden.ROOT.toString()));
    assertThat(README.blocks("text").get(1).text()).isEqualTo(Golden.printedBy(Quickstart::main));
  }

  @Test
  void its_rules_stand_in_the_pack_that_its_program_loads() {
    String pack =
        String.join(
            "\n",
            PolicyPack.fromClassPath(ReadmeTest.class.getClassLoader(), "ums-horticulture")
                .files()
                .values());
    String withoutSources =
        pack.lines().filter(line -> !line.contains("@source(")).collect(lines());
    assertThat(README.blocks("drl"))
        .isNotEmpty()
        .allSatisfy(block -> assertThat(withoutSources).contains(block.text()));
  }

  @Test
  void its_first_screen_says_nothing_of_the_engine() {
    String firstScreen = README.text().lines().limit(90).collect(lines());
    assertThat(firstScreen).doesNotContainIgnoringCase("drools").doesNotContain("KIE");
  }

  @Test
  void its_test_command_is_what_continuous_integration_runs() throws Exception {
    String command = "mvn -B -ntp verify";
    assertThat(README.blocks("sh")).anySatisfy(block -> assertThat(block.text()).contains(command));
    assertThat(Files.readString(Golden.ROOT.resolve(".ci/run")).lines()).contains(command);
  }

  @Test
  void its_quickstart_names_files_that_are_there() {
    String quickstart = README.blocks("sh").get(0).text();
    assertThat(quickstart)
        .contains("--pack rules/ums-horticulture")
        .contains("--learner examples/learners/maria.json");
    assertThat(Golden.ROOT.resolve("rules/ums-horticulture")).isDirectory();
    assertThat(Golden.ROOT.resolve("examples/learners/maria.json")).isRegularFile();
  }

  @Test
  void its_quickstart_shows_what_it_says_of_maria() throws Exception {
    CredentialRules rules =
        CredentialRules.compile(PolicyPack.read(Golden.ROOT.resolve("rules/ums-horticulture")));
    ZoneId zone = ZoneId.of("America/New_York");
    LearnerRecord maria =
        LearnerRecordReader.of(rules.vocabulary(), zone)
            .read("maria.json", Golden.ROOT.resolve("examples/learners/maria.json"));
    Evaluation evaluation = rules.evaluate(maria, LocalDate.of(2025, 5, 1), zone);
    assertThat(rules.catalogue()).hasSize(4);
    assertThat(evaluation.earned()).containsExactly("horticulture-level-1", "horticulture-level-2");
    Measure hours = Objects.requireNonNull(evaluation.requirement("horticulture-hours").measure());
    assertThat(hours.has()).isEqualTo("140.5");
    assertThat(hours.needs()).isEqualTo("200");
    assertThat(evaluation.requirement("horticulture-feedback").state())
        .isEqualTo(RequirementState.PENDING_REVIEW);
    Measure areas =
        Objects.requireNonNull(evaluation.requirement("horticulture-five-areas").measure());
    assertThat(areas.has()).isEqualTo("2");
    assertThat(areas.needs()).isEqualTo("5");
  }

  private static java.util.stream.Collector<CharSequence, ?, String> lines() {
    return Collectors.joining("\n", "", "\n");
  }
}
