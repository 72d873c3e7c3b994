package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.coverage.PolicyCoverage;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scenarios decide all that the packs say: each rule, each condition alone, each alternative and
 * each bound on both sides.
 */
@Tag("once")
final class PackCoverageTest {

  static List<String> packs() {
    return Packs.names();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void scenarios_decide_all_that_a_pack_says(String pack, TestReporter reporter) {
    PolicyCoverage coverage =
        PolicyCoverage.of(
            PolicyPack.read(Packs.FOLDER.resolve(pack)),
            Packs.neededBy(pack).stream()
                .map(needed -> PolicyPack.read(Packs.FOLDER.resolve(needed)))
                .toList(),
            builder -> builder);
    Packs.scenarios(pack).forEach(coverage::add);

    reporter.publishEntry(pack, coverage.report().toString());
    assertThat(coverage.report().missing()).isEmpty();
  }
}
