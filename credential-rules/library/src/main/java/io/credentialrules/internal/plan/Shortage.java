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
import java.util.ArrayList;
import java.util.List;

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
        return facts(function, needs.subtract(has), comparison.operator() == Operator.MORE);
      }
    }
    return 0;
  }

  /**
   * How many more of the greatest value it takes at the least for a mean to be large enough; 0
   * where what is summed up can still change, as what is in progress does.
   */
  static int ofMeans(Step.Total total, List<Slots> rows, Slots filled) {
    int most = 0;
    if (total.patterns().stream().anyMatch(match -> !match.type().including().isEmpty())) {
      return most;
    }
    for (Step.Function function : total.functions()) {
      Value argument = function.argument();
      VocabularyField field = argument == null ? null : argument.field();
      BigDecimal greatest = field == null ? null : field.max();
      if (function.kind() != Aggregation.AVERAGE || argument == null || greatest == null) {
        continue;
      }
      List<BigDecimal> present = new ArrayList<>();
      for (Slots row : rows) {
        if (argument.in(row) instanceof BigDecimal amount) {
          present.add(amount);
        }
      }
      BigDecimal sum = present.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      for (Test test : total.tests()) {
        Comparison comparison = test.comparison();
        if (comparison != null
            && comparison.left() instanceof Value.Slot left
            && left.slot() == function.slot()
            && comparison.right().literal() instanceof BigDecimal needs
            && isAtLeast(comparison.operator())
            && !test.in(filled)
            && greatest.compareTo(needs) > 0) {
          BigDecimal lacks = needs.multiply(BigDecimal.valueOf(present.size())).subtract(sum);
          boolean isStrict = comparison.operator() == Operator.MORE;
          most = Math.max(most, Math.max(1, facts(lacks, greatest.subtract(needs), isStrict)));
        }
      }
    }
    return most;
  }

  /**
   * How many facts it takes at the least, of so much each, until nothing is missing; where a bound
   * is strict, until there is more than it.
   */
  static int facts(BigDecimal missing, BigDecimal each, boolean isStrict) {
    if (missing.signum() < 0) {
      return 0;
    }
    BigDecimal facts =
        isStrict
            ? missing.divide(each, 0, RoundingMode.FLOOR).add(BigDecimal.ONE)
            : missing.divide(each, 0, RoundingMode.CEILING);
    return facts.min(MOST).intValue();
  }

  private static boolean isAtLeast(Operator operator) {
    return operator == Operator.AT_LEAST || operator == Operator.MORE || operator == Operator.EQUAL;
  }

  private static int facts(Step.Function function, BigDecimal missing, boolean isStrict) {
    VocabularyField field = function.argument() == null ? null : function.argument().field();
    BigDecimal most = field == null ? null : field.max();
    if (function.kind() == Aggregation.COUNT || function.kind() == Aggregation.COUNT_DISTINCT) {
      most = BigDecimal.ONE;
    } else if (function.kind() != Aggregation.SUM || most == null || most.signum() <= 0) {
      return Math.min(1, facts(missing, BigDecimal.ONE, isStrict));
    }
    return facts(missing, most, isStrict);
  }
}
