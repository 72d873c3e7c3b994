package io.credentialrules.report.internal.words;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A total of a policy that a step of a plan is for.
 *
 * @param asked the function whose result is compared at the place; null where the whole total is
 *     there
 */
record Totalled(
    Condition.Accumulate total, VariableMeanings scope, Condition.@Nullable Aggregate asked) {

  /** What is totalled at a place, where that is known; otherwise null. */
  static @Nullable Totalled at(SourceSpan place, PolicyIndex policy) {
    PolicyIndex.PlacedCondition placed = policy.condition(place);
    if (placed != null && placed.condition() instanceof Condition.Accumulate own) {
      return new Totalled(own, placed.scope(), null);
    }
    PolicyIndex.PlacedConstraint constraint = policy.constraint(place);
    Condition.Accumulate total = constraint == null ? null : constraint.accumulate();
    return total == null || constraint == null
        ? null
        : new Totalled(
            total,
            placed != null ? placed.scope() : constraint.scope(),
            Summed.function(constraint.constraint(), total));
  }

  /** The function that a unit is of; groups are counted. */
  String function(String unit, Messages messages) {
    if (total.source() instanceof Condition.GroupBy) {
      return "count";
    }
    if (asked != null) {
      return asked.function();
    }
    List<String> functions =
        total.functions().stream().map(function -> function.function()).toList();
    if (functions.size() == 1) {
      return functions.get(0);
    }
    if (unit.startsWith("different ")) {
      return "countDistinct";
    }
    return messages.has("unit." + unit.replace(' ', '-')) ? "sum" : "count";
  }

  /** The type whose field is counted; null where it is not known. */
  @Nullable VocabularyType counted() {
    Condition.Aggregate function =
        asked == null && total.functions().size() == 1 ? total.functions().get(0) : asked;
    return Summed.typeOf(function, scope);
  }
}
