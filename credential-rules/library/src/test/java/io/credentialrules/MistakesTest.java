package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Problem;
import io.credentialrules.policy.SourceSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Policies with seeded mistakes, each in a folder of its own: packs, and in {@code expected.txt}
 * everything that is said about them, to the column. With {@code -Dmistakes.write=true} the
 * expected texts are written anew, so that a change of messages is reviewed as a change of files.
 */
class MistakesTest {
  private static final Path FOLDER = Path.of("src/test/resources/mistakes");
  private static final boolean WRITE = Boolean.getBoolean("mistakes.write");
  private static final Pattern CODE = Pattern.compile("(?m)^(?:error|warning) \\[([a-z-]+)]");

  /** What needs other limits or a file that is no text; `docs/checks.md` has examples of those. */
  private static final Set<String> WITHOUT_FOLDER =
      Set.of(
          "bad-path",
          "empty-pack",
          "limit-alternatives",
          "limit-chain",
          "limit-conditions",
          "limit-dependencies",
          "limit-empty-record",
          "limit-expanded-conditions",
          "limit-file-size",
          "limit-files",
          "limit-nesting",
          "limit-policy-size",
          "limit-regular-expression",
          "limit-rules",
          "limit-text",
          "link-out-of-pack",
          "missing-folder",
          "missing-resource",
          "not-a-file",
          "not-utf-8",
          "too-many-problems",
          "unreadable-file",
          "unreadable-folder");

  private static List<Path> folders(Path parent) throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @TestFactory
  List<DynamicTest> everything_is_said_about_each_mistake_and_nothing_else() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : folders(FOLDER)) {
      tests.add(
          DynamicTest.dynamicTest(
              folder.getFileName().toString(), folder.toUri(), () -> check(folder)));
    }
    return tests;
  }

  private static void check(Path folder) throws IOException {
    CredentialRules.Builder builder = CredentialRules.builder();
    for (Path pack : folders(folder)) {
      builder.add(PolicyPack.read(pack));
    }
    StringBuilder said = new StringBuilder();
    builder.check().forEach(problem -> said.append(text(problem)));
    Path expected = folder.resolve("expected.txt");
    if (WRITE) {
      Files.writeString(expected, said);
    }
    assertThat(said.toString()).isNotEmpty().isEqualTo(Files.readString(expected));
  }

  private static String text(Problem problem) {
    SourceSpan span = problem.span();
    return problem.severity().name().toLowerCase(Locale.ROOT)
        + " ["
        + problem.code()
        + "] "
        + span
        + "-"
        + span.endLine()
        + ":"
        + span.endColumn()
        + "\n  "
        + problem.message()
        + "\n"
        + (problem.hint().isEmpty() ? "" : "  hint: " + problem.hint() + "\n");
  }

  @Test
  void every_code_is_among_the_mistakes() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (Path folder : folders(FOLDER)) {
      String expected = Files.readString(folder.resolve("expected.txt"), StandardCharsets.UTF_8);
      CODE.matcher(expected).results().map((MatchResult m) -> m.group(1)).forEach(codes::add);
    }
    codes.addAll(WITHOUT_FOLDER);
    assertThat(codes).isEqualTo(EmittedCodes.all());
  }
}
