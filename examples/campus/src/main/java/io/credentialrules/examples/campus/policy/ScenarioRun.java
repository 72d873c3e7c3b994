package io.credentialrules.examples.campus.policy;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * The scenarios of packs, run by the packs as somebody changed them. Stories are those that the
 * packs have on the class path: whoever changes a policy cannot change what it is held to.
 */
final class ScenarioRun {
  private static final String PACKS = "credential-rules/policies/";

  private final Map<String, PolicyPack> packs = new HashMap<>();
  private final Map<List<String>, CredentialRules> compiled = new HashMap<>();
  private final List<String> failures = new ArrayList<>();
  private int count;

  private ScenarioRun(Collection<PolicyPack> all) {
    all.forEach(pack -> packs.put(pack.name(), pack));
  }

  /**
   * What became of scenarios.
   *
   * @param count how many there are
   * @param failures the names of those that failed
   */
  record Outcome(int count, List<String> failures) {}

  static Outcome of(Collection<PolicyPack> packs) {
    ScenarioRun run = new ScenarioRun(packs);
    try {
      Path folder = Files.createTempDirectory("campus-scenarios");
      try {
        run.copyTo(folder);
        if (run.count > 0) {
          run.count = 0;
          try (Stream<Scenario> scenarios = Scenarios.in(folder)) {
            scenarios.forEach(run::verify);
          }
        }
      } finally {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Outcome(run.count, run.failures);
  }

  private void verify(Scenario scenario) {
    count++;
    if (!packs.keySet().containsAll(scenario.packs())) {
      failures.add(scenario.name() + ": needs the packs " + scenario.packs());
      return;
    }
    try {
      if (!scenario.outcome(rules(scenario.packs())).passed()) {
        failures.add(scenario.name());
      }
    } catch (IllegalArgumentException unknown) {
      // Such as a credential that the policy awards no more.
      failures.add(scenario.name() + ": " + unknown.getMessage());
    }
  }

  private CredentialRules rules(List<String> names) {
    return compiled.computeIfAbsent(
        names.stream().sorted().toList(),
        sorted -> PolicyStore.compile(sorted.stream().map(packs::get).toList()));
  }

  private void copyTo(Path folder) throws IOException {
    PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    for (String pack : packs.keySet()) {
      String pattern = "classpath*:" + PACKS + pack + "/scenarios/**/*.yaml";
      for (Resource story : resources.getResources(pattern)) {
        String address = story.getURL().toString();
        Path target =
            folder.resolve(address.substring(address.lastIndexOf(PACKS) + PACKS.length()));
        Files.createDirectories(target.getParent());
        try (InputStream text = story.getInputStream()) {
          Files.copy(text, target);
        }
        count++;
      }
    }
  }
}
