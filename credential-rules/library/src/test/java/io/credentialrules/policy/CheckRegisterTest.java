package io.credentialrules.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.credentialrules.CredentialRules;
import io.credentialrules.Limits;
import io.credentialrules.PolicyPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The register of checks agrees with its folder, its examples run, and what is written from it is
 * up to date. With {@code -Dchecks.write=true} that is written anew: {@code docs/checks.md} and the
 * classes of the package {@code internal.fault}.
 */
@Tag("once")
class CheckRegisterTest {
  private static final boolean WRITE = Boolean.getBoolean("checks.write");
  private static final Path DOCUMENT = Path.of("../../docs/checks.md");
  private static final Path FOLDER = Path.of("src/main/resources/io/credentialrules/policy/checks");
  private static final Path SOURCES = Path.of("src/main/java/io/credentialrules/internal/fault");
  private static final Pattern HIDDEN = Pattern.compile("⟨U\\+([0-9A-F]{4})⟩");
  private static final Pattern LIMIT = Pattern.compile("// limit: (\\w+) (\\d+)\n");
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?m)^\ufeff?(?:rules? |package\\b|import|function|global|query|declare|unit|expander|template|date-|// pack)");

  /** Problems of files and folders, which no text of a policy can have, and of a thousand. */
  private static final Set<String> WITHOUT_EXAMPLE =
      Set.of(
          "bad-path",
          "empty-pack",
          "limit-files",
          "limit-named-values",
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

  @Test
  void the_index_lists_exactly_the_files() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      Set<String> codes =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".txt") && !name.equals("index.txt"))
              .map(name -> name.substring(0, name.length() - ".txt".length()))
              .collect(Collectors.toSet());
      assertThat(Check.all().stream().map(Check::code).toList())
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(codes);
    }
  }

  @Test
  void the_codes_of_a_category_are_in_their_order() {
    Map<String, List<String>> byCategory =
        Check.all().stream()
            .collect(
                Collectors.groupingBy(
                    Check::category, Collectors.mapping(Check::code, Collectors.toList())));
    assertThat(byCategory.keySet()).isEqualTo(FaultSource.CLASSES.keySet());
    assertThat(byCategory.values()).allSatisfy(codes -> assertThat(codes).isSorted());
  }

  @Test
  void a_check_is_found_by_its_code_and_nothing_else_is() {
    assertThat(Check.find("unknown-field")).hasToString("unknown-field");
    assertThat(Check.find("unknown-fields")).isNull();
    assertThat(Check.find("../names/unknown-field")).isNull();
  }

  @TestFactory
  Stream<DynamicTest> messages_are_written_alike() {
    return Check.all().stream()
        .map(
            check ->
                DynamicTest.dynamicTest(
                    check.code(),
                    () ->
                        assertThat(check.sentences().values())
                            .isNotEmpty()
                            .allSatisfy(
                                sentence -> {
                                  assertThat(sentence).hasSizeBetween(1, 2);
                                  assertThat(sentence)
                                      .allSatisfy(
                                          text ->
                                              assertThat(text)
                                                  .doesNotMatch("[A-Z].*")
                                                  .doesNotMatch(".*\\.")
                                                  .doesNotContainPattern(
                                                      "\\b(behind|stands?|asks?|asked|weigh(s|ed)?)\\b"));
                                })));
  }

  @TestFactory
  Stream<DynamicTest> what_is_written_from_the_register_is_up_to_date() throws IOException {
    Map<Path, String> written = new LinkedHashMap<>();
    FaultSource.all()
        .forEach((name, source) -> written.put(SOURCES.resolve(name + ".java"), source));
    String document = Files.readString(DOCUMENT);
    int first = document.indexOf(ChecksDocument.FIRST_LINE);
    assertThat(first).isNotNegative();
    written.put(DOCUMENT, document.substring(0, first) + ChecksDocument.written());
    return written.entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey().getFileName().toString(),
                    () -> isUpToDate(file.getKey(), file.getValue())));
  }

  private static void isUpToDate(Path file, String written) throws IOException {
    if (WRITE) {
      Files.writeString(file, written);
    } else {
      assertThat(unformatted(Files.readString(file))).isEqualTo(unformatted(written));
    }
  }

  /** The formatter decides where lines of code and of comments break. */
  private static String unformatted(String text) {
    return text.replaceAll("[\\s*]+", "");
  }

  @Test
  void every_sentence_is_reported_somewhere() {
    JavaClasses library =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.credentialrules");
    List<String> unused =
        FaultSource.CLASSES.values().stream()
            .map(name -> library.get("io.credentialrules.internal.fault." + name))
            .flatMap(faults -> faults.getMethods().stream())
            .filter(method -> method.getAccessesToSelf().isEmpty())
            .map(JavaMethod::getFullName)
            .toList();
    assertThat(unused).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> every_wrong_example_has_its_code_and_every_right_one_has_no_problem() {
    return Check.all().stream()
        .map(check -> DynamicTest.dynamicTest(check.code(), () -> runExamples(check)));
  }

  private static void runExamples(Check check) {
    if (WITHOUT_EXAMPLE.contains(check.code())) {
      assertThat(check.wrong()).isNull();
      assertThat(check.right()).isNull();
      return;
    }
    assertThat(problems(String.valueOf(check.wrong())))
        .isNotEmpty()
        .allSatisfy(
            problem -> {
              assertThat(problem.code()).as(problem.toString()).isEqualTo(check.code());
              assertThat(problem.severity()).isEqualTo(check.severity());
            });
    assertThat(problems(String.valueOf(check.right()))).isEmpty();
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
