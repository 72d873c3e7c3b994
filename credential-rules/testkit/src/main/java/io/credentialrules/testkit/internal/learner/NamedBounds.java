package io.credentialrules.testkit.internal.learner;

import io.credentialrules.Evaluation;
import io.credentialrules.Measure;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RequirementRule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a rule names: types of facts, amounts and dates. */
public final class NamedBounds implements PolicyWalk {
  private final PolicyModel model;
  private final PolicyRule rule;
  private final Set<String> types = new LinkedHashSet<>();
  private final Set<BigDecimal> values = new LinkedHashSet<>();
  private final Set<LocalDate> dates = new LinkedHashSet<>();
  private final Set<Period> periods = new LinkedHashSet<>();

  private NamedBounds(PolicyModel model, PolicyRule rule) {
    this.model = model;
    this.rule = rule;
  }

  /** The records to try around one that was evaluated, to see what a rule says near its bounds. */
  public static NearbyRecords of(PolicyModel model, PolicyRule rule, Evaluation evaluation) {
    NamedBounds bounds = new NamedBounds(model, rule);
    bounds.condition(rule.when());
    Vocabulary vocabulary = evaluation.rules().vocabulary();
    return new NearbyRecords(
        vocabulary,
        evaluation.asOf(),
        bounds.types,
        List.copyOf(bounds.values),
        bounds.additions(evaluation),
        List.copyOf(bounds.dates),
        List.copyOf(bounds.periods),
        rule.header().levels());
  }

  @Override
  public void condition(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      types.add(pattern.type());
    }
    PolicyWalk.super.condition(condition);
  }

  @Override
  public void expression(Expression expression) {
    if (expression instanceof Expression.Number number) {
      BigDecimal step = step(number.value());
      values.add(number.value());
      values.add(number.value().subtract(step));
      values.add(number.value().add(step));
    } else if (expression instanceof Expression.Call call) {
      period(call);
    } else if (expression instanceof Expression.Text text) {
      date(text.value());
    } else if (expression instanceof Expression.Named named) {
      NamedValue value = model.values(rule.header().pack()).get(named.name());
      if (value != null) {
        value.values().forEach(dated -> expression(dated.value()));
      }
    }
    PolicyWalk.super.expression(expression);
  }

  private void period(Expression.Call call) {
    if (call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expression.Number number) {
      int count = number.value().intValue();
      if (call.method().endsWith("Years")) {
        periods.add(Period.ofYears(count));
      } else if (call.method().endsWith("Months")) {
        periods.add(Period.ofMonths(count));
      } else if (call.method().endsWith("Weeks")) {
        periods.add(Period.ofWeeks(count));
      } else if (call.method().endsWith("Days")) {
        periods.add(Period.ofDays(count));
      }
    }
  }

  /** One in the last digit. */
  private static BigDecimal step(BigDecimal value) {
    return BigDecimal.ONE.movePointLeft(Math.max(0, value.scale()));
  }

  private void date(String text) {
    try {
      dates.add(LocalDate.parse(text));
    } catch (DateTimeException notADate) {
      // A text that is compared as it is.
    }
  }

  /** What the requirement lacks or has too much of, exactly, and a step to either side of that. */
  private List<BigDecimal> additions(Evaluation evaluation) {
    List<BigDecimal> additions = new ArrayList<>();
    Measure measure =
        rule instanceof RequirementRule ? evaluation.requirement(rule.id()).measure() : null;
    if (measure != null && measure.has() != null) {
      BigDecimal lacks = measure.needs().subtract(measure.has());
      BigDecimal step = step(measure.needs());
      additions.add(lacks);
      additions.add(lacks.subtract(step));
      additions.add(lacks.add(step));
    }
    return additions;
  }
}
