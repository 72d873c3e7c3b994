package io.credentialrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Twelve records that somebody wrote by hand, with what {@code template} prints as the only help.
 */
@Tag("once")
final class RecordsByHandTest {
  private static final Path PACKS = Path.of("../../rules");
  private static final Path RECORDS = Path.of("src/test/resources/by-hand");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aquaculture",
        "career-prepared",
        "horticulture",
        "innovation",
        "leadership",
        "maple-sugaring",
        "micro-credential-development",
        "outdoor-leadership"
      })
  void a_record_written_by_hand_earns_its_macro_badge_and_does_not_without_any_one_type_of_facts(
      String pathway) throws IOException {
    List<String> lines = Files.readAllLines(RECORDS.resolve(pathway + ".yaml"));
    assertThat(decided(pathway, lines)).contains("\nEARNED ");

    lines.stream()
        .filter(line -> line.matches("  [A-Z][A-Za-z]+:"))
        .forEach(
            type ->
                assertThat(decided(pathway, without(lines, type)))
                    .as(type)
                    .contains("\nNOT EARNED "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"food-processing-sanitation", "global-competency"})
  void a_record_in_json_earns_its_macro_badge_and_does_not_without_any_one_type_of_facts(
      String pathway) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Path written = RECORDS.resolve(pathway + ".json");
    assertThat(decided(pathway, written)).contains("\nEARNED ");

    for (String type :
        ImmutableList.copyOf(json.readTree(written.toFile()).get("facts").fieldNames())) {
      ObjectNode fewer = (ObjectNode) json.readTree(written.toFile());
      ((ObjectNode) fewer.get("facts")).remove(type);
      Path record = folder.resolve("record.json");
      json.writeValue(record.toFile(), fewer);
      assertThat(decided(pathway, record)).as(type).contains("\nNOT EARNED ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"online-teaching", "volunteer-management"})
  void a_spreadsheet_earns_its_macro_badge_and_does_not_without_any_one_file_of_facts(
      String pathway) throws IOException {
    Path written = RECORDS.resolve(pathway);
    assertThat(decided(pathway, written)).contains("\nEARNED ");

    List<Path> files;
    try (Stream<Path> list = Files.list(written)) {
      files = list.sorted().toList();
    }
    for (Path left : files) {
      if (!left.endsWith("Learner.csv")) {
        Path fewer = Files.createDirectory(folder.resolve("without-" + left.getFileName()));
        for (Path file : files) {
          if (!file.equals(left)) {
            Files.copy(file, fewer.resolve(file.getFileName()));
          }
        }
        assertThat(decided(pathway, fewer)).as(left.toString()).contains("\nNOT EARNED ");
      }
    }
  }

  /** With the type left there, as somebody leaves it who deletes its facts. */
  private static List<String> without(List<String> lines, String type) {
    List<String> fewer = new ArrayList<>();
    String current = "";
    for (String line : lines) {
      current = line.startsWith("    ") ? current : line;
      if (!current.equals(type) || line.equals(type)) {
        fewer.add(line);
      }
    }
    return fewer;
  }

  @Test
  void what_is_still_to_be_filled_in_is_refused_at_its_place() {
    assertThat(
            decided(
                "aquaculture",
                List.of(
                    "learner: { id: learner-1 }",
                    "facts:",
                    "  HeldCredential:",
                    "    - credential: <high-school-diploma | high-school-equivalency>")))
        .contains(
            "record.yaml:4:19: `credential` is still to be filled in:"
                + " `<high-school-diploma | high-school-equivalency>`; replace it, or delete the"
                + " fact");
  }

  @Test
  void a_problem_in_yaml_is_told_at_its_place_also_after_wide_characters() {
    assertThat(
            decided(
                "aquaculture",
                List.of(
                    "# \uD83D\uDC1F \uD83D\uDC1F",
                    "learner: { id: learner-1 }",
                    "facts:",
                    "  HeldCredential:",
                    "    - { credentials: high-school-diploma }")))
        .contains("record.yaml:5:9 ")
        .contains("unknown field `credentials`");
  }

  @Test
  void a_key_that_is_there_twice_an_alias_and_what_is_no_yaml_are_refused() {
    assertThat(decided("aquaculture", List.of("learner: { id: a, id: b }")))
        .contains("`id` is there twice");
    assertThat(decided("aquaculture", List.of("learner: &a { id: a }", "facts: *a")))
        .contains("`*` repeats another value");
    assertThat(decided("aquaculture", List.of("learner: { id: a"))).contains("this is not YAML");
    assertThat(decided("aquaculture", List.of(""))).contains("the file is empty");
  }

  @Test
  void a_number_or_a_truth_that_is_another_in_yaml_than_it_looks_is_refused() {
    for (String number : List.of("011", "0x1F", "1_000", "+5")) {
      assertThat(decided("aquaculture", List.of("learner: { id: " + number + " }")))
          .contains("record.yaml:1:16: `" + number + "` is another number in YAML than it looks");
    }
    for (String truth : List.of("no", "yes", "on", "True")) {
      assertThat(decided("aquaculture", List.of("learner: { id: " + truth + " }")))
          .contains("record.yaml:1:16: `" + truth + "` is true or false in YAML");
    }
    assertThat(decided("aquaculture", List.of("learner: { id: 'no' }"))).doesNotContain("in YAML");
  }

  @Test
  void a_file_that_is_nested_deeply_or_wrong_throughout_is_refused_in_a_few_lines() {
    String nested = "[".repeat(33) + "]".repeat(33);
    assertThat(decided("aquaculture", List.of("learner: " + nested)))
        .contains("the file is nested deeper than 32");
    String deepest = "[".repeat(31) + "]".repeat(31);
    assertThat(decided("aquaculture", List.of("learner: " + deepest)))
        .doesNotContain("nested deeper");
    assertThat(decided("aquaculture", List.of("learner: " + "[".repeat(99_000))))
        .contains("the file is nested deeper than 32");
    String longText = "<" + "x".repeat(99_000) + ">";
    assertThat(decided("aquaculture", List.of("learner: { id: \"" + longText + "\" }")))
        .contains("`id` is still to be filled in")
        .hasSizeLessThan(1_000);
    String unfilled = "<text>, ".repeat(5_000);
    assertThat(decided("aquaculture", List.of("learner: [ " + unfilled + "]")).lines().count())
        .isLessThan(200);
  }

  /** What a spreadsheet writes unless it is told otherwise. */
  @Test
  void a_record_that_is_not_utf_8_is_called_so() throws IOException {
    Path yaml = folder.resolve("record.yaml");
    Files.writeString(yaml, "learner: { id: Jérôme }\n", StandardCharsets.ISO_8859_1);
    assertThat(decided("aquaculture", yaml))
        .contains("record.yaml:1:1: the file is not UTF-8; save it as UTF-8");
    Path sheets = Files.createDirectory(folder.resolve("sheets"));
    Files.writeString(sheets.resolve("Learner.csv"), "id\nJérôme\n", StandardCharsets.ISO_8859_1);
    assertThat(decided("aquaculture", sheets))
        .contains("Learner.csv:1:1: the file is not UTF-8; save it as UTF-8, which spreadsheets");
    Files.writeString(sheets.resolve("Learner.csv"), "\ufeffid\nJérôme\n");
    assertThat(decided("aquaculture", sheets)).contains("Learner Jérôme on 2026-05-01");
  }

  /** A line of a few million characters would take the parser half a minute. */
  @Test
  void a_line_has_as_many_characters_as_a_text_and_a_file_as_many_as_the_parser_takes() {
    assertThat(decided("aquaculture", List.of("# " + "x".repeat(99_998), "learner: []")))
        .doesNotContain("longer than");
    assertThat(decided("aquaculture", List.of("learner:", "x".repeat(100_001) + ": 1")))
        .contains("record.yaml:2:100001: the line is longer than 100,000 characters");
    List<String> longest = Collections.nCopies(30_000, "#" + "x".repeat(98));
    assertThat(decided("aquaculture", longest)).contains("the file is empty");
    List<String> longer = new ArrayList<>(longest);
    longer.add("");
    assertThat(decided("aquaculture", longer)).contains("the file is larger than 3 MB");
  }

  private String decided(String pathway, List<String> lines) {
    Path record = folder.resolve("record.yaml");
    try {
      Files.write(record, lines);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return decided(pathway, record);
  }

  private static String decided(String pathway, Path record) {
    StringWriter out = new StringWriter();
    Main.run(
        new PrintWriter(out, true),
        new PrintWriter(out, true),
        "decide",
        "--pack",
        PACKS.resolve("ums-" + pathway).toString(),
        PACKS.resolve("ums-skills").toString(),
        "--learner",
        record.toString(),
        "--as-of",
        "2026-05-01",
        "--zone",
        "America/New_York",
        "--credential",
        pathway);
    return "\n" + out;
  }
}
