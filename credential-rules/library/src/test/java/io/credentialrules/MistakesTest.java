package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.policy.Check;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.SourceSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Everything that is said about each {@link SeededMistake}, to the column. With {@code
 * -Dmistakes.write=true} the expected texts are written anew, so that a change of messages is
 * reviewed as a change of files.
 */
@Tag("once")
class MistakesTest {
  private static final boolean WRITE = Boolean.getBoolean("mistakes.write");
  private static final Pattern CODE = Pattern.compile("(?m)^(?:error|warning) \\[([a-z-]+)]");
  private static final Pattern PLACE = Pattern.compile("([\\w-]+/[\\w./-]+\\.drl):(\\d+):(\\d+)");

  /** What needs other limits or a file that is no text; `docs/checks.md` has examples of those. */
  private static final Set<String> WITHOUT_MISTAKE =
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
          "limit-named-values",
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
          "too-many-warnings",
          "unknown-value",
          "unreadable-file",
          "unreadable-folder");

  @TestFactory
  Stream<DynamicTest> everything_is_said_about_each_mistake_and_nothing_else() {
    return SeededMistake.all().stream()
        .map(
            mistake ->
                DynamicTest.dynamicTest(
                    mistake.name(), mistake.file().toUri(), () -> check(mistake)));
  }

  private static void check(SeededMistake mistake) throws IOException {
    String said = said(mistake);
    assertThat(said).isNotEmpty();
    if (WRITE) {
      mistake.expect(said);
    } else {
      assertThat(said).isEqualTo(mistake.expected());
    }
  }

  @TestFactory
  Stream<DynamicTest> an_edit_elsewhere_in_a_pack_changes_nothing_that_is_expected() {
    return SeededMistake.all().stream()
        .filter(mistake -> !mistake.expected().contains("/example.drl:"))
        .map(mistake -> mistake.below("// A line.\n\n// And another one.\n"))
        .map(
            mistake ->
                DynamicTest.dynamicTest(
                    mistake.name(), () -> assertThat(said(mistake)).isEqualTo(mistake.expected())));
  }

  private static final String CHANGED =
      """
      change ums-horticulture/level-3.drl
      -%s
      +    exists WorkExperience( hours < 0 )

      expect
      nothing
      """;

  @Test
  void a_change_of_lines_that_the_pack_does_not_have_is_an_error_that_shows_them() {
    assertThatThrownBy(() -> changed("    exists WorkExperience( weeks > 1 )"))
        .hasMessageContaining("some-mistake.txt:1: ")
        .hasMessageContaining("no longer has the lines")
        .hasMessageContaining("    exists WorkExperience( weeks > 1 )");
    assertThat(
            changed(
                    "    exists WorkExperience( type == \"APPRENTICESHIP\", agreementSignedOn <"
                        + " startedOn )")
                .packs())
        .hasSize(1);
  }

  @Test
  void a_change_of_lines_that_the_pack_has_twice_is_an_error() {
    assertThatThrownBy(() -> changed("then")).hasMessageContaining("more than once");
  }

  private static SeededMistake changed(String line) {
    return SeededMistake.of(Path.of("some-mistake.txt"), CHANGED.formatted(line));
  }

  private static String said(SeededMistake mistake) {
    CredentialRules.Builder builder = CredentialRules.builder();
    mistake.packs().forEach(builder::add);
    return builder.check().stream()
        .map(problem -> text(mistake, problem))
        .collect(Collectors.joining());
  }

  private static String text(SeededMistake mistake, Problem problem) {
    SourceSpan span = problem.span();
    PatchedFile file = mistake.patched(span.file());
    String part = file.part(span.endLine());
    return problem.severity().name().toLowerCase(Locale.ROOT)
        + (" [" + problem.code() + "] ")
        + place(mistake, span.file(), span.line(), span.column())
        + (part.equals(file.part(span.line())) ? "-" : "-" + part + ", ")
        + (file.lineInPart(span.endLine()) + ":" + span.endColumn())
        + ("\n  " + placed(mistake, problem.message()) + "\n")
        + (problem.hint().isEmpty() ? "" : "  hint: " + placed(mistake, problem.hint()) + "\n");
  }

  /** A message whose places are relative too. */
  private static String placed(SeededMistake mistake, String message) {
    return PLACE
        .matcher(message)
        .replaceAll(
            (MatchResult place) ->
                Matcher.quoteReplacement(
                    place(
                        mistake,
                        place.group(1),
                        Integer.parseInt(place.group(2)),
                        Integer.parseInt(place.group(3)))));
  }

  private static String place(SeededMistake mistake, String file, int line, int column) {
    String part = mistake.patched(file).part(line);
    return file
        + (part.isEmpty() ? ":" : ", " + part + ", ")
        + (mistake.patched(file).lineInPart(line) + ":" + column);
  }

  @Test
  void every_code_is_among_the_mistakes() {
    Set<String> codes = new TreeSet<>();
    for (SeededMistake mistake : SeededMistake.all()) {
      CODE.matcher(mistake.expected()).results().map(code -> code.group(1)).forEach(codes::add);
    }
    codes.addAll(WITHOUT_MISTAKE);
    assertThat(codes)
        .isEqualTo(
            Check.all().stream().map(Check::code).collect(Collectors.toCollection(TreeSet::new)));
  }
}
