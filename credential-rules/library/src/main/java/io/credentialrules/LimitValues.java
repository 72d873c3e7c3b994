package io.credentialrules;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/** The values of {@link Limits}, each of which says there what it is for. */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
record LimitValues(
    int maxFiles,
    int maxFileCharacters,
    int maxPolicyCharacters,
    int maxTextCharacters,
    int maxNesting,
    int maxRules,
    int maxProblems,
    int maxConditions,
    int maxAlternatives,
    int maxExpandedConditions,
    int maxRegularExpression,
    int maxDependencies,
    int maxChain,
    int maxFacts,
    int maxWaivers,
    int maxDerivedFacts,
    int maxJoinRows,
    Duration evaluationTime) {

  private static final int DEEPEST_NESTING = 500;
  private static final int MOST_CONDITIONS = 2_000;
  private static final int LONGEST_CHAIN = 200;

  /** The values of {@link Limits#DEFAULT}. */
  static final LimitValues DEFAULT =
      LimitValuesBuilder.builder()
          .maxFiles(10_000)
          .maxFileCharacters(1_000_000)
          .maxPolicyCharacters(100_000_000)
          .maxTextCharacters(10_000)
          .maxNesting(50)
          .maxRules(200_000)
          .maxProblems(1_000)
          .maxConditions(1_000)
          .maxAlternatives(1_000)
          .maxExpandedConditions(2_000_000)
          .maxRegularExpression(1_000)
          .maxDependencies(2_000_000)
          .maxChain(100)
          .maxFacts(10_000)
          .maxWaivers(100_000)
          .maxDerivedFacts(100_000)
          .maxJoinRows(1_000_000)
          .evaluationTime(Duration.ofSeconds(10))
          .build();

  /**
   * Checks that each limit is positive, and nesting, conditions and chains within what a stack
   * holds.
   */
  LimitValues {
    within("maxFiles", maxFiles, Integer.MAX_VALUE);
    within("maxFileCharacters", maxFileCharacters, Integer.MAX_VALUE);
    within("maxPolicyCharacters", maxPolicyCharacters, Integer.MAX_VALUE);
    within("maxTextCharacters", maxTextCharacters, Integer.MAX_VALUE);
    within("maxNesting", maxNesting, DEEPEST_NESTING);
    within("maxRules", maxRules, Integer.MAX_VALUE);
    within("maxProblems", maxProblems, Integer.MAX_VALUE);
    within("maxConditions", maxConditions, MOST_CONDITIONS);
    within("maxAlternatives", maxAlternatives, Integer.MAX_VALUE);
    within("maxExpandedConditions", maxExpandedConditions, Integer.MAX_VALUE);
    within("maxRegularExpression", maxRegularExpression, Integer.MAX_VALUE);
    within("maxDependencies", maxDependencies, Integer.MAX_VALUE);
    within("maxChain", maxChain, LONGEST_CHAIN);
    within("maxFacts", maxFacts, Integer.MAX_VALUE);
    within("maxWaivers", maxWaivers, Integer.MAX_VALUE);
    within("maxDerivedFacts", maxDerivedFacts, Integer.MAX_VALUE);
    within("maxJoinRows", maxJoinRows, Integer.MAX_VALUE);
    if (evaluationTime.isNegative() || evaluationTime.isZero()) {
      throw new IllegalArgumentException(
          "`evaluationTime` must be positive, but is " + evaluationTime);
    }
  }

  private static void within(String limit, int value, int most) {
    if (value <= 0) {
      throw new IllegalArgumentException("`" + limit + "` must be positive, but is " + value);
    }
    if (value > most) {
      throw new IllegalArgumentException(
          "`" + limit + "` must be at most " + most + ", but is " + value);
    }
  }
}
