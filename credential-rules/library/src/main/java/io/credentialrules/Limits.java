package io.credentialrules;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much a policy may cost the host that loads it. Reading, compiling or evaluating beyond a
 * limit ends in a problem that names the limit, or in a {@link LimitExceededException}; never in an
 * error of the machine, and never in a partial decision. Immutable; all limits are positive. {@code
 * docs/limits.md} tells what each one is for and what happens beyond it.
 */
public final class Limits {

  /**
   * 10,000 files, a million characters a file and 100 million in all, 10,000 characters a text,
   * nesting 50, 200,000 rules, 1,000 problems, 1,000 conditions and 1,000 alternatives a rule,
   * 2,000,000 expanded conditions, regular expressions of size 1,000, 2,000,000 dependencies,
   * chains of 100, 10,000 facts, 100,000 waivers, 100,000 derived facts, 1,000,000 combinations, 10
   * seconds.
   */
  public static final Limits DEFAULT = new Limits(LimitValues.DEFAULT);

  private final LimitValues values;

  private Limits(LimitValues values) {
    this.values = values;
  }

  /** Policy files of one pack. */
  public int maxFiles() {
    return values.maxFiles();
  }

  /** These limits with another {@link #maxFiles}. */
  public Limits withMaxFiles(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxFiles(most).build());
  }

  /** Characters (UTF-16 units) of one policy file. */
  public int maxFileCharacters() {
    return values.maxFileCharacters();
  }

  /** These limits with another {@link #maxFileCharacters}. */
  public Limits withMaxFileCharacters(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxFileCharacters(most).build());
  }

  /** Characters of all policy files of all packs together. */
  public int maxPolicyCharacters() {
    return values.maxPolicyCharacters();
  }

  /** These limits with another {@link #maxPolicyCharacters}. */
  public Limits withMaxPolicyCharacters(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxPolicyCharacters(most).build());
  }

  /** Characters of one text in quotes, or of one name. */
  public int maxTextCharacters() {
    return values.maxTextCharacters();
  }

  /** These limits with another {@link #maxTextCharacters}. */
  public Limits withMaxTextCharacters(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxTextCharacters(most).build());
  }

  /**
   * How deep parentheses, {@code not}, {@code exists} and calls may be nested in each other; at
   * most 500, so that no stack overflows.
   */
  public int maxNesting() {
    return values.maxNesting();
  }

  /** These limits with another {@link #maxNesting}. */
  public Limits withMaxNesting(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxNesting(most).build());
  }

  /** Rules of all packs together. */
  public int maxRules() {
    return values.maxRules();
  }

  /** These limits with another {@link #maxRules}. */
  public Limits withMaxRules(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxRules(most).build());
  }

  /** Problems that are reported before reading stops. */
  public int maxProblems() {
    return values.maxProblems();
  }

  /** These limits with another {@link #maxProblems}. */
  public Limits withMaxProblems(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxProblems(most).build());
  }

  /**
   * Conditions, constraints and listed values of one rule; at most 2,000, so that no stack
   * overflows.
   */
  public int maxConditions() {
    return values.maxConditions();
  }

  /** These limits with another {@link #maxConditions}. */
  public Limits withMaxConditions(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxConditions(most).build());
  }

  /** Alternatives of one rule once each {@code or} is expanded. */
  public int maxAlternatives() {
    return values.maxAlternatives();
  }

  /** These limits with another {@link #maxAlternatives}. */
  public Limits withMaxAlternatives(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxAlternatives(most).build());
  }

  /**
   * Conditions of all rules together once each {@code or} is expanded, and the sizes of their
   * regular expressions.
   */
  public int maxExpandedConditions() {
    return values.maxExpandedConditions();
  }

  /** These limits with another {@link #maxExpandedConditions}. */
  public Limits withMaxExpandedConditions(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxExpandedConditions(most).build());
  }

  /** Size of one regular expression once its repetitions are expanded. */
  public int maxRegularExpression() {
    return values.maxRegularExpression();
  }

  /** These limits with another {@link #maxRegularExpression}. */
  public Limits withMaxRegularExpression(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxRegularExpression(most).build());
  }

  /**
   * Requirements and credentials that the conditions on {@code Met} and {@code Earned} can match,
   * all rules together; and those that {@link CredentialRules#prerequisites} finds.
   */
  public int maxDependencies() {
    return values.maxDependencies();
  }

  /** These limits with another {@link #maxDependencies}. */
  public Limits withMaxDependencies(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxDependencies(most).build());
  }

  /**
   * Requirements and credentials in one chain, each requiring the next; at most 200, so that no
   * stack overflows.
   */
  public int maxChain() {
    return values.maxChain();
  }

  /** These limits with another {@link #maxChain}. */
  public Limits withMaxChain(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxChain(most).build());
  }

  /** Facts of one learner record. */
  public int maxFacts() {
    return values.maxFacts();
  }

  /** These limits with another {@link #maxFacts}. */
  public Limits withMaxFacts(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxFacts(most).build());
  }

  /** Waivers of one learner record. */
  public int maxWaivers() {
    return values.maxWaivers();
  }

  /** These limits with another {@link #maxWaivers}. */
  public Limits withMaxWaivers(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxWaivers(most).build());
  }

  /** Facts that the rules may derive in one evaluation. */
  public int maxDerivedFacts() {
    return values.maxDerivedFacts();
  }

  /** These limits with another {@link #maxDerivedFacts}. */
  public Limits withMaxDerivedFacts(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxDerivedFacts(most).build());
  }

  /**
   * Combinations of facts that one evaluation may look at, and again what explains one requirement.
   */
  public int maxJoinRows() {
    return values.maxJoinRows();
  }

  /** These limits with another {@link #maxJoinRows}. */
  public Limits withMaxJoinRows(int most) {
    return new Limits(LimitValuesBuilder.builder(values).maxJoinRows(most).build());
  }

  /**
   * The longest that the calling thread may work on one evaluation, or on one question to it:
   * processor time, or time on the clock where a thread has none (virtual threads).
   */
  public Duration evaluationTime() {
    return values.evaluationTime();
  }

  /** These limits with another {@link #evaluationTime}. */
  public Limits withEvaluationTime(Duration time) {
    return new Limits(LimitValuesBuilder.builder(values).evaluationTime(time).build());
  }

  /**
   * These limits with one that is set by its name, as configuration does: {@code with("maxFacts",
   * "20000")}, {@code with("evaluationTime", "30s")}.
   *
   * @param name the name of the method that reads the limit
   * @param value a whole number; of a time, an amount with its unit, such as {@code 1m30s}
   * @throws IllegalArgumentException when there is no such limit, or it takes no such value
   */
  public Limits with(String name, String value) {
    return NamedLimits.with(this, name, value);
  }

  /** The names of all limits, in alphabetical order. */
  public static List<String> names() {
    return NamedLimits.names();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Limits limits && values.equals(limits.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  /** All limits with their values. */
  @Override
  public String toString() {
    return values.toString().replaceFirst("LimitValues", "Limits");
  }
}
