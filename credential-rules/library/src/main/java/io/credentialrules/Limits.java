package io.credentialrules;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;

/**
 * How much a policy may cost the host that loads it. Reading, compiling or evaluating beyond a
 * limit ends in a problem that names the limit, or in a {@link LimitExceededException}; never in an
 * error of the machine, and never in a partial decision. Immutable; all limits are positive. {@code
 * docs/limits.md} tells what each one is for and what happens beyond it.
 *
 * @param maxFiles policy files of one pack
 * @param maxFileCharacters characters (UTF-16 units) of one policy file
 * @param maxPolicyCharacters characters of all policy files of all packs together
 * @param maxTextCharacters characters of one text in quotes, or of one name
 * @param maxNesting how deep parentheses, {@code not}, {@code exists} and calls may be nested in
 *     each other; at most 500, so that no stack overflows
 * @param maxRules rules of all packs together
 * @param maxProblems problems that are reported before reading stops
 * @param maxConditions conditions, constraints and listed values of one rule; at most 2,000, so
 *     that no stack overflows
 * @param maxAlternatives alternatives of one rule once each {@code or} is expanded
 * @param maxExpandedConditions conditions of all rules together once each {@code or} is expanded,
 *     and the sizes of their regular expressions
 * @param maxRegularExpression size of one regular expression once its repetitions are expanded
 * @param maxDependencies requirements and credentials that the conditions on {@code Met} and {@code
 *     Earned} can match, all rules together
 * @param maxChain requirements and credentials in one chain, each requiring the next; at most 200,
 *     so that no stack overflows
 * @param maxFacts facts of one learner record
 * @param maxWaivers waivers of one learner record
 * @param maxDerivedFacts facts that the rules may derive in one evaluation
 * @param maxJoinRows combinations of facts that one evaluation, or one decision that explains it,
 *     may look at
 * @param evaluationTime the longest that the calling thread may work on one evaluation, or on one
 *     question to it: processor time, or time on the clock where a thread has none (virtual
 *     threads)
 */
@RecordBuilder
public record Limits(
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
    Duration evaluationTime)
    implements LimitsBuilder.With {

  private static final int DEEPEST_NESTING = 500;
  private static final int MOST_CONDITIONS = 2_000;
  private static final int LONGEST_CHAIN = 200;

  /**
   * 10,000 files, a million characters a file and 100 million in all, 10,000 characters a text,
   * nesting 50, 200,000 rules, 1,000 problems, 1,000 conditions and 1,000 alternatives a rule,
   * 2,000,000 expanded conditions, regular expressions of size 1,000, 2,000,000 dependencies,
   * chains of 100, 10,000 facts, 100,000 waivers, 100,000 derived facts, 1,000,000 combinations, 10
   * seconds.
   */
  public static final Limits DEFAULT =
      LimitsBuilder.builder()
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
  public Limits {
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
