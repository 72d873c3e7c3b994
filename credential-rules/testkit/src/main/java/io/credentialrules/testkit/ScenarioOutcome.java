package io.credentialrules.testkit;

import io.credentialrules.Evaluation;
import java.util.List;

/**
 * What a scenario expects beside what the rules answer, both as lines of text with the same
 * details. Immutable.
 */
public sealed interface ScenarioOutcome permits StatedOutcome {

  /** The scenario. */
  Scenario scenario();

  /** The answer that it tells. */
  String expected();

  /** The answer of the rules. */
  String given();

  /** The evaluation of its record, for further questions. */
  Evaluation evaluation();

  /** Whether the rules answer what the scenario tells. */
  default boolean passed() {
    return expected().equals(given());
  }

  /**
   * Why the answer of the rules is what it is: each requirement that is not met, and on further
   * lines what its nearest alternative lacks, with the place in the policy; or each requirement by
   * which the credential is earned. Empty where it is held already, or where the packs do not award
   * it.
   */
  default List<String> reasons() {
    return evaluation().rules().catalogue().stream()
        .filter(credential -> credential.id().equals(scenario().credential()))
        .flatMap(credential -> Answer.reasons(evaluation().decision(credential.id())).stream())
        .toList();
  }
}
