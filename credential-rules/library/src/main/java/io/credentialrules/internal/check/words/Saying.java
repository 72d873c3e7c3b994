package io.credentialrules.internal.check.words;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.policy.Operator;
import java.math.BigDecimal;

/**
 * An amount of which a name speaks, such as "at least 200 hours".
 *
 * @param words as they are in the name
 * @param number the amount
 * @param measures the units in which it can be meant, or {@link #COUNT}; at least one
 * @param operators the comparisons that it allows
 * @param isExplicit whether words say how it is compared, so that a rule is expected to do so
 * @param isPeriod whether it speaks of time before or after something
 * @param isAge whether it speaks of somebody's age
 * @param isValidity whether it says how long the credential is valid
 * @param isShareOf whether it is a share of something, such as "80 percent of the quizzes"
 * @param isDifferent whether what is counted must be different
 * @param isOpen whether nothing follows that it could count, as in "a score of 70 or more"
 * @param at the position of the number among the words
 */
record Saying(
    String words,
    BigDecimal number,
    ImmutableSet<String> measures,
    ImmutableSet<Operator> operators,
    boolean isExplicit,
    boolean isPeriod,
    boolean isAge,
    boolean isValidity,
    boolean isShareOf,
    boolean isDifferent,
    boolean isOpen,
    int at) {

  /** What is counted has no unit. */
  static final String COUNT = "count";

  /** The unit, where it can only be one. */
  String unit() {
    return measures.iterator().next();
  }

  boolean isCount() {
    return measures.contains(COUNT);
  }

  /** Whether it is an amount of time, which can be an age, a period or something counted. */
  boolean isTime() {
    return Spans.isUnit(unit());
  }
}
