package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.mutation.Mutant.Status;
import io.credentialrules.testkit.mutation.MutationReport;
import io.credentialrules.testkit.mutation.PolicyMutation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change of a pack is noticed by a scenario, or the pack says why nobody can notice it. */
final class PackMutationTest {
  /** A small pack with a change that is explained; all take minutes. */
  private static final String SMALL = "atu-cetl-well-being";

  static List<String> packs() {
    return Packs.names();
  }

  @ParameterizedTest
  @MethodSource("packs")
  @Tag("long")
  void every_change_of_a_pack_is_noticed_or_explained(String pack, TestReporter reporter) {
    MutationReport report = report(pack);

    reporter.publishEntry(pack, report.toString());
    assertThat(report.with(Status.SURVIVED)).isEmpty();
    assertThat(report.explainingNothing()).isEmpty();
  }

  @Test
  @Tag("once")
  void every_change_of_a_small_pack_is_noticed_or_explained() {
    MutationReport report = report(SMALL);

    assertThat(report.with(Status.SURVIVED)).isEmpty();
    assertThat(report.explainingNothing()).isEmpty();
    assertThat(report.with(Status.EXPLAINED)).isNotEmpty();
  }

  /** The pack among those that it needs, and those that its scenarios name. */
  private static MutationReport report(String pack) {
    List<Scenario> scenarios = Packs.scenarios(pack).toList();
    List<PolicyPack> further =
        Stream.concat(
                Packs.neededBy(pack).stream(),
                scenarios.stream().flatMap(scenario -> scenario.packs().stream()))
            .filter(name -> !name.equals(pack))
            .distinct()
            .map(name -> PolicyPack.read(Packs.FOLDER.resolve(name)))
            .toList();
    return PolicyMutation.of(
            PolicyPack.read(Packs.FOLDER.resolve(pack)), further, builder -> builder)
        .run(scenarios);
  }
}
