package io.credentialrules.oracle;

import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Expression;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** With what is pretended, which fits its own pattern, and may fit the others or may not. */
final class PretendedValues extends OpenValues {
  private final Object pretended;
  private final boolean hopefully;

  /**
   * With the fields of facts that are open.
   *
   * @param hopefully whether whatever is said of it elsewhere holds, or does not
   */
  PretendedValues(
      ZonedDateTime asOf,
      List<List<String>> scales,
      Function<String, @Nullable Expression> named,
      BiPredicate<Object, String> open,
      Object pretended,
      boolean hopefully) {
    super(asOf, scales, named, open);
    this.pretended = pretended;
    this.hopefully = hopefully;
  }

  /** Two facts that are pretended may be one or two. */
  @Override
  boolean isOpen(
      Expression expression, Map<String, @Nullable Object> variables, @Nullable Object self) {
    Object fact =
        expression instanceof Expression.This
            ? self
            : expression instanceof Expression.Variable variable
                ? variables.get(variable.name())
                : null;
    return fact == pretended || super.isOpen(expression, variables, self);
  }

  @Override
  boolean ofOpen(@Nullable Object self) {
    return hopefully || self == pretended;
  }

  @Override
  @Nullable Boolean ofOpen(Condition condition, Map<String, @Nullable Object> variables) {
    boolean isOpen =
        Ask.names(condition).stream()
            .map(variables::get)
            .anyMatch(value -> value == OPEN || value == pretended);
    return isOpen ? hopefully : null;
  }
}
