package io.credentialrules.cli;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a total asks for: how many facts, or how much in all. */
final class TemplateTotals {
  private TemplateTotals() {}

  /** How many facts a total needs; 1 where it does not count them. */
  static int count(Condition.Accumulate accumulate) {
    int most = 1;
    for (Condition.Aggregate function : accumulate.functions()) {
      BigDecimal least =
          function.function().startsWith("count") ? least(accumulate, function) : null;
      if (least != null && least.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0) {
        most = Math.max(most, least.setScale(0, RoundingMode.CEILING).intValue());
      }
    }
    return most;
  }

  /** Writes beside the field whose different values are counted that they differ. */
  static void tellDifferent(Condition.Accumulate accumulate, TemplateScope scope) {
    for (Condition.Aggregate function : accumulate.functions()) {
      if (function.function().startsWith("countDistinct")
          && function.argument() instanceof Expression.Variable counted) {
        TemplateScope.Meaning meaning = scope.meaning(counted.name());
        if (meaning != null && meaning.field() != null) {
          meaning.fact().field(meaning.field()).isDifferentInEach();
        }
      }
    }
  }

  /** Writes beside the field that is summed up how much is needed in all. */
  static void tell(Condition.Accumulate accumulate, TemplateScope scope) {
    for (Condition.Aggregate function : accumulate.functions()) {
      BigDecimal least = function.function().equals("sum") ? least(accumulate, function) : null;
      if (least != null && function.argument() instanceof Expression.Variable summed) {
        TemplateScope.Meaning meaning = scope.meaning(summed.name());
        if (meaning != null && meaning.field() != null) {
          meaning.fact().field(meaning.field()).needs("in all at least " + least.toPlainString());
        }
      }
    }
  }

  private static @Nullable BigDecimal least(
      Condition.Accumulate accumulate, Condition.Aggregate function) {
    for (Constraint constraint : accumulate.constraints()) {
      if (constraint instanceof Constraint.Compare compare
          && compare.left() instanceof Expression.Variable variable
          && variable.name().equals(function.variable())
          && compare.right() instanceof Expression.Number number) {
        if (compare.operator() == Operator.MORE) {
          return number.value().add(BigDecimal.ONE);
        }
        if (compare.operator() == Operator.AT_LEAST || compare.operator() == Operator.EQUAL) {
          return number.value();
        }
      }
    }
    return null;
  }
}
