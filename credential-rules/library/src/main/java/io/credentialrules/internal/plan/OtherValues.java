package io.credentialrules.internal.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
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
  private final List<Blank> blanks;
  private final Predicate<State> earns;
  private final Allowance answers;
  private final Map<Part, Optional<Draft>> drafts = new HashMap<>();
  private final Map<List<@Nullable Optional<Object>>, Boolean> known = new HashMap<>();

  /**
   * The values of one fact.
   *
   * @param from the place of its first blank
   * @param values for each of its blanks; null where it keeps its value
   */
  private record Part(int from, List<@Nullable Optional<Object>> values) {}

  /**
   * Of a plan.
   *
   * @param blanks what can have other values, those of one fact together
   * @param earns whether the facts of a state do what the plan does
   * @param answers how often that may be asked
   */
  OtherValues(
      PlanStart start, State plan, List<Blank> blanks, Predicate<State> earns, Allowance answers) {
    this.start = start;
    this.plan = plan;
    this.blanks = blanks;
    this.earns = earns;
    this.answers = answers;
  }

  /** Whether the plan earns with a value in one blank, by its place; null as below. */
  @Nullable Boolean earn(int at, Optional<Object> value) {
    List<@Nullable Optional<Object>> values = unchanged();
    values.set(at, value);
    return earn(values);
  }

  /** Whether the plan earns with values in two blanks, by their places; null as below. */
  @Nullable Boolean earn(int at, Optional<Object> value, int other, Optional<Object> otherValue) {
    List<@Nullable Optional<Object>> values = unchanged();
    values.set(at, value);
    values.set(other, otherValue);
    return earn(values);
  }

  private List<@Nullable Optional<Object>> unchanged() {
    return new ArrayList<>(Collections.nCopies(blanks.size(), null));
  }

  /**
   * Whether the plan still earns; null where no fact can be so, or no answer is left.
   *
   * @param values for each blank; null where it keeps its value. Not changed afterwards
   */
  @Nullable Boolean earn(List<@Nullable Optional<Object>> values) {
    Boolean before = answers.isSpent() ? null : known.get(values);
    if (before != null) {
      answers.take();
      return before;
    }
    State changed = changed(values);
    if (changed == null || answers.isSpent()) {
      return null;
    }
    answers.take();
    boolean does = earns.test(changed);
    known.put(values, does);
    return does;
  }

  /** The plan with other values; null where some fact cannot have them. */
  private @Nullable State changed(List<@Nullable Optional<Object>> values) {
    List<Draft> changed = new ArrayList<>(plan.drafts());
    boolean isOther = false;
    int to;
    for (int from = 0; from < blanks.size(); from = to) {
      int number = blanks.get(from).number();
      to = from;
      boolean keepsAll = true;
      while (to < blanks.size() && blanks.get(to).number() == number) {
        keepsAll &= values.get(to) == null;
        to++;
      }
      if (!keepsAll) {
        Part part = new Part(from, values.subList(from, to));
        Optional<Draft> draft = drafts.get(part);
        if (draft == null) {
          draft = draft(plan.drafts().get(number), part);
          drafts.put(part, draft);
        }
        if (draft.isEmpty()) {
          return null;
        }
        isOther |= isOther(part, plan.drafts().get(number));
        changed.set(number, draft.get());
      }
    }
    return isOther ? State.of(changed) : plan;
  }

  /** A fact of the plan with other values; empty where it cannot have them. */
  private Optional<Draft> draft(Draft draft, Part part) {
    if (!isOther(part, draft)) {
      return Optional.of(draft);
    }
    Map<String, Optional<Object>> fixed = new HashMap<>(draft.fixed());
    for (int i = 0; i < part.values().size(); i++) {
      Optional<Object> value = part.values().get(i);
      if (value != null) {
        fixed.put(name(part, i), value);
      }
    }
    return Optional.ofNullable(start.drafts().changed(draft, fixed));
  }

  private boolean isOther(Part part, Draft draft) {
    for (int i = 0; i < part.values().size(); i++) {
      Optional<Object> value = part.values().get(i);
      if (value != null && !value.equals(draft.fixed().get(name(part, i)))) {
        return true;
      }
    }
    return false;
  }

  private String name(Part part, int place) {
    return blanks.get(part.from() + place).field().name();
  }
}
