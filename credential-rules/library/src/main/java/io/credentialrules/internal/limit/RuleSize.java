package io.credentialrules.internal.limit;

import io.credentialrules.policy.Condition;
import io.credentialrules.policy.Constraint;
import io.credentialrules.policy.Expression;
import io.credentialrules.policy.Operator;
import java.util.List;

/** How large a rule is, counted before anything is built from it. */
public final class RuleSize {
  private long conditions;
  private long regularExpressions;

  private RuleSize(Condition when) {
    count(when);
  }

  /** Counts what a rule asks for. */
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
    conditions++;
    if (condition instanceof Condition.All all) {
      conditions--;
      all.parts().forEach(this::count);
    } else if (condition instanceof Condition.Any any) {
      conditions--;
      any.parts().forEach(this::count);
    } else if (condition instanceof Condition.Not not) {
      count(not.part());
    } else if (condition instanceof Condition.Exists exists) {
      count(exists.part());
    } else if (condition instanceof Condition.ForAll forAll) {
      count(forAll.each());
      forAll.fits().forEach(this::count);
    } else if (condition instanceof Condition.Pattern pattern) {
      pattern.constraints().forEach(this::count);
    } else if (condition instanceof Condition.Accumulate accumulate) {
      count(accumulate.source());
      conditions += accumulate.functions().size();
      accumulate.constraints().forEach(this::count);
    }
  }

  private void count(Constraint constraint) {
    if (constraint instanceof Constraint.Both both) {
      both.parts().forEach(this::count);
    } else if (constraint instanceof Constraint.Either either) {
      either.parts().forEach(this::count);
    } else if (constraint instanceof Constraint.Opposite opposite) {
      count(opposite.part());
    } else {
      conditions++;
      if (constraint instanceof Constraint.Compare compare) {
        count(compare);
      }
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
