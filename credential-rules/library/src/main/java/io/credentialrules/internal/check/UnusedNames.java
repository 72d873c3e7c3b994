package io.credentialrules.internal.check;

import io.credentialrules.internal.fault.MeaningFaults;
import io.credentialrules.internal.resolve.BoundNames;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Finds names that nothing uses, and totals of which nothing is asked. */
final class UnusedNames implements PolicyWalk {
  private final Map<String, SourceSpan> bound;
  private final Map<String, Condition.Accumulate> totals = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

  private UnusedNames(Condition when) {
    this.bound = BoundNames.in(when);
    condition(when);
  }

  static void check(RuleHeader header, Condition.All when, Findings findings) {
    new UnusedNames(when).report(header, findings);
  }

  private void report(RuleHeader header, Findings findings) {
    Set<Condition.Accumulate> unasked = new HashSet<>();
    totals.forEach(
        (name, total) -> {
          if (!used.contains(name) && total.constraints().isEmpty()) {
            unasked.add(total);
          }
        });
    for (Condition.Accumulate total : unasked) {
      boolean someUsed =
          total.functions().stream().anyMatch(function -> used.contains(function.variable()));
      if (!someUsed) {
        bound.keySet().removeIf(name -> total.equals(totals.get(name)));
        Warnings.warn(findings, header, total.span(), MeaningFaults.unusedTotal());
      }
    }
    bound.forEach(
        (name, span) -> {
          if (!used.contains(name)) {
            Warnings.warn(findings, header, span, MeaningFaults.unusedVariable(name));
          }
        });
  }

  @Override
  public void condition(Condition condition) {
    if (condition instanceof Condition.Accumulate accumulate) {
      for (Condition.Aggregate function : accumulate.functions()) {
        if (function.variable() != null) {
          totals.putIfAbsent(function.variable(), accumulate);
        }
      }
    }
    PolicyWalk.super.condition(condition);
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
