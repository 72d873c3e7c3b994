package io.credentialrules.internal.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a plan when its facts have other values. What is asked again is remembered, and
 * counts as an answer all the same. Used by one thread.
 */
final class OtherValues {
  private final PlanStart start;
  private final State plan;
  private final Predicate<State> earns;
  private final Allowance answers;
  private final Map<Map.Entry<Integer, Map<String, Optional<Object>>>, Optional<Draft>> drafts =
      new HashMap<>();
  private final Map<Map<Integer, Map<String, Optional<Object>>>, Boolean> known = new HashMap<>();

  /**
   * Of a plan.
   *
   * @param earns whether the facts of a state do what the plan does
   * @param answers how often that may be asked
   */
  OtherValues(PlanStart start, State plan, Predicate<State> earns, Allowance answers) {
    this.start = start;
    this.plan = plan;
    this.earns = earns;
    this.answers = answers;
  }

  /**
   * Whether facts changed so still earn; null where no fact can be so, or no answer is left.
   *
   * @param values for each fact by its number, the values of some fields; not changed afterwards
   */
  @Nullable Boolean earn(Map<Integer, Map<String, Optional<Object>>> values) {
    Boolean before = answers.isSpent() ? null : known.get(values);
    if (before != null) {
      answers.take();
      return before;
    }
    State changed = plan;
    for (Map.Entry<Integer, Map<String, Optional<Object>>> one : values.entrySet()) {
      Draft draft =
          drafts.computeIfAbsent(Map.entry(one.getKey(), one.getValue()), this::draft).orElse(null);
      if (draft == null) {
        return null;
      }
      if (!draft.fixed().equals(plan.drafts().get(one.getKey()).fixed())) {
        changed = changed.with(draft);
      }
    }
    if (answers.isSpent()) {
      return null;
    }
    answers.take();
    boolean does = earns.test(changed);
    known.put(values, does);
    return does;
  }

  /** A fact of the plan with other values; empty where none can have them. */
  private Optional<Draft> draft(Map.Entry<Integer, Map<String, Optional<Object>>> one) {
    Draft draft = plan.drafts().get(one.getKey());
    Map<String, Optional<Object>> fixed = new HashMap<>(draft.fixed());
    fixed.putAll(one.getValue());
    return fixed.equals(draft.fixed())
        ? Optional.of(draft)
        : Optional.ofNullable(start.drafts().changed(draft, fixed));
  }
}
