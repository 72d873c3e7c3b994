package io.credentialrules.policies;

import io.credentialrules.testkit.Scenarios;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class PackScenarios {

  @TestFactory
  Stream<DynamicTest> every_scenario_of_every_pack() {
    return Scenarios.asTests(Packs.FOLDER);
  }
}
