package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CasesDocumentTest {
  private static final Path REPOSITORY = Packs.FOLDER.resolve("..").normalize();
  private static final Path DOCUMENT = REPOSITORY.resolve("docs/cases.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| .*$");
  private static final Pattern SCENARIO = Pattern.compile("\\(\\.\\./(rules/[^)]+\\.yaml)\\)");
  private static final Pattern TEST = Pattern.compile("`([a-z]+(?:_[a-z0-9]+){3,})`");

  static Stream<String> rows() {
    return ROW.matcher(Packs.text(DOCUMENT)).results().map(MatchResult::group);
  }

  @Test
  void cases_are_listed_once_and_in_order() {
    List<Integer> numbers =
        ROW.matcher(Packs.text(DOCUMENT))
            .results()
            .map(row -> Integer.parseInt(row.group(1)))
            .toList();
    assertThat(numbers).hasSizeGreaterThan(50).doesNotHaveDuplicates().isSorted();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_case_is_shown_by_scenarios_that_name_it_or_by_a_test(String row) {
    String number = row.split("\\|", -1)[1].strip();
    List<String> scenarios = found(SCENARIO, row);
    assertThat(scenarios)
        .allSatisfy(
            scenario ->
                assertThat(Packs.text(REPOSITORY.resolve(scenario)))
                    .containsPattern("(?m)^case: *" + number + "$"));
    assertThat(scenarios.size() + found(TEST, row).size()).isPositive();
  }

  @Test
  void every_test_that_the_page_names_exists() throws IOException {
    String source;
    try (Stream<Path> files = Files.walk(REPOSITORY)) {
      source =
          files
              .filter(file -> file.toString().endsWith("Test.java"))
              .filter(file -> !file.toString().contains("/target/"))
              .map(Packs::text)
              .collect(Collectors.joining());
    }
    assertThat(found(TEST, Packs.text(DOCUMENT)))
        .isNotEmpty()
        .allSatisfy(test -> assertThat(source).contains("void " + test + "("));
  }

  @Test
  void every_scenario_that_names_a_case_is_reached_from_the_page() {
    assertThat(Files.exists(DOCUMENT)).isTrue();
    List<Integer> listed =
        ROW.matcher(Packs.text(DOCUMENT))
            .results()
            .filter(row -> SCENARIO.matcher(row.group()).find())
            .map(row -> Integer.parseInt(row.group(1)))
            .toList();
    assertThat(listed)
        .containsAll(
            Packs.names().stream()
                .flatMap(Packs::scenarios)
                .map(scenario -> scenario.number())
                .filter(number -> number != null)
                .toList());
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).distinct().toList();
  }
}
