package io.credentialrules.testkit.internal.change;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.PolicyRule;

/**
 * One change of a rule.
 *
 * @param rule the rule that is changed
 * @param kind what is changed
 * @param place what the author sees changed: a condition, a constraint, a value
 * @param edit how
 * @param written what is there, on one line
 * @param window when the rule says what is changed here: within it, the change means something
 */
public record RuleChange(
    PolicyRule rule, Kind kind, SourceSpan place, Edit edit, String written, Window window) {

  /** What becomes of a text, in words. */
  public static String words(String original, String replacement) {
    if (replacement.isEmpty()) {
      return "without `" + original + "`";
    }
    return original.isEmpty()
        ? "with `" + replacement.strip() + "` added"
        : "`" + original + "` becomes `" + replacement + "`";
  }

  /** What is changed. */
  public enum Kind {
    /** A condition, or a constraint on a fact, is left out. */
    WITHOUT_CONDITION,
    /** A way to satisfy a condition is left out. */
    WITHOUT_ALTERNATIVE,
    /** A rule is left out where another one decides the same requirement or credential. */
    WITHOUT_RULE,
    /** The bound is excluded where it is included, or included. */
    AT_BOUND,
    /** The bound is moved by one step, so that its other side is seen. */
    BESIDE_BOUND,
    /** The bound is moved by ten steps. */
    FAR_BOUND,
    /** A comparison is another one. */
    OPERATOR,
    /** {@code and} for {@code or}, {@code &&} for {@code ||}, and the other way round. */
    CONNECTIVE,
    /** A listed value is left out, or a word, text, level or truth is another one. */
    WORD,
    /** A period of time is longer or shorter by one. */
    PERIOD,
    /** A total is made in another way. */
    FUNCTION,
    /** The rule is in force a day earlier or later. */
    WINDOW,
    /** How long a credential is valid, or what else the policy states, is other. */
    SETTING;

    /** Whether it changes the conditions, so that they hold for other records. */
    public boolean isOfConditions() {
      return this != WINDOW && this != SETTING;
    }
  }
}
