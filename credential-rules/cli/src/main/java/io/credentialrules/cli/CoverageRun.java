package io.credentialrules.cli;

import io.credentialrules.Limits;
import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.ScenarioFile;
import io.credentialrules.testkit.coverage.CoverageReport;
import io.credentialrules.testkit.coverage.PolicyCoverage;
import io.credentialrules.testkit.coverage.SuggestedScenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Evaluates the scenarios of packs for coverage: each pack with all packs that they name. */
final class CoverageRun {
  private final List<Path> folders;
  private final Limits limits;
  private final CommandSpec spec;
  private final Map<String, Path> paths = new LinkedHashMap<>();
  private final List<PolicyPack> packs = new ArrayList<>();
  private final List<PolicyCoverage> coverages = new ArrayList<>();

  CoverageRun(List<Path> folders, Limits limits, CommandSpec spec) {
    this.folders = folders;
    this.limits = limits;
    this.spec = spec;
  }

  /**
   * Evaluates them.
   *
   * @throws io.credentialrules.testkit.ScenarioException when there are none, or one cannot be read
   * @throws io.credentialrules.PolicyException when the packs have errors
   */
  void evaluate() {
    Map<Path, List<Scenario>> byPack = new LinkedHashMap<>();
    for (Path folder : folders) {
      for (ScenarioFile file : ScenarioRun.files(folder)) {
        Scenario scenario = file.read();
        byPack.computeIfAbsent(file.folderOf(file.pack()), pack -> new ArrayList<>()).add(scenario);
        paths.putIfAbsent(file.pack(), folderOf(file));
      }
    }
    byPack.forEach(this::evaluate);
  }

  /** The folder of a pack, as the user named it. */
  private static Path folderOf(ScenarioFile file) {
    return file.path().resolve("../../../..").normalize();
  }

  private void evaluate(Path folder, List<Scenario> scenarios) {
    Set<Path> all = new LinkedHashSet<>(List.of(folder));
    for (Scenario scenario : scenarios) {
      scenario.packs().forEach(pack -> all.add(folder.resolveSibling(pack)));
    }
    PackFolders read = PackFolders.read(List.copyOf(all), limits, spec);
    packs.addAll(read.packs());
    read.compile();
    PolicyCoverage coverage =
        PolicyCoverage.of(
            read.packs().get(0),
            read.packs().subList(1, read.packs().size()),
            builder -> builder.limits(limits));
    scenarios.forEach(coverage::add);
    coverages.add(coverage);
  }

  /** The packs that were read, also where one has errors. */
  List<PolicyPack> packs() {
    return packs;
  }

  /** A report for each pack, in the order of the folders; at least one. */
  List<CoverageReport> reports() {
    return coverages.stream().map(PolicyCoverage::report).toList();
  }

  /** What is missing for the bounds of each pack, in the order of the folders. */
  List<SuggestedScenario> suggestions() {
    return coverages.stream().flatMap(coverage -> coverage.suggestions().stream()).toList();
  }

  /** The reports as one. */
  CoverageReport all() {
    return reports().stream().reduce(CoverageReport::and).orElseThrow();
  }

  /** The path of a file whose name begins with its pack. */
  String path(String file) {
    int slash = file.indexOf('/');
    Path folder = paths.get(file.substring(0, slash));
    return folder == null
        ? file
        : folder.resolve(file.substring(slash + 1)).toString().replace('\\', '/');
  }
}
