package io.credentialrules.internal.resolve;

import com.google.re2j.PatternSyntaxException;
import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.fault.ValueFaults;
import io.credentialrules.internal.program.Calculation;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.CompiledFormula;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.Scale;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Types comparisons strictly: values of different kinds are never compared, and nothing is
 * converted with loss.
 */
final class Comparisons {
  private final Vocabulary vocabulary;
  private final Expressions expressions;
  private final List<Scale> scales;
  private final Literals literals;
  private final Findings findings;

  Comparisons(
      Vocabulary vocabulary, Expressions expressions, List<Scale> scales, Findings findings) {
    this.vocabulary = vocabulary;
    this.expressions = expressions;
    this.scales = scales;
    this.literals = new Literals(scales, findings);
    this.findings = findings;
  }

  @Nullable Test resolve(Constraint.Compare compare) {
    Operator operator = compare.operator();
    if (operator == Operator.IN || operator == Operator.NOT_IN) {
      return oneOf(compare);
    }
    Value left = expressions.resolve(compare.left());
    Value right = expressions.resolve(compare.right());
    if (left == null || right == null) {
      return null;
    }
    if (isConstant(left) && isConstant(right)) {
      findings.error(compare.span(), ValueFaults.constantComparison(compare.text()));
      return null;
    }
    if (left.key().equals(right.key())) {
      findings.error(compare.span(), ValueFaults.sameValues(compare.text()));
      return null;
    }
    if (DateChain.isTodayByItself(left, right)) {
      findings.error(compare.span(), ValueFaults.sameValuesToday(compare.text()));
      return null;
    }
    if (right.type() instanceof ValueType.Absent && left instanceof Calculation) {
      findings.error(compare.span(), ValueFaults.typeMismatchNullCalculation());
      return null;
    }
    if (Units.differ(vocabulary, left, right)) {
      findings.error(
          compare.span(), ValueFaults.differentUnits(compare.text(), left.unit(), right.unit()));
      return null;
    }
    return switch (operator) {
      case EQUAL, NOT_EQUAL -> equality(compare, left, right);
      case LESS, AT_MOST, MORE, AT_LEAST -> order(compare, left, right);
      case CONTAINS, NOT_CONTAINS -> containment(compare, left, right, compare.left().span());
      case MEMBER_OF, NOT_MEMBER_OF -> containment(compare, right, left, compare.right().span());
      case MATCHES, NOT_MATCHES -> matches(compare, left, right);
      case IN, NOT_IN -> throw new IllegalStateException("handled above");
    };
  }

  /** Whether it is written in the policy, or calculated from what is. */
  private static boolean isConstant(Value value) {
    return value.isLiteral() || (value instanceof Calculation && value.slots().isEmpty());
  }

  private @Nullable Test equality(Constraint.Compare compare, Value left, Value right) {
    if (isConstant(left)) {
      return equality(compare, right, left);
    }
    Value fitting =
        right.type() instanceof ValueType.Absent
            ? right
            : fitted(compare, left, right, compare.right().span());
    return fitting == null ? null : test(compare, left, fitting);
  }

  private @Nullable Test order(Constraint.Compare compare, Value left, Value right) {
    if (isConstant(left)) {
      return order(compare.mirrored(), right, left);
    }
    Operator operator = compare.operator();
    boolean ordered =
        left.type().is(FieldKind.AMOUNT)
            || left.type().is(FieldKind.DATE)
            || left.type().is(FieldKind.LEVEL);
    if (!ordered || right.type() instanceof ValueType.Absent) {
      findings.error(
          compare.span(),
          ValueFaults.noOrder(
              operator.symbol(),
              left.type().described(),
              right.type().described(),
              left.type().is(FieldKind.TEXT)
                  ? "texts have no order; use `==`, `in` or `matches`"
                  : ""));
      return null;
    }
    Value fitting = fitted(compare, left, right, compare.right().span());
    if (fitting == null) {
      return null;
    }
    if (!left.type().is(FieldKind.LEVEL)) {
      return test(compare, left, fitting);
    }
    Scale scale = scale(compare, left, fitting);
    return scale == null
        ? null
        : new Test(compare, new Comparison(left, operator, fitting, scale.levels()));
  }

