package io.credentialrules.internal.plan;

import io.credentialrules.Plan.Relation;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.policy.FieldKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Amounts for facts of a plan that are asked to have none, because some amounts spoil it. Nobody
 * can see to it that a course is not graded, so an amount that does is planned where there is one:
 * the least of those above which all do, or the greatest of those below which all do.
 *
 * @param earns whether the facts of a state do what the plan does
 */
record GivenAmounts(
    PlanStart start,
    State plan,
    List<Blank> blanks,
    List<FieldDemands> fields,
    TriedValues tried,
    Predicate<State> earns) {
  private static final int ATTEMPTS = 3;

  /** The plan with amounts in place of none; null where none is asked for, or no amounts do. */
  @Nullable State given() {
    List<Integer> absent = new ArrayList<>();
    for (int at = 0; at < fields.size(); at++) {
      FieldDemands field = fields.get(at);
      if (field.field().kind() == FieldKind.AMOUNT
          && field.demands().stream().anyMatch(one -> one.relation() == Relation.ABSENT)) {
        absent.add(at);
      }
    }
    if (absent.isEmpty()) {
      return null;
    }
    for (boolean isUpwards : new boolean[] {true, false}) {
      for (int attempt = 0; attempt <= ATTEMPTS; attempt++) {
        State given = given(absent, isUpwards, attempt);
        if (given != null && earns.test(given)) {
          return given;
        }
      }
    }
    return null;
  }

  private @Nullable State given(List<Integer> absent, boolean isUpwards, int attempt) {
    Map<Integer, Map<String, Optional<Object>>> fixed = new HashMap<>();
    for (int at : absent) {
      List<Object> amounts = amounts(tried.does(at), isUpwards);
      if (amounts.isEmpty()) {
        return null;
      }
      int place = attempt == ATTEMPTS ? amounts.size() - 1 : Math.min(attempt, amounts.size() - 1);
      Blank blank = blanks.get(at);
      fixed
          .computeIfAbsent(
              blank.number(), number -> new HashMap<>(plan.drafts().get(number).fixed()))
          .put(blank.field().name(), Optional.of(amounts.get(place)));
    }
    State given = plan;
    for (Map.Entry<Integer, Map<String, Optional<Object>>> one : fixed.entrySet()) {
      Draft changed = start.drafts().changed(plan.drafts().get(one.getKey()), one.getValue());
      if (changed == null) {
        return null;
      }
      given = given.with(changed);
    }
    return given;
  }

  /** The amounts beyond which all do that were tried, the nearest to those that do not first. */
  private static List<Object> amounts(Map<Optional<Object>, Boolean> does, boolean isUpwards) {
    List<Object> sorted = new ArrayList<>();
    does.keySet().forEach(value -> value.ifPresent(sorted::add));
    sorted.sort(Comparing::order);
    if (isUpwards) {
      Collections.reverse(sorted);
    }
    List<Object> amounts = new ArrayList<>();
    for (Object amount : sorted) {
      if (!Boolean.TRUE.equals(does.get(Optional.of(amount)))) {
        break;
      }
      if (amount instanceof BigDecimal positive && positive.signum() > 0) {
        amounts.add(amount);
      }
    }
    Collections.reverse(amounts);
    return amounts;
  }
}
