package io.credentialrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.ScenarioFile;
import io.credentialrules.testkit.coverage.PolicyCoverage;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A build that asks for coverage of a pack by its scenarios. */
class HorticultureCoverageTest {

  @Test
  void scenarios_decide_most_of_what_the_pack_asks_for() {
    Path folder = Path.of("../rules/ums-horticulture");
    PolicyCoverage coverage = PolicyCoverage.of(PolicyPack.read(folder));
    ScenarioFile.ofPack(folder).forEach(file -> coverage.add(file.read()));
    assertThat(coverage.report().percent()).isGreaterThanOrEqualTo(BigDecimal.valueOf(70));
  }
}
