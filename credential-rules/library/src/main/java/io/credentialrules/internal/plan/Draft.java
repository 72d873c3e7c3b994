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
 * @param number identifies it through all its changes
 * @param base the fact of the record that it takes the place of; null for a new one
 * @param template its provenance where no value says otherwise
 * @param preset values that it has unless others are fixed: amounts of work in progress, which can
 *     only grow
 * @param fixed the values that may not change any more, absent ones included
 * @param candidate the fact as it is now
 * @param origin why it is there
 * @param cost what its step costs
 */
record Draft(
    int number,
    Action action,
    @Nullable Fact base,
    VocabularyType type,
    Provenance template,
    ImmutableMap<String, Optional<Object>> preset,
    ImmutableMap<String, Optional<Object>> fixed,
    Candidate candidate,
    Origin origin,
    int cost) {

  /**
   * Why a fact is in the plan.
   *
   * @param credential the number of the credential that asks for it
   * @param requirement the number of the requirement
   * @param condition the pattern or total
   * @param pattern the pattern that it is to match, in the total where it is for one; null where it
   *     is for none
   * @param function what is totalled, where it is for an amount; otherwise null
   * @param amountField the field that adds to an amount; null where each fact counts as one
   * @param measure the amount; null where it is not about one
   * @param isAllotted whether what there is of the amount is what exclusive evidence leaves for it
   */
  record Origin(
      int credential,
      int requirement,
      Condition condition,
      Step.@Nullable Match pattern,
      Step.@Nullable Function function,
      @Nullable String amountField,
      @Nullable Measure measure,
      boolean isAllotted) {}

  /** How much it adds to the amount that it is there for; null where it is not about an amount. */
  @Nullable BigDecimal adds() {
    if (origin.measure() == null) {
      return null;
    }
    String field = origin.amountField();
    if (field == null) {
      return BigDecimal.ONE;
    }
    return value(field) instanceof BigDecimal amount ? amount : BigDecimal.ZERO;
  }

  Fact fact() {
    return (Fact) candidate.fact();
  }

  /** Whether it comes about on the day of evaluation, rather than being there already. */
  boolean isFresh() {
    return action != Action.REVIEW;
  }

  boolean isOpen(String field) {
    return !fixed.containsKey(field);
  }

  @Nullable Object value(String field) {
    VocabularyField known = type.field(field);
    return known == null ? null : candidate.value(known);
  }
}
