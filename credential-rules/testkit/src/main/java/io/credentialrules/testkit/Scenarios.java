package io.credentialrules.testkit;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The scenarios of a rules folder: files {@code
 * <pack>/scenarios/<credential>/<verdict>/<story>.yaml}, where the verdict is {@code earned} or
 * {@code not-earned}. The format is described in {@code docs/scenarios.md}. A test class runs them
 * all with
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> scenarios() {
 *   return Scenarios.asTests(Path.of("rules"));
 * }
 * }</pre>
 */
public final class Scenarios {
  private Scenarios() {}

  /**
   * All scenarios, in the order of their names, read as the stream goes.
   *
   * @param rulesFolder holds a folder for each pack
   * @throws ScenarioException when there are none, or one cannot be read
   */
  public static Stream<Scenario> in(Path rulesFolder) {
    return ScenarioFile.in(rulesFolder).stream().map(ScenarioFile::read);
  }

  /**
   * A test for each scenario, named by its path and linked to its file. Each set of packs is
   * compiled once. A file that cannot be read fails its own test only.
   *
   * @param rulesFolder holds a folder for each pack
   * @throws ScenarioException when there are no scenarios, or a file is none
   */
  public static Stream<DynamicTest> asTests(Path rulesFolder) {
    RulesFolder rules = new RulesFolder(rulesFolder);
    return ScenarioFile.in(rulesFolder).stream().map(file -> test(file, rules));
  }

  private static DynamicTest test(ScenarioFile file, RulesFolder rules) {
    return DynamicTest.dynamicTest(
        file.name(),
        file.path().toUri(),
        () -> {
          Scenario scenario = file.read();
          scenario.verify(rules.compile(scenario.packs()));
        });
  }
}
