package io.credentialrules.testkit;

import io.credentialrules.Evaluation;
import java.util.List;

/**
 * What a scenario expects beside what the rules answer, both as lines of text with the same
 * details. Immutable.
 *
 * @param scenario the scenario
 * @param expected the answer that it tells
 * @param given the answer of the rules
 * @param evaluation the evaluation of its record, for further questions
 */
public record ScenarioOutcome(
    Scenario scenario, String expected, String given, Evaluation evaluation) {

  /** Whether the rules answer what the scenario tells. */
  public boolean passed() {
    return expected.equals(given);
  }

  /**
   * Why the answer of the rules is what it is: each requirement that is not met, and on further
   * lines what its nearest alternative lacks, with the place in the policy; or each requirement by
   * which the credential is earned. Empty where it is held already, or where the packs do not award
   * it.
   */
  public List<String> reasons() {
    return evaluation.rules().catalogue().stream()
        .filter(credential -> credential.id().equals(scenario.credential()))
        .flatMap(credential -> Answer.reasons(evaluation.decision(credential.id())).stream())
        .toList();
  }

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
