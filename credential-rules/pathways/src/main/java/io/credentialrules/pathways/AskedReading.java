package io.credentialrules.pathways;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds in the conditions of a rule what CTDL can say: credentials and requirements, any of several
 * and so many of several. What looks at facts, at what is missing or at dates is not of that kind.
 */
final class AskedReading {
  private final BiFunction<String, String, String> nodes;

  /**
   * A reading.
   *
   * @param nodes the node of a fact type, {@code Earned} or {@code Met}, and an id
   */
  AskedReading(BiFunction<String, String, String> nodes) {
    this.nodes = nodes;
  }

  /** What a condition asks for; null where CTDL cannot say it. */
  @Nullable ComponentCondition of(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      List<ComponentCondition> named = named(pattern, 1);
      return named == null
          ? null
          : named.size() == 1 ? named.get(0) : new ComponentCondition.Some(1, named);
    }
    if (condition instanceof Condition.All all) {
      List<ComponentCondition> parts = parts(all.parts());
      return parts == null ? null : ComponentCondition.Some.all(parts);
    }
    if (condition instanceof Condition.Any any) {
      List<ComponentCondition> parts = parts(any.parts());
      return parts == null ? null : new ComponentCondition.Some(1, parts);
    }
    if (condition instanceof Condition.Exists exists) {
      return of(exists.part());
    }
    return condition instanceof Condition.Accumulate total ? total(total) : null;
  }

  private @Nullable List<ComponentCondition> parts(List<Condition> conditions) {
    List<ComponentCondition> parts = new ArrayList<>();
    for (Condition condition : conditions) {
      ComponentCondition part = of(condition);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return parts;
  }

  /** {@code accumulate( Earned( credential in ( … ), $c : credential ); $n : count…; $n >= 3 )}. */
  private @Nullable ComponentCondition total(Condition.Accumulate total) {
    if (!(total.source() instanceof Condition.Pattern pattern)
        || total.functions().size() != 1
        || total.constraints().size() != 1) {
      return null;
    }
    Condition.Aggregate function = total.functions().get(0);
    int least = least(total.constraints().get(0), function.variable());
    List<ComponentCondition> named = counts(function, pattern) ? named(pattern, 2) : null;
    return named == null || least < 1 || least > named.size()
        ? null
        : new ComponentCondition.Some(least, named);
  }

  /** Whether each credential or requirement counts once. */
  private static boolean counts(Condition.Aggregate function, Condition.Pattern pattern) {
    return switch (function.function()) {
      case "count" -> true;
      case "countDistinct" ->
          function.argument() instanceof Expression.Variable counted
              && pattern.constraints().stream()
                  .anyMatch(
                      constraint ->
                          constraint instanceof Constraint.Bind bind
                              && bind.variable().equals(counted.name())
                              && isId(bind.value(), pattern));
      default -> false;
    };
  }

  private static int least(Constraint constraint, @Nullable String variable) {
    if (constraint instanceof Constraint.Compare compare
        && compare.left() instanceof Expression.Variable left
        && left.name().equals(variable)
        && compare.right() instanceof Expression.Number number
        && number.value().signum() > 0
        && number.value().scale() <= 0
        && number.value().precision() < 6) {
      int value = number.value().intValueExact();
      return switch (compare.operator()) {
        case AT_LEAST -> value;
        case MORE -> value + 1;
        default -> 0;
      };
    }
    return 0;
  }

  /**
   * The credentials or requirements that a pattern names, any of which fits; null where it asks for
   * more, such as a date.
   *
   * @param mostConstraints two where the id may be bound too
   */
  private @Nullable List<ComponentCondition> named(Condition.Pattern pattern, int mostConstraints) {
    boolean isKnown =
        pattern.type().equals(Vocabulary.EARNED) || pattern.type().equals(Vocabulary.MET);
    if (!isKnown
        || pattern.variable() != null
        || !pattern.including().isEmpty()
        || pattern.constraints().size() > mostConstraints) {
      return null;
    }
    List<ComponentCondition> named = null;
    for (Constraint constraint : pattern.constraints()) {
      if (constraint instanceof Constraint.Compare compare && isId(compare.left(), pattern)) {
        named = named == null ? ids(compare, pattern.type()) : null;
        if (named == null) {
          return null;
        }
      } else if (!(constraint instanceof Constraint.Bind bind && isId(bind.value(), pattern))) {
        return null;
      }
    }
    return named;
  }

  private @Nullable List<ComponentCondition> ids(Constraint.Compare compare, String type) {
    List<Expression> values =
        compare.operator() == Operator.IN && compare.right() instanceof Expression.Listing listing
            ? listing.values()
            : compare.operator() == Operator.EQUAL ? List.of(compare.right()) : List.of();
    List<ComponentCondition> ids = new ArrayList<>();
    for (Expression value : values) {
      if (!(value instanceof Expression.Text text)) {
        return null;
      }
      ComponentCondition one = new ComponentCondition.Component(nodes.apply(type, text.value()));
      if (!ids.contains(one)) {
        ids.add(one);
      }
    }
    return ids.isEmpty() ? null : ids;
  }

  private static boolean isId(Expression value, Condition.Pattern pattern) {
    return value instanceof Expression.Field field
        && field
            .name()
            .equals(pattern.type().equals(Vocabulary.EARNED) ? "credential" : "requirement");
  }
}
