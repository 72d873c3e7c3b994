package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs what {@code docs/checks.md} says. */
class ChecksDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/checks.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```drl\n(.*?)\n```");
  private static final Pattern HIDDEN = Pattern.compile("⟨U\\+([0-9A-F]{4})⟩");
  private static final Pattern LIMIT = Pattern.compile("// limit: (\\w+) (\\d+)\n");
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?m)^\ufeff?(?:rules? |package\\b|import|function|global|query|declare|unit|expander|template|// pack)");

  /** Problems of files and folders, which no text of a policy can have, and one for a thousand. */
  private static final Set<String> WITHOUT_EXAMPLE =
      Set.of(
          "bad-path",
          "empty-pack",
          "limit-files",
          "link-out-of-pack",
          "missing-folder",
          "missing-resource",
          "not-a-file",
          "not-utf-8",
          "too-many-problems",
          "unreadable-file",
          "unreadable-folder");

  private record Section(String code, Severity severity, List<String> examples) {}

  private static List<Section> sections() throws IOException {
    List<Section> sections = new ArrayList<>();
    String[] parts = Files.readString(DOCUMENT).split("(?m)^## ");
    for (String part : List.of(parts).subList(1, parts.length)) {
      List<String> examples = BLOCK.matcher(part).results().map(block -> block.group(1)).toList();
      boolean isError = part.contains("**Error**: ");
      assertThat(isError || part.contains("**Warning**: ")).as(part).isTrue();
      sections.add(
          new Section(
              part.substring(0, part.indexOf('\n')),
              isError ? Severity.ERROR : Severity.WARNING,
              examples));
    }
    return sections;
  }

  @Test
  void every_code_of_the_sources_has_a_section_and_no_other_has() throws IOException {
    assertThat(new TreeSet<>(sections().stream().map(Section::code).toList()))
        .isEqualTo(EmittedCodes.all());
  }

  @Test
  void the_sections_are_in_the_order_of_their_codes() throws IOException {
    assertThat(sections().stream().map(Section::code).toList()).isSorted().doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> every_wrong_example_has_its_code_and_every_right_one_has_no_problem()
      throws IOException {
    return sections().stream()
        .map(section -> DynamicTest.dynamicTest(section.code(), () -> check(section)));
  }

  private static void check(Section section) {
    if (WITHOUT_EXAMPLE.contains(section.code())) {
      assertThat(section.examples()).isEmpty();
      return;
    }
    assertThat(section.examples()).hasSize(2);
    assertThat(problems(section.examples().get(0)))
        .isNotEmpty()
        .allSatisfy(
            problem -> {
              assertThat(problem.code()).as(problem.toString()).isEqualTo(section.code());
              assertThat(problem.severity()).isEqualTo(section.severity());
            });
    assertThat(problems(section.examples().get(1))).isEmpty();
  }

  private static List<Problem> problems(String example) {
    String text =
        HIDDEN
            .matcher(example)
            .replaceAll(hidden -> String.valueOf((char) Integer.parseInt(hidden.group(1), 16)));
    Limits limits = Limits.DEFAULT;
    Matcher limit = LIMIT.matcher(text);
    if (limit.find()) {
      limits = limited(limit.group(1), Integer.parseInt(limit.group(2)));
      text = text.substring(limit.end());
    }
    CredentialRules.Builder builder = CredentialRules.builder().limits(limits);
    packs(text).forEach((name, drl) -> builder.add(PolicyPack.of(name, Map.of("a.drl", drl))));
    return builder.check();
  }

  private static Map<String, String> packs(String text) {
    if (!STATEMENT.matcher(text).find()) {
      return Map.of(
          "example",
          "rule \"Example\" @credential( \"example\" )\nwhen\n" + text + "\nthen\nend\n");
    }
    if (!text.startsWith("// pack: ")) {
      return Map.of("example", text);
    }
    Map<String, String> packs = new LinkedHashMap<>();
    for (String pack : Splitter.on("// pack: ").omitEmptyStrings().split(text)) {
      packs.put(pack.substring(0, pack.indexOf('\n')), pack.substring(pack.indexOf('\n') + 1));
    }
    return packs;
  }

  private static Limits limited(String name, int value) {
    return switch (name) {
      case "maxAlternatives" -> Limits.DEFAULT.withMaxAlternatives(value);
      case "maxChain" -> Limits.DEFAULT.withMaxChain(value);
      case "maxConditions" -> Limits.DEFAULT.withMaxConditions(value);
      case "maxDependencies" -> Limits.DEFAULT.withMaxDependencies(value);
      case "maxDerivedFacts" -> Limits.DEFAULT.withMaxDerivedFacts(value);
      case "maxExpandedConditions" -> Limits.DEFAULT.withMaxExpandedConditions(value);
      case "maxFileCharacters" -> Limits.DEFAULT.withMaxFileCharacters(value);
      case "maxNesting" -> Limits.DEFAULT.withMaxNesting(value);
      case "maxPolicyCharacters" -> Limits.DEFAULT.withMaxPolicyCharacters(value);
      case "maxRegularExpression" -> Limits.DEFAULT.withMaxRegularExpression(value);
      case "maxRules" -> Limits.DEFAULT.withMaxRules(value);
      case "maxTextCharacters" -> Limits.DEFAULT.withMaxTextCharacters(value);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
