package io.credentialrules.internal.resolve;

import io.credentialrules.policy.Condition;
import io.credentialrules.policy.Constraint;
import io.credentialrules.policy.Expression;
import org.jspecify.annotations.Nullable;

/** Visits everything that a rule asks for, as its author wrote it, from left to right. */
public interface PolicyWalk {

  default void condition(Condition condition) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(this::condition);
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(this::condition);
    } else if (condition instanceof Condition.Not not) {
      condition(not.part());
    } else if (condition instanceof Condition.Exists exists) {
      condition(exists.part());
    } else if (condition instanceof Condition.ForAll forAll) {
      condition(forAll.each());
      forAll.fits().forEach(this::condition);
    } else if (condition instanceof Condition.Pattern pattern) {
      pattern.constraints().forEach(constraint -> constraint(constraint, pattern));
    } else if (condition instanceof Condition.Accumulate accumulate) {
      condition(accumulate.source());
      for (Condition.Aggregate function : accumulate.functions()) {
        if (function.argument() != null) {
          expression(function.argument());
        }
      }
      accumulate.constraints().forEach(constraint -> constraint(constraint, null));
    }
  }

  /** With the pattern whose fields it names; null in the results of an accumulate. */
  default void constraint(Constraint constraint, Condition.@Nullable Pattern pattern) {
    if (constraint instanceof Constraint.Bind bind) {
      expression(bind.value());
    } else if (constraint instanceof Constraint.Compare compare) {
      expression(compare.left());
      expression(compare.right());
    } else if (constraint instanceof Constraint.IsTrue isTrue) {
      expression(isTrue.value());
    } else if (constraint instanceof Constraint.Opposite opposite) {
      constraint(opposite.part(), pattern);
    } else if (constraint instanceof Constraint.Both both) {
      both.parts().forEach(part -> constraint(part, pattern));
    } else if (constraint instanceof Constraint.Either either) {
      either.parts().forEach(part -> constraint(part, pattern));
    }
  }

  default void expression(Expression expression) {
    if (expression instanceof Expression.Property property) {
      expression(property.target());
    } else if (expression instanceof Expression.Call call) {
      expression(call.target());
      call.arguments().forEach(this::expression);
    } else if (expression instanceof Expression.Listing listing) {
      listing.values().forEach(this::expression);
    }
  }
}
