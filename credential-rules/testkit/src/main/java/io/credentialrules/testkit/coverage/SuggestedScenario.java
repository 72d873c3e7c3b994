package io.credentialrules.testkit.coverage;

/**
 * A scenario that is missing, with the answer that the rules give today: whoever pastes it says
 * that the answer is meant. Immutable.
 */
public sealed interface SuggestedScenario permits StatedSuggestion {

  /** What it would show. */
  CoveragePoint point();

  /**
   * Where it belongs in a rules folder, such as {@code
   * garden/scenarios/level-1/earned/quiz-at-the-bound.yaml}.
   */
  String path();

  /** The text of the file. */
  String text();
}
