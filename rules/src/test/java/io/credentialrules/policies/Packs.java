package io.credentialrules.policies;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.Scenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The packs of this module: the folders with a README. Each set of packs is compiled once. */
final class Packs {
  static final Path FOLDER = Path.of("").toAbsolutePath();
  private static final String NEEDS = "needs: ";

  /** A pack without rules, which says what every pathway of the system has to require. */
  static final String FRAMEWORK = "ums-framework";

  private static final Map<List<String>, CredentialRules> COMPILED = new ConcurrentHashMap<>();

  private Packs() {}

  /** All scenarios in the long profile, and otherwise one of so many, for what is true of each. */
  static Stream<Scenario> oneScenarioOf(int number) {
    int step = Integer.getInteger("credentialrules.tries", 30) > 1_000 ? 1 : number;
    List<Scenario> all = Scenarios.in(FOLDER).toList();
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get);
  }

  static List<String> names() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("README.md")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The packs that a pack's README says it needs. */
  static List<String> neededBy(String pack) {
    return text(FOLDER.resolve(pack).resolve("README.md"))
        .lines()
        .filter(line -> line.startsWith(NEEDS))
        .flatMap(line -> Arrays.stream(line.substring(NEEDS.length()).split(",", -1)))
        .map(String::strip)
        .toList();
  }

  /** A pack and what it needs, and the framework that holds it where there is one. */
  static CredentialRules compileWithNeeds(String pack) {
    List<String> packs = new ArrayList<>(neededBy(pack));
    packs.add(pack);
    if (pack.startsWith("ums-")) {
      packs.add(FRAMEWORK);
    }
    return compile(packs);
  }

  static CredentialRules compile(List<String> packs) {
    return COMPILED.computeIfAbsent(
        packs,
        names ->
            CredentialRules.compile(
                names.stream()
                    .map(pack -> PolicyPack.read(FOLDER.resolve(pack)))
                    .toArray(PolicyPack[]::new)));
  }

  /** The scenarios of each pack, in the order of the packs. */
  static Map<String, List<Scenario>> scenariosByPack() {
    Map<String, List<Scenario>> scenarios = new LinkedHashMap<>();
    names().forEach(pack -> scenarios.put(pack, scenarios(pack).toList()));
    return scenarios;
  }

  static Stream<Scenario> scenarios(String pack) {
    return AllScenarios.LIST.stream().filter(scenario -> scenario.packs().get(0).equals(pack));
  }

  /** Read when first asked for, and once. */
  private static final class AllScenarios {
    static final List<Scenario> LIST = Scenarios.in(FOLDER).toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
