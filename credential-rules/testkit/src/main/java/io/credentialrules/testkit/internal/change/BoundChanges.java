package io.credentialrules.testkit.internal.change;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.Scale;
import io.credentialrules.testkit.internal.change.RuleChange.Kind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of bounds: excluded where they are included, and moved by a step to where less is asked
 * for. A step is one in the last digit that the bound is written with, a day, or a level.
 */
final class BoundChanges implements PolicyWalk {
  private static final int FAR = 10;

  private final ChangeCollector found;
  private final Map<String, NamedValue> values;

  BoundChanges(ChangeCollector found, Map<String, NamedValue> values) {
    this.found = found;
    this.values = values;
  }

  @Override
  public void constraint(Constraint constraint, Condition.@Nullable Pattern pattern) {
    if (constraint instanceof Constraint.Compare compare && compare.operator().isOrdering()) {
      strictness(compare);
      Operator operator = compare.operator();
      if (isValue(compare.right())) {
        moved(compare, compare.right(), operator);
      } else if (isValue(compare.left())) {
        moved(compare, compare.left(), operator.mirrored());
      } else {
        apart(compare);
      }
    }
    PolicyWalk.super.constraint(constraint, pattern);
  }

  private static boolean isValue(Expression expression) {
    return expression instanceof Expression.Number
        || expression instanceof Expression.Text
        || expression instanceof Expression.Named;
  }

  private void strictness(Constraint.Compare compare) {
    int from = found.text().end(compare.left().span());
    int to = found.text().start(compare.right().span());
    int at = from > to ? -1 : found.text().code(from, to).indexOf(compare.operator().symbol());
    if (at >= 0) {
      int operator = from + at;
      found.replace(
          Kind.AT_BOUND,
          compare.span(),
          operator,
          operator + compare.operator().symbol().length(),
          strictnessOf(compare.operator()).symbol(),
          Window.ALWAYS);
    }
  }

  private static Operator strictnessOf(Operator operator) {
    return switch (operator) {
      case LESS -> Operator.AT_MOST;
      case AT_MOST -> Operator.LESS;
      case MORE -> Operator.AT_LEAST;
      default -> Operator.MORE;
    };
  }

  /**
   * The bound a step farther, to the side on which the bound itself is not: of {@code >= 80} and of
   * {@code < 80} to 79, of {@code > 80} and of {@code <= 80} to 81.
   */
  private void moved(Constraint.Compare compare, Expression bound, Operator operator) {
    int steps = operator == Operator.AT_LEAST || operator == Operator.LESS ? -1 : 1;
    if (bound instanceof Expression.Named named) {
      NamedValue value = values.get(named.name());
      for (NamedValue.Dated dated : value == null ? List.<NamedValue.Dated>of() : value.values()) {
        moved(compare, bound, dated.value(), steps, dated.window());
      }
    } else {
      moved(compare, bound, bound, steps, Window.ALWAYS);
    }
  }

  private void moved(
      Constraint.Compare compare, Expression at, Expression value, int steps, Window window) {
    add(Kind.BESIDE_BOUND, compare, at, stepped(value, steps), window);
    if (value instanceof Expression.Number) {
      add(Kind.FAR_BOUND, compare, at, stepped(value, FAR), window);
      add(Kind.FAR_BOUND, compare, at, stepped(value, -FAR), window);
    }
  }

  private void add(
      Kind kind, Constraint.Compare compare, Expression at, @Nullable String by, Window window) {
    if (by != null) {
      found.replace(
          kind,
          compare.span(),
          found.text().start(at.span()),
          found.text().end(at.span()),
          by,
          window);
    }
  }

  private @Nullable String stepped(Expression value, int steps) {
    if (value instanceof Expression.Number number) {
      int digits = Math.max(0, number.value().scale());
      BigDecimal other =
          number
              .value()
              .add(BigDecimal.ONE.movePointLeft(digits).multiply(BigDecimal.valueOf(steps)));
      return other.signum() < 0 ? null : other.toPlainString();
    }
    if (value instanceof Expression.Text text) {
      String other = stepped(text.value(), steps);
      return other == null ? null : '"' + other + '"';
    }
    return null;
  }

  private @Nullable String stepped(String text, int steps) {
    Scale scale = found.rule().header().scaleOf(text);
    if (scale != null) {
      int level = scale.levels().indexOf(text) + steps;
      return level < 0 || level >= scale.levels().size() ? null : scale.levels().get(level);
    }
    try {
      return LocalDate.parse(text).plusDays(steps).toString();
    } catch (DateTimeException notADate) {
      return null;
    }
  }

  /** Dates that are compared with each other: what is on the right a day earlier or later. */
  private void apart(Constraint.Compare compare) {
    boolean isDate =
        compare.right() instanceof Expression.Variable
            || compare.right() instanceof Expression.Call
            || compare.right() instanceof Expression.Field;
    if (isDate) {
      boolean isEarlier =
          compare.operator() == Operator.AT_LEAST || compare.operator() == Operator.LESS;
      int end = found.text().end(compare.right().span());
      found.replace(
          Kind.BESIDE_BOUND,
          compare.span(),
          end,
          end,
          isEarlier ? ".minusDays( 1 )" : ".plusDays( 1 )",
          Window.ALWAYS);
    }
  }
}
