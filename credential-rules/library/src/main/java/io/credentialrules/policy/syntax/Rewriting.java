package io.credentialrules.policy.syntax;

import java.util.List;

/**
 * Makes conditions anew with other expressions in them, from the innermost to the outermost. Texts
 * and places stay, so that a message shows what the author wrote.
 */
abstract class Rewriting {

  /** What replaces an expression whose parts are rewritten already. */
  abstract Expression replaced(Expression expression);

  /** The comparison that is rewritten in the place of another. */
  Constraint.Compare meant(Constraint.Compare compare) {
    return compare;
  }

  final Condition.All all(Condition.All all) {
    return new Condition.All(conditions(all.parts()), all.text(), all.span());
  }

  private List<Condition> conditions(List<Condition> conditions) {
    return conditions.stream().map(this::condition).toList();
  }

  private Condition condition(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all(all);
    }
    if (condition instanceof Condition.Any any) {
      return new Condition.Any(conditions(any.parts()), any.text(), any.span());
    }
    if (condition instanceof Condition.Not not) {
      return new Condition.Not(condition(not.part()), not.text(), not.span());
    }
    if (condition instanceof Condition.Exists exists) {
      return new Condition.Exists(condition(exists.part()), exists.text(), exists.span());
    }
    if (condition instanceof Condition.ForAll forAll) {
      return new Condition.ForAll(
          pattern(forAll.each()),
          forAll.fits().stream().map(this::pattern).toList(),
          forAll.text(),
          forAll.span());
    }
    if (condition instanceof Condition.Accumulate accumulate) {
      return accumulate(accumulate);
    }
    if (condition instanceof Condition.GroupBy groups) {
      return new Condition.GroupBy(
          accumulate(groups.each()),
          groups.variable(),
          expression(groups.key()),
          groups.text(),
          groups.span());
    }
    return pattern((Condition.Pattern) condition);
  }

  private Condition.Accumulate accumulate(Condition.Accumulate accumulate) {
    return new Condition.Accumulate(
        condition(accumulate.source()),
        accumulate.functions().stream().map(this::function).toList(),
        constraints(accumulate.constraints()),
        accumulate.text(),
        accumulate.span());
  }

  private Condition.Pattern pattern(Condition.Pattern pattern) {
    return new Condition.Pattern(
        pattern.variable(),
        pattern.type(),
        pattern.typeSpan(),
        constraints(pattern.constraints()),
        pattern.including(),
        pattern.text(),
        pattern.span());
  }

  private Condition.Aggregate function(Condition.Aggregate function) {
    Expression argument = function.argument();
    return new Condition.Aggregate(
        function.variable(),
        function.function(),
        function.functionSpan(),
        argument == null ? null : expression(argument),
        function.text(),
        function.span());
  }

  private List<Constraint> constraints(List<Constraint> constraints) {
    return constraints.stream().map(this::constraint).toList();
  }

  private Constraint constraint(Constraint constraint) {
    if (constraint instanceof Constraint.Compare written) {
      Constraint.Compare compare = meant(written);
      return new Constraint.Compare(
          expression(compare.left()),
          compare.operator(),
          expression(compare.right()),
          compare.text(),
          compare.span());
    }
    if (constraint instanceof Constraint.Bind bind) {
      return new Constraint.Bind(
          bind.variable(), expression(bind.value()), bind.text(), bind.span());
    }
    if (constraint instanceof Constraint.IsTrue isTrue) {
      return new Constraint.IsTrue(expression(isTrue.value()), isTrue.text(), isTrue.span());
    }
    if (constraint instanceof Constraint.Both both) {
      return new Constraint.Both(constraints(both.parts()), both.text(), both.span());
    }
    if (constraint instanceof Constraint.Either either) {
      return new Constraint.Either(constraints(either.parts()), either.text(), either.span());
    }
    Constraint.Opposite opposite = (Constraint.Opposite) constraint;
    return new Constraint.Opposite(constraint(opposite.part()), opposite.text(), opposite.span());
  }

  private List<Expression> expressions(List<Expression> expressions) {
    return expressions.stream().map(this::expression).toList();
  }

  final Expression expression(Expression expression) {
    return replaced(withPartsReplaced(expression));
  }

  private Expression withPartsReplaced(Expression expression) {
    if (expression instanceof Expression.Property property) {
      return new Expression.Property(
          expression(property.target()), property.name(), property.nameSpan(), property.span());
    }
    if (expression instanceof Expression.Call call) {
      return new Expression.Call(
          expression(call.target()),
          call.method(),
          call.methodSpan(),
          expressions(call.arguments()),
          call.span());
    }
    if (expression instanceof Expression.Calculation calculation) {
      return new Expression.Calculation(
          expression(calculation.left()),
          calculation.operation(),
          expression(calculation.right()),
          calculation.span());
    }
    if (expression instanceof Expression.OncePer once) {
      return new Expression.OncePer(
          expression(once.value()), expression(once.key()), expression(once.by()), once.span());
    }
    if (expression instanceof Expression.Capped capped) {
      Expression key = capped.key();
      return new Expression.Capped(
          expression(capped.value()),
          capped.most(),
          key == null ? null : expression(key),
          capped.span());
    }
    if (expression instanceof Expression.NamedCap capped) {
      Expression most = expression(capped.most());
      Expression value = expression(capped.value());
      Expression key = capped.key() == null ? null : expression(capped.key());
      return most instanceof Expression.Number number
          ? new Expression.Capped(value, number, key, capped.span())
          : new Expression.NamedCap(value, most, key, capped.span());
    }
    return expression instanceof Expression.Listing listing
        ? new Expression.Listing(expressions(listing.values()), listing.span())
        : expression;
  }
}
