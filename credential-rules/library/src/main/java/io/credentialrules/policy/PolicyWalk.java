package io.credentialrules.policy;

import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Visits the conditions of a rule, as its author wrote it, from left to right. Override a method to
 * see what it visits; call the one that is overridden to go on to what is within.
 */
public interface PolicyWalk {

  /** Visits a condition and what is within it. */
  default void condition(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      for (Constraint constraint : pattern.constraints()) {
        constraint(constraint, pattern);
      }
      return;
    }
    for (Condition part : condition.parts()) {
      condition(part);
    }
    if (condition instanceof Condition.GroupBy groups) {
      expression(groups.key());
    }
    if (condition instanceof Condition.Accumulate accumulate) {
      for (Condition.Aggregate function : accumulate.functions()) {
        if (function.argument() != null) {
          expression(function.argument());
        }
      }
      for (Constraint constraint : accumulate.constraints()) {
        constraint(constraint, null);
      }
    }
  }

  /**
   * Visits a constraint and what is within it.
   *
   * @param pattern the pattern whose fields it names; null in the results of an accumulate
   */
  default void constraint(Constraint constraint, Condition.@Nullable Pattern pattern) {
    for (Constraint part : constraint.parts()) {
      constraint(part, pattern);
    }
    if (constraint instanceof Constraint.Bind bind) {
      expression(bind.value());
    } else if (constraint instanceof Constraint.Compare compare) {
      expression(compare.left());
      expression(compare.right());
    } else if (constraint instanceof Constraint.IsTrue isTrue) {
      expression(isTrue.value());
    }
  }

  /** Visits an expression and what is within it. */
  default void expression(Expression expression) {
    for (Expression part : expression.parts()) {
      expression(part);
    }
  }
}
