package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The list of criteria that were not as published says of each how it is now, and shows it. */
final class PublishedDocumentTest {
  private static final Path DOCUMENT = Packs.FOLDER.resolve("published.md");
  private static final Pattern SCENARIO = Pattern.compile("\\(([^)]+\\.yaml)\\)");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
  private static final Pattern README = Pattern.compile("\\(([^)#]+/README\\.md)#what-is-ours\\)");

  private static final Set<String> TESTS = tests();

  /** The names of the tests of this module and of the artifacts that packs are used with. */
  private static Set<String> tests() {
    Path top = Packs.FOLDER.resolveSibling("credential-rules");
    return Stream.of(
            Packs.FOLDER, top.resolve("library"), top.resolve("report"), top.resolve("cli"))
        .flatMap(module -> sources(module.resolve("src/test/java")))
        .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
        .collect(Collectors.toSet());
  }

  private static Stream<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Stream<String> rows() {
    return Packs.text(DOCUMENT)
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| criterion"));
  }

  @Test
  void every_criterion_is_listed() {
    assertThat(rows()).hasSizeGreaterThan(55).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_criterion_is_shown_by_scenarios_or_is_said_to_be_ours(String row) {
    List<String> cells = List.of(row.split("\\|", -1));
    String state = cells.get(3).strip();
    List<String> scenarios = found(SCENARIO, row);
    List<String> readmes = found(README, row);
    assertThat(state).isIn("done", "ours");
    List<String> tests = found(TEST, row);
    if (state.equals("done")) {
      assertThat(scenarios.size() + tests.size()).isPositive();
    } else {
      assertThat(readmes).isNotEmpty();
    }
    assertThat(TESTS).containsAll(tests);
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
