package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Comparing;
import io.credentialrules.policy.FieldKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Amounts and dates for facts of a plan that are asked to have none, because some spoil it. Nobody
 * can see to it that a course is not graded or that work has no first day, so a value that does is
 * planned where there is one: the least of the amounts above which all do, or the greatest of those
 * below which all do; the last day before what is new.
 *
 * @param earns whether the facts of a state do what the plan does
 */
record FilledBlanks(
    PlanStart start,
    State plan,
    List<Blank> blanks,
    List<FieldDemands> fields,
    TriedValues tried,
    Predicate<State> earns) {
  private static final int ATTEMPTS = 3;

  /**
   * The plan with values in place of none; null where none is asked for, or no values do.
   *
   * @param kinds amounts, or amounts and dates
   */
  @Nullable State given(Set<FieldKind> kinds) {
    List<Integer> absent = new ArrayList<>();
    for (int at = 0; at < fields.size(); at++) {
      if (kinds.contains(fields.get(at).field().kind()) && fields.get(at).isAbsent()) {
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
      Blank blank = blanks.get(at);
      List<Object> values =
          blank.field().kind() == FieldKind.DATE
              ? dates(tried.does(at))
              : amounts(tried.does(at), isUpwards);
      if (values.isEmpty()) {
        return null;
      }
      int place = attempt == ATTEMPTS ? values.size() - 1 : Math.min(attempt, values.size() - 1);
      fixed
          .computeIfAbsent(
              blank.number(), number -> new HashMap<>(plan.drafts().get(number).fixed()))
          .put(blank.field().name(), Optional.of(values.get(place)));
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

  /** The days that do and are not after what is new, the last first; that day itself comes last. */
  private List<Object> dates(Map<Optional<Object>, Boolean> does) {
    LocalDate newOn = start.newOn();
    List<LocalDate> days = new ArrayList<>();
    does.forEach(
        (value, isFine) -> {
          if (isFine && value.orElse(null) instanceof LocalDate day && day.isBefore(newOn)) {
            days.add(day);
          }
        });
    days.sort(Comparator.reverseOrder());
    if (Boolean.TRUE.equals(does.get(Optional.<Object>of(newOn)))) {
      days.add(newOn);
    }
    return List.copyOf(days);
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
