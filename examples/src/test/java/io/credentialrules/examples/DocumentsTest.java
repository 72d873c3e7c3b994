package io.credentialrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Limits;
import io.credentialrules.PolicyPack;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every policy in a document compiles, and every link leads somewhere. A block {@code drl} is a
 * file; all of a document are one pack. A block {@code drl when} is the conditions of one rule.
 */
final class DocumentsTest {

  /** Shows mistakes on purpose, and has a test of its own. */
  private static final String OF_MISTAKES = "docs/checks.md";

  private static final List<String> EXAMPLES = examples();

  @TestFactory
  Stream<DynamicTest> the_policies_of_a_document_compile() {
    return Document.all().stream()
        .filter(document -> !document.path().equals(OF_MISTAKES))
        .filter(document -> !document.blocks("drl").isEmpty())
        .map(
            document ->
                DynamicTest.dynamicTest(document.path(), () -> assertCompiles(pack(document))));
  }

  @TestFactory
  Stream<DynamicTest> the_conditions_of_a_document_compile() {
    return Document.all().stream()
        .filter(document -> !document.path().equals(OF_MISTAKES))
        .flatMap(
            document ->
                document.blocks("drl when").stream()
                    .map(
                        block ->
                            DynamicTest.dynamicTest(
                                document.path() + ":" + block.line(),
                                () -> assertCompiles(rule(block.text())))));
  }

  @TestFactory
  Stream<DynamicTest> the_links_of_a_document_lead_somewhere() {
    return Document.all().stream()
        .map(
            document ->
                DynamicTest.dynamicTest(
                    document.path(),
                    () -> assertThat(document.links()).allSatisfy(link -> follow(document, link))));
  }

  /**
   * Line breaks and indentation aside. The test class in the document of scenarios is no example.
   */
  @TestFactory
  Stream<DynamicTest> the_java_of_a_document_is_taken_from_an_example() {
    return Document.all().stream()
        .filter(document -> !document.path().equals("docs/scenarios.md"))
        .flatMap(
            document ->
                document.blocks("java").stream()
                    .map(
                        block ->
                            DynamicTest.dynamicTest(
                                document.path() + ":" + block.line(),
                                () ->
                                    assertThat(EXAMPLES)
                                        .anyMatch(
                                            source -> source.contains(unindented(block.text()))))));
  }

  @Test
  void the_scenario_in_the_document_of_scenarios_is_one_of_a_pack() throws Exception {
    Document scenarios = Document.read(Golden.ROOT.resolve("docs/scenarios.md"));
    Path file =
        Golden.ROOT.resolve(
            "rules/ums-micro-credential-development/scenarios/micro-credential-development-level-1/not-earned/quiz-of-79-99.yaml");
    assertThat(scenarios.text())
        .contains(Golden.ROOT.relativize(file).toString().replace('\\', '/'));
    assertThat(scenarios.blocks("yaml").get(0).text()).isEqualTo(Files.readString(file));
  }

  @Test
  void the_learner_record_in_the_document_of_json_is_read() {
    Document json = Document.read(Golden.ROOT.resolve("docs/json.md"));
    LearnerRecordReader reader =
        LearnerRecordReader.of(Vocabulary.standard(), ZoneId.of("America/New_York"));
    assertThat(json.blocks("json record"))
        .singleElement()
        .satisfies(block -> assertThat(reader.read("json.md", block.text()).facts()).hasSize(3));
  }

  @Test
  void the_limits_in_the_document_of_limits_are_those_that_are_set() throws Exception {
    List<String> set = new ArrayList<>();
    for (Method limit : Limits.class.getMethods()) {
      Class<?> type = limit.getReturnType();
      if (limit.getDeclaringClass() == Limits.class
          && (type == Duration.class
              || (type == int.class && !limit.getName().equals("hashCode")))) {
        Object value = limit.invoke(Limits.DEFAULT);
        String written =
            value instanceof Duration time
                ? time.toSeconds() + " s"
                : String.format(Locale.ROOT, "%,d", (Integer) value);
        set.add(limit.getName() + " " + written);
      }
    }
    List<String> documented =
        Pattern.compile("(?m)^\\| `(max\\w+|evaluationTime)` \\| ([\\d,]+\\d(?: s)?|\\d)\\b")
            .matcher(Document.read(Golden.ROOT.resolve("docs/limits.md")).text())
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();
    assertThat(set).hasSizeGreaterThan(15);
    assertThat(documented).containsAll(set);
  }

  private static String unindented(String java) {
    return java.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  private static List<String> examples() {
    List<String> sources = new ArrayList<>();
    for (Path examples :
        List.of(
            Path.of("src/main/java/io/credentialrules/examples"),
            Path.of("src/test/java/io/credentialrules/examples"),
            Golden.ROOT.resolve("examples/spark/src/main/java/io/credentialrules/examples/spark"),
            Golden.ROOT.resolve(
                "credential-rules/spring-boot-starter/src/test/java/io/credentialrules/spring"))) {
      try (Stream<Path> files = Files.list(examples)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          sources.add(unindented(Files.readString(file)));
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return sources;
  }

  private static void follow(Document document, String link) {
    if (link.startsWith("https://")) {
      return;
    }
    String file = link.replaceFirst("#.*", "");
    Path target =
        file.isEmpty()
            ? Golden.ROOT.resolve(document.path())
            : Golden.ROOT.resolve(document.path()).resolveSibling(file).normalize();
    assertThat(Files.exists(target)).as(document + " links to " + link).isTrue();
    if (link.contains("#")) {
      assertThat(Document.read(target).anchors())
          .as(document + " links to " + link)
          .contains(link.substring(link.indexOf('#') + 1));
    }
  }

  private static void assertCompiles(PolicyPack pack) {
    List<Problem> problems = CredentialRules.builder().register(FlightTime.class).add(pack).check();
    assertThat(problems.stream().filter(problem -> problem.severity() == Severity.ERROR))
        .as(() -> pack.files().toString())
        .isEmpty();
  }

  private static PolicyPack pack(Document document) {
    Map<String, String> files = new TreeMap<>();
    for (Document.Block block : document.blocks("drl")) {
      files.put("line-" + block.line() + ".drl", block.text());
    }
    return PolicyPack.of(document.path(), files);
  }

  /**
   * The credentials and requirements that conditions in documents ask for, and one rule of them.
   */
  private static PolicyPack rule(String when) {
    return PolicyPack.of(
        "conditions",
        Map.of(
            "conditions.drl",
            """
            import io.credentialrules.vocabulary.*
            import io.credentialrules.examples.FlightTime
            rule "Feedback" @requirement( "host-feedback" ) when PerformanceFeedback() then end
            rule "Level 1" @credential( "level-1" ) when Met( requirement == "host-feedback" ) then end
            rule "Level 2" @credential( "level-2" ) when Earned( credential == "level-1" ) then end
            rule "R" @requirement( "r" ) @scale( "NOT_YET < PROFICIENT < EXEMPLARY" ) when
            """
                + when
                + "then end\n"
                + "rule \"C\" @credential( \"c\" ) when Met( requirement == \"r\" ) then end\n"));
  }
}
