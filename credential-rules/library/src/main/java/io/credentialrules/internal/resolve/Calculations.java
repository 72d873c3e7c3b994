package io.credentialrules.internal.resolve;

import io.credentialrules.internal.fault.ValueFaults;
import io.credentialrules.internal.program.Calculation;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Arithmetic;
import io.credentialrules.policy.syntax.Expression;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Types calculations: amounts only, with units that fit, and of a bounded size. Returns null where
 * it has reported a problem.
 */
final class Calculations {
  /** Enough for a weighted mean of fifteen parts; so few that no number grows beyond reason. */
  private static final int MOST_OPERATIONS = 30;

  private final Vocabulary vocabulary;
  private final Expressions expressions;
  private final Findings findings;

  Calculations(Vocabulary vocabulary, Expressions expressions, Findings findings) {
    this.vocabulary = vocabulary;
    this.expressions = expressions;
    this.findings = findings;
  }

  @Nullable Value resolve(Expression.Calculation calculation) {
    Value left = operand(calculation.left(), calculation.operation());
    Value right = operand(calculation.right(), calculation.operation());
    if (left == null || right == null) {
      return null;
    }
    if (calculation.operation() == Arithmetic.DIVIDED_BY && isZero(right)) {
      findings.error(calculation.right().span(), ValueFaults.divisionByZero());
      return null;
    }
    String unit = DerivedUnit.of(vocabulary, left, calculation.operation(), right);
    if (unit == null) {
      findings.error(
          calculation.span(),
          ValueFaults.differentUnitsCalculation(
              calculation.operation().symbol(), left.unit(), right.unit()));
      return null;
    }
    Calculation result = new Calculation(left, calculation.operation(), right, unit);
    if (result.operations() > MOST_OPERATIONS) {
      findings.error(calculation.span(), ValueFaults.tooManyOperations(MOST_OPERATIONS));
      return null;
    }
    Value constant = constant(result);
    return constant == null ? result : constant;
  }

  private @Nullable Value operand(Expression expression, Arithmetic operation) {
    Value value = expressions.resolve(expression);
    if (value != null && !value.type().is(FieldKind.AMOUNT)) {
      findings.error(
          expression.span(),
          ValueFaults.typeMismatchCalculation(operation.symbol(), value.type().described()));
      return null;
    }
    return value;
  }

  private static boolean isZero(Value value) {
    return value.literal() instanceof BigDecimal number && number.signum() == 0;
  }

  /** What is calculated from numbers alone is a number, unless it is a quotient. */
  private static @Nullable Value constant(Calculation calculation) {
    if (!(calculation.left().literal() instanceof BigDecimal left)
        || !(calculation.right().literal() instanceof BigDecimal right)) {
      return null;
    }
    return switch (calculation.operation()) {
      case PLUS -> Value.Literal.of(FieldKind.AMOUNT, left.add(right));
      case MINUS -> Value.Literal.of(FieldKind.AMOUNT, left.subtract(right));
      case TIMES -> Value.Literal.of(FieldKind.AMOUNT, left.multiply(right));
      case DIVIDED_BY -> null;
    };
  }
}
