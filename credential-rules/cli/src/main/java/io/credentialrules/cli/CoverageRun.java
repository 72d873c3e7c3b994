package io.credentialrules.cli;

import io.credentialrules.Limits;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.coverage.CoverageReport;
import io.credentialrules.testkit.coverage.PolicyCoverage;
import io.credentialrules.testkit.coverage.SuggestedScenario;
import java.util.ArrayList;
import java.util.List;

/** Evaluates the scenarios of packs for coverage. */
final class CoverageRun {
  private final PackScenarios packs;
  private final Limits limits;
  private final List<PolicyCoverage> coverages = new ArrayList<>();

  CoverageRun(PackScenarios packs, Limits limits) {
    this.packs = packs;
    this.limits = limits;
  }

  /** Evaluates them. Throws as {@link PackScenarios#read}. */
  void evaluate() {
    List<PackScenarios.OfPack> read = packs.read();
    int scenarios = read.stream().mapToInt(pack -> pack.scenarios().size()).sum();
    try (LongWork work = packs.work(scenarios)) {
      for (PackScenarios.OfPack pack : read) {
        PolicyCoverage coverage =
            PolicyCoverage.of(pack.pack(), pack.further(), builder -> builder.limits(limits));
        for (Scenario scenario : pack.scenarios()) {
          coverage.add(scenario);
          work.done();
        }
        coverages.add(coverage);
      }
    }
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
    return packs.path(file);
  }
}
