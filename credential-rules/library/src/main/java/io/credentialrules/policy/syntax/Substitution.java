package io.credentialrules.policy.syntax;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts values in the place of their names. What is a member of a named list is one of its values,
 * so that a list needs no kind of its own; where no list is allowed, its name stays.
 */
final class Substitution extends Rewriting {
  private final Map<String, Expression> values;

  private Substitution(Map<String, Expression> values) {
    this.values = values;
  }

  /** Conditions with these values, by name. */
  static Condition.All in(Condition.All when, Map<String, Expression> values) {
    return new Substitution(values).all(when);
  }

  @Override
  Expression replaced(Expression expression) {
    if (expression instanceof Expression.Named named) {
      Expression value = values.get(named.name());
      return value == null || value instanceof Expression.Listing ? named : at(value, named.span());
    }
    if (expression instanceof Expression.Property property
        && property.name().equals("size")
        && list(property.target()) instanceof Expression.Listing list) {
      return size(list, property.span());
    }
    if (expression instanceof Expression.Call call
        && call.method().equals("size")
        && call.arguments().isEmpty()
        && list(call.target()) instanceof Expression.Listing list) {
      return size(list, call.span());
    }
    return expression instanceof Expression.Listing listing ? spread(listing) : expression;
  }

  @Override
  Constraint.Compare meant(Constraint.Compare compare) {
    Expression left = compare.left();
    Expression right = compare.right();
    return switch (compare.operator()) {
      case MEMBER_OF, NOT_MEMBER_OF ->
          right instanceof Expression.Named ? oneOf(compare, false) : compare;
      case CONTAINS, NOT_CONTAINS -> list(left) == null ? compare : oneOf(compare, true);
      default -> compare;
    };
  }

  private static Constraint.Compare oneOf(Constraint.Compare compare, boolean isListLeft) {
    boolean is =
        compare.operator() == Operator.MEMBER_OF || compare.operator() == Operator.CONTAINS;
    Expression list = isListLeft ? compare.left() : compare.right();
    return new Constraint.Compare(
        isListLeft ? compare.right() : compare.left(),
        is ? Operator.IN : Operator.NOT_IN,
        new Expression.Listing(List.of(list), list.span()),
        compare.text(),
        compare.span());
  }

  private static Expression size(Expression.Listing list, SourceSpan span) {
    return new Expression.Number(BigDecimal.valueOf(list.values().size()), span);
  }

  private Expression spread(Expression.Listing listing) {
    List<Expression> spread = new ArrayList<>();
    for (Expression value : listing.values()) {
      if (list(value) instanceof Expression.Listing list) {
        list.values().forEach(one -> spread.add(at(one, value.span())));
      } else {
        spread.add(value);
      }
    }
    return new Expression.Listing(spread, listing.span());
  }

  /** The list that an expression names; null where it names none. */
  private @Nullable Expression list(Expression expression) {
    return expression instanceof Expression.Named named
            && values.get(named.name()) instanceof Expression.Listing list
        ? list
        : null;
  }

  /** A value as if it stood where its name does. */
  private static Expression at(Expression value, SourceSpan span) {
    if (value instanceof Expression.Text text) {
      return new Expression.Text(text.value(), span);
    }
    if (value instanceof Expression.Number number) {
      return new Expression.Number(number.value(), span);
    }
    return value instanceof Expression.Truth truth
        ? new Expression.Truth(truth.value(), span)
        : value;
  }
}
