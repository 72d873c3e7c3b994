package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How many facts a total over one pattern is short of, at the least. */
final class Shortage {
  private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

  private Shortage() {}

  static int of(Step.Total total, Slots filled) {
    return total.tests().stream().mapToInt(test -> of(total, test, filled)).max().orElse(0);
  }

  private static int of(Step.Total total, Test test, Slots filled) {
    Comparison comparison = test.comparison();
    if (comparison == null || !(comparison.left() instanceof Value.Slot left)) {
      return 0;
    }
    for (Step.Function function : total.functions()) {
      if (function.slot() == left.slot()
          && filled.at(left.slot()) instanceof BigDecimal has
          && comparison.right().literal() instanceof BigDecimal needs
          && isAtLeast(comparison.operator())) {
        BigDecimal missing = needs.subtract(has);
        if (comparison.operator() == Operator.MORE && missing.signum() == 0) {
          return 1;
        }
        return missing.signum() <= 0 ? 0 : facts(function, missing);
      }
    }
    return 0;
  }

  private static boolean isAtLeast(Operator operator) {
    return operator == Operator.AT_LEAST || operator == Operator.MORE || operator == Operator.EQUAL;
  }

  private static int facts(Step.Function function, BigDecimal missing) {
    VocabularyField field = function.argument() == null ? null : function.argument().field();
    BigDecimal most = field == null ? null : field.max();
    if (function.kind() == Aggregation.COUNT || function.kind() == Aggregation.COUNT_DISTINCT) {
      most = BigDecimal.ONE;
    } else if (function.kind() != Aggregation.SUM || most == null || most.signum() <= 0) {
      return 1;
    }
    return missing.divide(most, 0, RoundingMode.CEILING).min(MOST).intValue();
  }
}
