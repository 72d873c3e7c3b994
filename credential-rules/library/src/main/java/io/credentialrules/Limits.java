package io.credentialrules;

import java.time.Duration;

/**
 * How much a policy may ask of the host that loads it. Reading, compiling or evaluating beyond a
 * limit ends in a problem that names the limit, never in an error of the machine. Immutable; all
 * limits are positive.
 *
 * @param maxFileCharacters characters (UTF-16 units) of one policy file
 * @param maxNesting how deep parentheses, {@code not}, {@code exists} and calls may stand in each
 *     other; at most 500, so that no stack overflows
 * @param maxRules rules of all packs together
 * @param maxProblems problems that are reported before reading stops
 * @param maxAlternatives alternatives of one rule once each {@code or} is expanded
 * @param maxFacts facts of one learner record
 * @param maxDerivedFacts facts that the rules may derive in one evaluation
 * @param maxJoinRows combinations of facts that one evaluation may look at
 * @param maxTextCharacters characters of one text in quotes, or of one name
 * @param evaluationTime the longest that one evaluation may take
 */
public record Limits(
    int maxFileCharacters,
    int maxNesting,
    int maxRules,
    int maxProblems,
    int maxAlternatives,
    int maxFacts,
    int maxDerivedFacts,
    int maxJoinRows,
    int maxTextCharacters,
    Duration evaluationTime) {

  private static final int DEEPEST_NESTING = 500;

  /**
   * A million characters a file, nesting 50, 50,000 rules, 1,000 problems, 1,000 alternatives,
   * 10,000 facts, 100,000 derived facts, 1,000,000 combinations, 10,000 characters a text, 10
   * seconds.
   */
  public static final Limits DEFAULT =
      new Limits(
          1_000_000,
          50,
          50_000,
          1_000,
          1_000,
          10_000,
          100_000,
          1_000_000,
          10_000,
          Duration.ofSeconds(10));

  /** Checks that each limit is positive, and nesting within what a stack holds. */
  public Limits {
    positive("maxFileCharacters", maxFileCharacters);
    positive("maxNesting", maxNesting);
    if (maxNesting > DEEPEST_NESTING) {
      throw new IllegalArgumentException(
          "`maxNesting` must be at most " + DEEPEST_NESTING + ", but is " + maxNesting);
    }
    positive("maxRules", maxRules);
    positive("maxProblems", maxProblems);
    positive("maxAlternatives", maxAlternatives);
    positive("maxFacts", maxFacts);
    positive("maxDerivedFacts", maxDerivedFacts);
    positive("maxJoinRows", maxJoinRows);
    positive("maxTextCharacters", maxTextCharacters);
    if (evaluationTime.isNegative() || evaluationTime.isZero()) {
      throw new IllegalArgumentException(
          "`evaluationTime` must be positive, but is " + evaluationTime);
    }
  }

  /** These limits with another number of characters of one policy file. */
  public Limits withMaxFileCharacters(int characters) {
    return new Limits(
        characters,
        maxNesting,
        maxRules,
        maxProblems,
        maxAlternatives,
        maxFacts,
        maxDerivedFacts,
        maxJoinRows,
        maxTextCharacters,
        evaluationTime);
  }

  /** These limits with another depth of nesting. */
  public Limits withMaxNesting(int depth) {
    return new Limits(
        maxFileCharacters,
        depth,
        maxRules,
        maxProblems,
        maxAlternatives,
        maxFacts,
        maxDerivedFacts,
        maxJoinRows,
        maxTextCharacters,
        evaluationTime);
  }

  /** These limits with another number of rules. */
  public Limits withMaxRules(int rules) {
    return new Limits(
        maxFileCharacters,
        maxNesting,
        rules,
        maxProblems,
        maxAlternatives,
        maxFacts,
        maxDerivedFacts,
        maxJoinRows,
        maxTextCharacters,
        evaluationTime);
  }

  /** These limits with another number of reported problems. */
  public Limits withMaxProblems(int problems) {
    return new Limits(
        maxFileCharacters,
        maxNesting,
        maxRules,
        problems,
        maxAlternatives,
        maxFacts,
        maxDerivedFacts,
        maxJoinRows,
        maxTextCharacters,
        evaluationTime);
  }

  /** These limits with another number of alternatives of one rule. */
  public Limits withMaxAlternatives(int alternatives) {
    return new Limits(
        maxFileCharacters,
        maxNesting,
        maxRules,
        maxProblems,
        alternatives,
        maxFacts,
        maxDerivedFacts,
        maxJoinRows,
        maxTextCharacters,
        evaluationTime);
  }

  /** These limits with another number of facts of one learner record. */
  public Limits withMaxFacts(int facts) {
    return new Limits(
        maxFileCharacters,
        maxNesting,
        maxRules,
        maxProblems,
        maxAlternatives,
        facts,
        maxDerivedFacts,
        maxJoinRows,
        maxTextCharacters,
        evaluationTime);
  }

  /** These limits with another number of derived facts. */
  public Limits withMaxDerivedFacts(int facts) {
    return new Limits(
        maxFileCharacters,
        maxNesting,
        maxRules,
        maxProblems,
        maxAlternatives,
        maxFacts,
        facts,
        maxJoinRows,
        maxTextCharacters,
        evaluationTime);
  }

  /** These limits with another number of combinations of facts. */
  public Limits withMaxJoinRows(int rows) {
    return new Limits(
        maxFileCharacters,
        maxNesting,
        maxRules,
        maxProblems,
        maxAlternatives,
        maxFacts,
        maxDerivedFacts,
        rows,
        maxTextCharacters,
        evaluationTime);
  }

  /** These limits with another number of characters of one text or name. */
  public Limits withMaxTextCharacters(int characters) {
    return new Limits(
        maxFileCharacters,
        maxNesting,
        maxRules,
        maxProblems,
        maxAlternatives,
        maxFacts,
        maxDerivedFacts,
        maxJoinRows,
        characters,
        evaluationTime);
  }

  /** These limits with another longest time of one evaluation. */
  public Limits withEvaluationTime(Duration time) {
    return new Limits(
        maxFileCharacters,
        maxNesting,
        maxRules,
        maxProblems,
        maxAlternatives,
        maxFacts,
        maxDerivedFacts,
        maxJoinRows,
        maxTextCharacters,
        time);
  }

  private static void positive(String limit, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException("`" + limit + "` must be positive, but is " + value);
    }
  }
}
