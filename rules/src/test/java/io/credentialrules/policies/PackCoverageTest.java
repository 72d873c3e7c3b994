package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.coverage.CoveragePoint;
import io.credentialrules.testkit.coverage.PolicyCoverage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule of the packs is satisfied by a scenario, and most of what it asks for decides one: in
 * most packs all of it, each condition alone and each bound on both sides.
 */
@Tag("once")
final class PackCoverageTest {
  /** A floor with room for packs that come; what is reached is reported. */
  private static final BigDecimal LEAST = BigDecimal.valueOf(40);

  /** What was reached once is kept: of these packs, scenarios show everything. */
  private static final Set<String> WHOLE =
      Set.of(
          "atu-cetl-well-being",
          "findlay-microcredential",
          "hku-space-stacking",
          "jmg-career-exploration",
          "maine-infant-toddler",
          "microsoft-certifications",
          "ohio-leadership-endorsement",
          "osha-hazwoper",
          "pmi-pmp-renewal",
          "salesforce-architect",
          "scouts-star-rank",
          "umaine-bachelor",
          "ums-black-bear-humanities",
          "ums-career-prepared",
          "ums-food-processing-sanitation",
          "ums-global-competency",
          "ums-leadership",
          "ums-maple-sugaring",
          "ums-micro-credential-development",
          "ums-online-teaching",
          "ums-outdoor-leadership",
          "ums-skills",
          "ums-volunteer-management");

  static List<String> packs() {
    return Packs.names();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void scenarios_satisfy_each_rule_and_decide_most_of_what_it_asks_for(
      String pack, TestReporter reporter) {
    PolicyCoverage coverage =
        PolicyCoverage.of(
            PolicyPack.read(Packs.FOLDER.resolve(pack)),
            Packs.neededBy(pack).stream()
                .map(needed -> PolicyPack.read(Packs.FOLDER.resolve(needed)))
                .toList(),
            builder -> builder);
    Packs.scenarios(pack).forEach(coverage::add);

    reporter.publishEntry(pack, coverage.report().toString());
    assertThat(coverage.report().missing())
        .filteredOn(point -> point.kind() == CoveragePoint.Kind.RULE)
        .isEmpty();
    if (WHOLE.contains(pack)) {
      assertThat(coverage.report().missing()).isEmpty();
    }
    assertThat(coverage.report().percent()).isGreaterThanOrEqualTo(LEAST);
  }
}
