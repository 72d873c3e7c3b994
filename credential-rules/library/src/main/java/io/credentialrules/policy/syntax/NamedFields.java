package io.credentialrules.policy.syntax;

import java.util.Set;

/**
 * Takes for named values what was read as fields: a value can be declared after the rules that name
 * it, and in another file.
 */
final class NamedFields extends Rewriting {
  private final Set<String> names;

  private NamedFields(Set<String> names) {
    this.names = names;
  }

  static Condition.All in(Condition.All when, Set<String> names) {
    return new NamedFields(names).all(when);
  }

  @Override
  Expression replaced(Expression expression) {
    return expression instanceof Expression.Field field && names.contains(field.name())
        ? new Expression.Named(field.name(), field.span())
        : expression;
  }
}
