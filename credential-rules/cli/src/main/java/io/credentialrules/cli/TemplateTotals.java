package io.credentialrules.cli;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What totals ask for: how many facts, or how much in all. */
final class TemplateTotals {
  private static final Set<String> OF_AMOUNTS = Set.of("sum", "sumUpTo", "average");

  private record Field(TemplateFact fact, String name) {}

  private final Map<Field, BigDecimal> least = new LinkedHashMap<>();

  /** Whether a total takes as many facts as it needs. */
  static boolean isOfAmounts(Condition.Accumulate accumulate) {
    return count(accumulate) == 1
        && accumulate.functions().stream()
            .anyMatch(function -> OF_AMOUNTS.contains(function.function()));
  }

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

  /** Takes what a total asks for, in terms of the facts that were made for it. */
  void add(Condition.Accumulate accumulate, TemplateScope scope) {
    for (Condition.Aggregate function : accumulate.functions()) {
      BigDecimal needed = function.function().equals("sum") ? least(accumulate, function) : null;
      if (needed != null && function.argument() instanceof Expression.Variable summed) {
        TemplateScope.Meaning meaning = scope.meaning(summed.name());
        if (meaning != null && meaning.field() != null) {
          least.merge(new Field(meaning.fact(), meaning.field()), needed, BigDecimal::max);
        }
      }
    }
  }

  /**
   * Writes beside each field that is summed up how much is needed in all, and whether some of it
   * can be in other facts of the template.
   */
  void tell(List<TemplateFact> facts) {
    least.forEach(
        (field, needed) -> {
          boolean hasOthers =
              facts.stream()
                  .anyMatch(other -> other != field.fact() && other.countsAs(field.fact()));
          field
              .fact()
              .field(field.name())
              .needs(
                  "in all at least "
                      + needed.toPlainString()
                      + (hasOthers ? "; other facts here count too" : ""));
        });
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
