package io.credentialrules.policy.syntax;

import io.credentialrules.policy.PolicyWalk;
import java.util.ArrayList;
import java.util.List;

/** Finds the named values that conditions use, in their order; one that is used twice is twice. */
final class NameUses implements PolicyWalk {
  private final List<Expression.Named> uses = new ArrayList<>();

  private NameUses() {}

  /** Of a condition of any kind. */
  static List<Expression.Named> in(Condition condition) {
    NameUses uses = new NameUses();
    uses.condition(condition);
    return uses.uses;
  }

  @Override
  public void expression(Expression expression) {
    if (expression instanceof Expression.Named named) {
      uses.add(named);
    }
    PolicyWalk.super.expression(expression);
  }
}
