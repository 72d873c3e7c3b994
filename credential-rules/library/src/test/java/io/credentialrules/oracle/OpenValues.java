package io.credentialrules.oracle;

import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What constraints may come to say while fields are open. Whatever is said of something open may
 * hold, and may not.
 */
class OpenValues extends Values {
  private final BiPredicate<Object, String> open;

  /** With the fields of facts that are open. */
  OpenValues(
      ZonedDateTime asOf,
      List<List<String>> scales,
      Function<String, @Nullable Expression> named,
      BiPredicate<Object, String> open) {
    super(asOf, scales, named);
    this.open = open;
  }

  @Override
  boolean holds(
      Constraint constraint, Map<String, @Nullable Object> variables, @Nullable Object self) {
    return may(constraint, true, variables, self);
  }

  private boolean may(
      Constraint constraint,
      boolean hold,
      Map<String, @Nullable Object> variables,
      @Nullable Object self) {
    if (constraint instanceof Constraint.Opposite opposite) {
      return may(opposite.part(), !hold, variables, self);
    }
    if (constraint instanceof Constraint.Both both) {
      return hold
          ? both.parts().stream().allMatch(part -> may(part, true, variables, self))
          : both.parts().stream().anyMatch(part -> may(part, false, variables, self));
    }
    if (constraint instanceof Constraint.Either either) {
      return hold
          ? either.parts().stream().anyMatch(part -> may(part, true, variables, self))
          : either.parts().stream().allMatch(part -> may(part, false, variables, self));
    }
    boolean isOpen =
        constraint instanceof Constraint.Compare compare
            ? isOpen(compare.left(), variables, self) || isOpen(compare.right(), variables, self)
            : isOpen(((Constraint.IsTrue) constraint).value(), variables, self);
    return isOpen ? ofOpen(self) : super.holds(constraint, variables, self) == hold;
  }

  /** Whether something that is said of what is open is taken to hold. */
  boolean ofOpen(@Nullable Object self) {
    return true;
  }

  @Override
  @Nullable Object bound(
      Expression expression, Map<String, @Nullable Object> variables, @Nullable Object self) {
    return isOpen(expression, variables, self) ? OPEN : super.bound(expression, variables, self);
  }

  @Override
  boolean isOpen(
      Expression expression, Map<String, @Nullable Object> variables, @Nullable Object self) {
    if (expression instanceof Expression.Field field) {
      return (variables.containsKey(field.name()) || self == null)
          ? variables.get(field.name()) == OPEN
          : open.test(self, field.name());
    }
    if (expression instanceof Expression.Variable variable) {
      return variables.get(variable.name()) == OPEN;
    }
    if (expression instanceof Expression.Property property) {
      Object target = of(property.target(), variables, self);
      return isOpen(property.target(), variables, self)
          || (target != null && open.test(target, property.name()));
    }
    return expression.parts().stream().anyMatch(part -> isOpen(part, variables, self));
  }
}
