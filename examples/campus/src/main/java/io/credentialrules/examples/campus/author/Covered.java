package io.credentialrules.examples.campus.author;

import io.credentialrules.PolicyPack;
import io.credentialrules.examples.campus.policy.Stories;
import io.credentialrules.spring.RulesSetup;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.coverage.CoveragePoint;
import io.credentialrules.testkit.coverage.CoverageReport;
import io.credentialrules.testkit.coverage.PolicyCoverage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What the scenarios of a pack decide of its rules as somebody writes them. */
@Service
class Covered {
  /** Scenarios that are tried; each costs an evaluation. */
  private static final int SCENARIOS = 200;

  private static final int SHOWN = 20;

  private final Stories stories;
  private final RulesSetup setup;

  Covered(Stories stories, RulesSetup setup) {
    this.stories = stories;
    this.setup = setup;
  }

  /**
   * What was found.
   *
   * @param scenarios how many scenarios were tried; 0 where the pack has none
   * @param counts how much they decide, in words
   * @param missing what none of them decides, in the order of places
   * @param more how much more there is
   */
  record Found(int scenarios, String counts, List<Missing> missing, int more) {}

  /**
   * What no scenario decides.
   *
   * @param line in the file that is edited; 0 for another file
   * @param place the line, or the place in another file
   * @param sentence what is missing
   */
  record Missing(int line, String place, String sentence) {}

  Found of(Workbench.Draft draft, List<PolicyPack> all) {
    List<Scenario> own = stories.of(draft.pack()).stream().limit(SCENARIOS).toList();
    if (own.isEmpty()) {
      return new Found(0, "", List.of(), 0);
    }
    Set<String> needed =
        own.stream().flatMap(scenario -> scenario.packs().stream()).collect(Collectors.toSet());
    PolicyPack pack =
        all.stream().filter(one -> one.name().equals(draft.pack())).findFirst().orElseThrow();
    List<PolicyPack> further =
        all.stream()
            .filter(one -> !one.name().equals(draft.pack()) && needed.contains(one.name()))
            .toList();
    PolicyCoverage coverage = PolicyCoverage.of(pack, further, setup::prepare);
    own.forEach(coverage::add);
    CoverageReport report = coverage.report();
    List<CoveragePoint> missing = report.missing();
    return new Found(
        own.size(),
        report.toString(),
        missing.stream().limit(SHOWN).map(point -> missing(point, draft)).toList(),
        Math.max(0, missing.size() - SHOWN));
  }

  private static Missing missing(CoveragePoint point, Workbench.Draft draft) {
    boolean here = point.place().file().equals(draft.file());
    return new Missing(
        here ? point.place().line() : 0,
        here ? "Line " + point.place().line() : point.place().toString(),
        point.missing());
  }
}
