package io.credentialrules.internal.resolve;

import io.credentialrules.policy.Condition;
import io.credentialrules.policy.Constraint;
import io.credentialrules.policy.Expression;
import io.credentialrules.policy.RuleHeader;
import io.credentialrules.policy.SourceSpan;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds names that nothing uses, and totals of which nothing is asked. */
public final class VariableUse implements PolicyWalk {
  private final Map<String, SourceSpan> bound = new LinkedHashMap<>();
  private final Map<String, Condition.Accumulate> totals = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

  private VariableUse() {}

  /** The names that a condition gives. */
  public static Set<String> boundIn(Condition condition) {
    VariableUse variables = new VariableUse();
    variables.condition(condition);
    return variables.bound.keySet();
  }

  public static void check(RuleHeader header, Condition.All when, Findings findings) {
    VariableUse variables = new VariableUse();
    variables.condition(when);
    Set<Condition.Accumulate> unasked = new HashSet<>();
    variables.totals.forEach(
        (name, total) -> {
          if (!variables.used.contains(name) && total.constraints().isEmpty()) {
            unasked.add(total);
          }
        });
    for (Condition.Accumulate total : unasked) {
      boolean someUsed =
          total.functions().stream()
              .anyMatch(function -> variables.used.contains(function.variable()));
      if (!someUsed) {
        variables.bound.keySet().removeIf(name -> total.equals(variables.totals.get(name)));
        Warnings.warn(
            findings,
            header,
            "unused-total",
            total.span(),
            "nothing is asked of this total, so it holds for everybody",
            "compare it behind a semicolon, such as `; $total >= 200`");
      }
    }
    variables.bound.forEach(
        (name, span) -> {
          if (!variables.used.contains(name)) {
            Warnings.warn(
                findings,
                header,
                "unused-variable",
                span,
                "nothing uses `" + name + "`",
                "remove it, or ask something of it");
          }
        });
  }

  @Override
  public void condition(Condition condition) {
    if (condition instanceof Condition.Pattern pattern && pattern.variable() != null) {
      bound.putIfAbsent(pattern.variable(), pattern.span());
    } else if (condition instanceof Condition.Accumulate accumulate) {
      for (Condition.Aggregate function : accumulate.functions()) {
        if (function.variable() != null) {
          bound.putIfAbsent(function.variable(), function.span());
          totals.putIfAbsent(function.variable(), accumulate);
        }
      }
    }
    PolicyWalk.super.condition(condition);
  }

  @Override
  public void constraint(Constraint constraint, Condition.@Nullable Pattern pattern) {
    if (constraint instanceof Constraint.Bind bind) {
      bound.putIfAbsent(bind.variable(), bind.span());
    }
    PolicyWalk.super.constraint(constraint, pattern);
  }

  @Override
  public void expression(Expression expression) {
    if (expression instanceof Expression.Variable variable) {
      used.add(variable.name());
    } else if (expression instanceof Expression.Field field) {
      used.add(field.name());
    }
    PolicyWalk.super.expression(expression);
  }
}
