package io.credentialrules.testkit;

import io.credentialrules.Evaluation;

/** {@link ScenarioOutcome} as it is stated. */
record StatedOutcome(Scenario scenario, String expected, String given, Evaluation evaluation)
    implements ScenarioOutcome {

  /** Name, story, and both answers. */
  @Override
  public String toString() {
    return scenario.name()
        + "\n"
        + scenario.story()
        + "\n\nexpected:\n"
        + expected
        + "\n\nbut was:\n"
        + given
        + "\n";
  }
}
