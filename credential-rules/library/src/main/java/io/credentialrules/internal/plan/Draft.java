package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.Measure;
import io.credentialrules.Plan.Action;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact of a plan, of which only what a condition has asked for is fixed; the rest can still
 * change. Immutable.
 *
 * @param task what stays the same through all its changes
 * @param fixed the values that may not change any more, absent ones included
 * @param candidate the fact as it is now
 * @param cost what its step costs
 */
record Draft(
    Task task, ImmutableMap<String, Optional<Object>> fixed, Candidate candidate, int cost) {

  /**
   * What is to be done, whatever values the fact comes to have.
   *
   * @param number identifies it
   * @param base the fact of the record that it takes the place of; null for a new one
   * @param template its provenance where no value says otherwise
   * @param preset values that it has unless others are fixed: amounts of work in progress, which
   *     can only grow
   * @param origin why it is there
   */
  record Task(
      int number,
      Action action,
      @Nullable Fact base,
      VocabularyType type,
      Provenance template,
      ImmutableMap<String, Optional<Object>> preset,
      Origin origin) {

    /** The same with another provenance. */
    Task from(Provenance provenance) {
      return new Task(number, action, base, type, provenance, preset, origin);
    }
  }

  /**
   * Why a fact is in the plan.
   *
   * @param credential the number of the credential that asks for it
   * @param requirement the number of the requirement
   * @param condition the pattern or total
   * @param pattern the pattern that it is to match, in the total where it is for one; null where it
   *     is for none
   * @param amount what it adds to; null where it is not about an amount
   */
  record Origin(
      int credential,
      int requirement,
      Condition condition,
      Step.@Nullable Match pattern,
      @Nullable Amount amount) {

    /** Whether it is there to match a pattern of a total. */
    boolean isFor(Step.Total total, Step.Match match) {
      return match.equals(pattern) && total.source().equals(condition);
    }

    /** What is totalled, where it is for an amount; otherwise null. */
    Step.@Nullable Function function() {
      return amount == null ? null : amount.function();
    }
  }

  /**
   * An amount that a fact adds to.
   *
   * @param function what is totalled
   * @param field the field that is added; null where each fact counts as one
   * @param measure what there is, and what is needed
   * @param isAllotted whether what there is of it is what exclusive evidence leaves
   */
  record Amount(
      Step.Function function, @Nullable String field, Measure measure, boolean isAllotted) {}

  int number() {
    return task.number();
  }

  Action action() {
    return task.action();
  }

  @Nullable Fact base() {
    return task.base();
  }

  VocabularyType type() {
    return task.type();
  }

  Origin origin() {
    return task.origin();
  }

  /** How much it adds to the amount that it is there for; null where it is not about an amount. */
  @Nullable BigDecimal adds() {
    Amount amounts = origin().amount();
    if (amounts == null) {
      return null;
    }
    if (amounts.field() == null) {
      return BigDecimal.ONE;
    }
    return value(amounts.field()) instanceof BigDecimal amount ? amount : BigDecimal.ZERO;
  }

  Fact fact() {
    return (Fact) candidate.fact();
  }

  /** Whether it comes about on the day of evaluation, rather than being there already. */
  boolean isFresh() {
    return action() != Action.REVIEW;
  }

  boolean isOpen(String field) {
    return !fixed.containsKey(field);
  }

  @Nullable Object value(String field) {
    VocabularyField known = type().field(field);
    return known == null ? null : candidate.value(known);
  }
}
