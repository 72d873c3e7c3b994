package io.credentialrules.internal.resolve;

import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import org.jspecify.annotations.Nullable;

/** Whether conditions compare something by order that may be levels: no numbers are written. */
final class LevelOrders implements PolicyWalk {
  private boolean found;

  private LevelOrders() {}

  static boolean isIn(Condition condition) {
    LevelOrders orders = new LevelOrders();
    orders.condition(condition);
    return orders.found;
  }

  @Override
  public void constraint(Constraint constraint, Condition.@Nullable Pattern pattern) {
    if (constraint instanceof Constraint.Compare compare) {
      found |=
          compare.operator().isOrdering()
              && !(compare.left() instanceof Expression.Number)
              && !(compare.right() instanceof Expression.Number);
    }
    PolicyWalk.super.constraint(constraint, pattern);
  }
}
