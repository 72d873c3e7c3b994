package io.credentialrules.internal.check;

import io.credentialrules.internal.resolve.PolicyDates;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The days on which a policy can say something else of the same facts: the first and last of each
 * window, and those around every date in it.
 */
final class DecisiveDays implements PolicyWalk {
  private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);
  private static final List<LocalDate> LONG_AGO_AND_FAR_AHEAD =
      List.of(LocalDate.of(1900, 1, 1), LocalDate.of(2200, 1, 1));

  private final Set<LocalDate> days = new LinkedHashSet<>(Set.of(SOME_DAY));

  private DecisiveDays() {}

  /** Some day first, and then in the order of the rules. */
  static Set<LocalDate> of(PolicyModel model) {
    DecisiveDays decisive = new DecisiveDays();
    for (PolicyRule rule : model.rules()) {
      Window window = rule.header().window();
      if (window.from() != null) {
        decisive.around(window.from());
      }
      if (window.until() != null) {
        decisive.around(window.until());
      }
      decisive.condition(rule.when());
    }
    for (NamedValue value : model.values()) {
      for (NamedValue.Dated dated : value.values()) {
        if (dated.window().from() != null) {
          decisive.around(dated.window().from());
        }
        decisive.expression(dated.value());
      }
    }
    if (decisive.days.size() > 1) {
      decisive.days.addAll(LONG_AGO_AND_FAR_AHEAD);
    }
    return decisive.days;
  }

  private void around(LocalDate day) {
    days.add(day.minusDays(1));
    days.add(day);
    days.add(day.plusDays(1));
  }

  @Override
  public void expression(Expression expression) {
    if (expression instanceof Expression.Text text) {
      LocalDate date = PolicyDates.parse(text.value());
      if (date != null) {
        around(date);
      }
    }
    PolicyWalk.super.expression(expression);
  }
}
