package io.credentialrules.internal.program;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.syntax.Arithmetic;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Two amounts joined; absent where one of them is, and by a divisor of zero. Its quotients are
 * rounded only where a number is needed.
 *
 * @param operations how many operations it takes to compute it, those of names included
 */
public record Calculation(
    Value left, Arithmetic operation, Value right, String unit, int operations) implements Value {

  /** The result of an operation in a unit. */
  public Calculation(Value left, Arithmetic operation, Value right, String unit) {
    this(left, operation, right, unit, 1 + operations(left) + operations(right));
  }

  /** How many operations it takes to compute a value. */
  public static int operations(Value value) {
    return value instanceof Calculation calculation ? calculation.operations : 0;
  }

  @Override
  public ValueType type() {
    return ValueType.of(FieldKind.AMOUNT);
  }

  @Override
  public @Nullable Object in(Row row) {
    return exactly(row) instanceof Fraction exact ? exact.rounded() : null;
  }

  @Override
  public @Nullable Object exactly(Row row) {
    Object one = left.exactly(row);
    Object other = right.exactly(row);
    if (one == null || other == null) {
      return null;
    }
    Fraction first = Fraction.of(one);
    Fraction second = Fraction.of(other);
    return switch (operation) {
      case PLUS -> first.plus(second);
      case MINUS -> first.minus(second);
      case TIMES -> first.times(second);
      case DIVIDED_BY -> first.dividedBy(second);
    };
  }

  @Override
  public void visit(Consumer<Value> visitor) {
    visitor.accept(this);
    left.visit(visitor);
    right.visit(visitor);
  }

  @Override
  public String key(IntFunction<String> slotNames) {
    return "(" + left.key(slotNames) + " " + operation.symbol() + " " + right.key(slotNames) + ")";
  }
}
