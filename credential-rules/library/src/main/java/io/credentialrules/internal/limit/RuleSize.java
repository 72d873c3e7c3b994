package io.credentialrules.internal.limit;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.util.List;

/** How large a rule is, counted before anything is built from it. */
public final class RuleSize {
  private long conditions;
  private long regularExpressions;

  private RuleSize(Condition when) {
    count(when);
  }

  /** Counts the conditions of a rule. */
  public static RuleSize of(Condition when) {
    return new RuleSize(when);
  }

  /** Conditions, constraints and listed values, as they are written. */
  public long conditions() {
    return conditions;
  }

  /** The same once each {@code or} is expanded, with the sizes of the regular expressions. */
  public long expanded(long alternatives) {
    return alternatives * conditions + regularExpressions;
  }

  private void count(Condition condition) {
    boolean isJoin = condition instanceof Condition.All || condition instanceof Condition.Any;
    conditions += isJoin ? 0 : 1;
    condition.parts().forEach(this::count);
    if (condition instanceof Condition.Pattern pattern) {
      pattern.constraints().forEach(this::count);
    } else if (condition instanceof Condition.Accumulate accumulate) {
      conditions += accumulate.functions().size();
      accumulate.constraints().forEach(this::count);
    }
  }

  private void count(Constraint constraint) {
    constraint.parts().forEach(this::count);
    conditions += constraint.parts().isEmpty() ? 1 : 0;
    if (constraint instanceof Constraint.Compare compare) {
      count(compare);
    }
  }

  private void count(Constraint.Compare compare) {
    List<Expression> values =
        compare.right() instanceof Expression.Listing listing ? listing.values() : List.of();
    conditions += values.size();
    if (isRegularExpression(compare.operator())
        && compare.right() instanceof Expression.Text text) {
      regularExpressions += RegularExpressionSize.of(text.value(), Integer.MAX_VALUE);
    }
  }

  public static boolean isRegularExpression(Operator operator) {
    return operator == Operator.MATCHES || operator == Operator.NOT_MATCHES;
  }
}
