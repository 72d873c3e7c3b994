package io.credentialrules.oracle;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What constraints may come to say while fields are open. Whatever is said of something open may
 * hold, and may not.
 */
class OpenValues extends Values {
  private final BiPredicate<Object, String> open;
  private final LocalDate today;

  /** With the fields of facts that are open. */
  OpenValues(
      ZonedDateTime asOf,
      List<List<String>> scales,
      Function<String, @Nullable Expression> named,
      BiPredicate<Object, String> open) {
    super(asOf, scales, named);
    this.open = open;
    this.today = asOf.toLocalDate();
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
    if (isOpen
        && constraint instanceof Constraint.Compare compare
        && isOver(compare, hold, variables, self)) {
      return false;
    }
    return isOpen ? ofOpen(self) : super.holds(constraint, variables, self) == hold;
  }

  /** Whether it had to happen on a day that is over, and what is in progress is not over yet. */
  private boolean isOver(
      Constraint.Compare compare,
      boolean hold,
      Map<String, @Nullable Object> variables,
      @Nullable Object self) {
    Operator operator = hold ? compare.operator() : compare.operator().opposite();
    return isOver(compare.left(), operator, compare.right(), variables, self)
        || isOver(compare.right(), operator.mirrored(), compare.left(), variables, self);
  }

  private boolean isOver(
      Expression own,
      Operator operator,
      Expression other,
      Map<String, @Nullable Object> variables,
      @Nullable Object self) {
    if (!(own instanceof Expression.Field field)
        || !(self instanceof Fact fact)
        || variables.containsKey(field.name())
        || !Openness.isOfTheEnd(fact, field.name())
        || isOpen(other, variables, self)
        || !(other instanceof Expression.Text)) {
      return false;
    }
    LocalDate day = date(Objects.requireNonNull(of(other, variables, self)));
    return switch (operator) {
      case LESS -> !day.isAfter(today);
      case AT_MOST, EQUAL -> day.isBefore(today);
      default -> false;
    };
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