  /** The scale that orders two levels; null where none is known, which is reported. */
  private @Nullable Scale scale(Constraint.Compare compare, Value left, Value right) {
    if (scales.isEmpty()) {
      boolean areGrades = mayBeOffScale(left);
      findings.error(
          compare.span(), areGrades ? ValueFaults.noScaleGrades() : ValueFaults.noScale());
      return null;
    }
    for (Scale scale : scales) {
      if (right.literal() instanceof String level && scale.levels().contains(level)) {
        return scale;
      }
    }
    if (scales.size() > 1) {
      findings.error(compare.span(), ValueFaults.noScaleSeveral(compare.text()));
      return null;
    }
    return scales.get(0);
  }

  private static boolean mayBeOffScale(Value value) {
    return value.field() != null && value.field().offScale();
  }

  /** The right value in the kind of the left one, or null when it has another kind. */
  private @Nullable Value fitted(
      Constraint.Compare compare, Value left, Value right, SourceSpan rightSpan) {
    boolean isAnyText =
        right.literal() instanceof String
            && mayBeOffScale(left)
            && !compare.operator().isOrdering();
    return isAnyText ? right : literals.fitted(compare, left.type(), right, rightSpan);
  }

  private @Nullable Test oneOf(Constraint.Compare compare) {
    Value left = expressions.resolve(compare.left());
    if (!(compare.right() instanceof Expression.Listing listing)) {
      findings.error(
          compare.right().span(),
          ConstraintFaults.listWithoutParentheses(
              "write `in ( \"A\", \"B\" )`; for a set that was collected, write `memberOf`"));
      return null;
    }
    List<Value> values = new ArrayList<>();
    boolean complete = left != null;
    for (Expression element : listing.values()) {
      Value value = expressions.resolve(element);
      if (left == null || value == null) {
        complete = false;
        continue;
      }
      if (value.type() instanceof ValueType.Absent) {
        findings.error(element.span(), ValueFaults.typeMismatchNullInList());
        complete = false;
        continue;
      }
      boolean isToday = DateChain.isTodayByItself(left, value);
      if (isToday) {
        findings.error(compare.span(), ValueFaults.sameValuesToday(compare.text()));
      }
      Value fitting = isToday ? null : fitted(compare, left, value, element.span());
      if (fitting == null) {
        complete = false;
      } else {
        values.add(fitting);
      }
    }
    if (!complete || left == null) {
      return null;
    }
    if (left.isLiteral()) {
      findings.error(compare.left().span(), ValueFaults.constantComparisonList());
      return null;
    }
    return test(compare, left, new Value.Listing(values));
  }

  private @Nullable Test containment(
      Constraint.Compare compare, Value container, Value element, SourceSpan containerSpan) {
    ValueType elementType;
    if (container.type() instanceof ValueType.Collected collected) {
      elementType = collected.element();
    } else if (container.type().is(FieldKind.TEXTS) || container.type().is(FieldKind.TEXT)) {
      elementType = ValueType.of(FieldKind.TEXT);
    } else {
      findings.error(containerSpan, ValueFaults.typeMismatchContains(container.type().described()));
      return null;
    }
    Value fitting = literals.fitted(compare, elementType, element, compare.span());
    if (fitting == null) {
      return null;
    }
    boolean containerLeft =
        compare.operator() == Operator.CONTAINS || compare.operator() == Operator.NOT_CONTAINS;
    return containerLeft ? test(compare, container, fitting) : test(compare, fitting, container);
  }

  private @Nullable Test matches(Constraint.Compare compare, Value left, Value right) {
    boolean isText = left.type().is(FieldKind.TEXT) || left.type().is(FieldKind.LEVEL);
    if (!isText || left.isLiteral()) {
      findings.error(
          compare.left().span(), ValueFaults.typeMismatchMatchesLeft(left.type().described()));
      return null;
    }
    if (!(right.literal() instanceof String expression)) {
      findings.error(compare.right().span(), ValueFaults.typeMismatchMatchesRight());
      return null;
    }
    try {
      return test(compare, left, right);
    } catch (PatternSyntaxException wrong) {
      findings.error(
          compare.right().span(),
          isWildcard(expression)
              ? ValueFaults.badRegularExpressionWildcard(
                  expression, expression.replace('?', '.').replace("*", ".*"))
              : ValueFaults.badRegularExpression(expression, wrong.getDescription()));
      return null;
    }
  }

  /** Letters with the wildcards of file names among them, and no other sign of an expression. */
  private static boolean isWildcard(String expression) {
    return expression
        .chars()
        .allMatch(c -> Character.isLetterOrDigit(c) || " -_?*".indexOf(c) >= 0);
  }

  private Test test(Constraint.Compare compare, Value left, Value right) {
    return new Test(
        compare,
        expressions.shared(new CompiledFormula(new Comparison(left, compare.operator(), right))));
  }
}
