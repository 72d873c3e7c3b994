package io.credentialrules.internal.resolve;

import io.credentialrules.internal.fault.ValueFaults;
import io.credentialrules.internal.program.Capped;
import io.credentialrules.internal.program.Capped.Way;
import io.credentialrules.internal.program.OncePer;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Expression;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Resolves what the functions of an accumulate are given. Returns null where it has reported a
 * problem.
 */
final class Arguments {
  private static final BigDecimal MOST_COUNTED = BigDecimal.valueOf(1_000_000);

  private final Expressions expressions;
  private final Findings findings;

  Arguments(Expressions expressions, Findings findings) {
    this.expressions = expressions;
    this.findings = findings;
  }

  @Nullable Value of(Condition.Aggregate aggregate, Expression argument) {
    if (argument instanceof Expression.OncePer once) {
      return oncePer(aggregate, once);
    }
    if (argument instanceof Expression.NamedCap capped) {
      boolean isValue = capped.most() instanceof Expression.Text;
      findings.error(
          capped.most().span(),
          ValueFaults.badArgumentCap(
              aggregate.function(),
              isValue || capped.most() instanceof Expression.Named
                  ? "a number"
                  : "a number, or a value that the pack declares"));
      return null;
    }
    return argument instanceof Expression.Capped capped
        ? capped(aggregate, capped)
        : expressions.resolve(argument);
  }

  private @Nullable Value oncePer(Condition.Aggregate aggregate, Expression.OncePer once) {
    Value value = expressions.resolve(once.value());
    Value key = expressions.resolve(once.key());
    Value by = expressions.resolve(once.by());
    if (value == null || key == null || by == null) {
      return null;
    }
    boolean isBest = aggregate.function().endsWith("Best");
    FieldKind decides = isBest ? FieldKind.AMOUNT : FieldKind.DATE;
    if (!by.type().is(decides)) {
      findings.error(
          once.by().span(),
          ValueFaults.typeMismatchOncePer(
              aggregate.function(), decides.described(), by.type().described()));
      return null;
    }
    return new OncePer(value, key, by, aggregate.function().endsWith("First"));
  }

  private @Nullable Value capped(Condition.Aggregate aggregate, Expression.Capped capped) {
    Value value = expressions.resolve(capped.value());
    Value key = capped.key() == null ? null : expressions.resolve(capped.key());
    if (value == null || (key == null && capped.key() != null)) {
      return null;
    }
    BigDecimal most = capped.most().value();
    Way way = way(aggregate.function());
    boolean isNumber = way == Way.GREATEST || aggregate.function().startsWith("count");
    if (isNumber && (!isWhole(most) || most.compareTo(MOST_COUNTED) > 0)) {
      findings.error(
          capped.most().span(), ValueFaults.badArgumentCap(aggregate.function(), "a whole number"));
      return null;
    }
    if (most.signum() <= 0) {
      findings.error(
          capped.most().span(), ValueFaults.badArgumentCap(aggregate.function(), "more than 0"));
      return null;
    }
    return new Capped(value, way, most, key);
  }

  private static Way way(String function) {
    if (function.endsWith("Greatest")) {
      return Way.GREATEST;
    }
    return function.equals("sumOfItemsUpTo") ? Way.ITEMS : Way.AMOUNT;
  }

  private static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }
}
