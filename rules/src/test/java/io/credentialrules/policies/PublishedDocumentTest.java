package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of criteria that were not as published says of each how it is now, and shows it. */
final class PublishedDocumentTest {
  private static final Path DOCUMENT = Packs.FOLDER.resolve("published.md");
  private static final Pattern SCENARIO = Pattern.compile("\\(([^)]+\\.yaml)\\)");
  private static final Pattern README = Pattern.compile("\\(([^)#]+/README\\.md)#what-is-ours\\)");

  static Stream<String> rows() {
    return Packs.text(DOCUMENT)
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| criterion"));
  }

  @Test
  void every_criterion_is_listed() {
    assertThat(rows()).hasSizeGreaterThan(30).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_criterion_is_shown_by_scenarios_or_is_said_to_be_ours(String row) {
    List<String> cells = List.of(row.split("\\|", -1));
    String state = cells.get(3).strip();
    List<String> scenarios = found(SCENARIO, row);
    List<String> readmes = found(README, row);
    assertThat(state).isIn("done", "ours");
    assertThat(state.equals("done") ? scenarios : readmes).isNotEmpty();
    assertThat(scenarios)
        .allSatisfy(scenario -> assertThat(Packs.FOLDER.resolve(scenario)).isRegularFile());
    assertThat(readmes)
        .allSatisfy(
            readme -> {
              assertThat(Files.exists(Packs.FOLDER.resolve(readme))).isTrue();
              assertThat(Packs.text(Packs.FOLDER.resolve(readme))).contains("## What is ours");
            });
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).distinct().toList();
  }
}
