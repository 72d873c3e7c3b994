package io.credentialrules.internal.plan;

import com.google.common.collect.Range;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Comparing;
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
import java.util.function.Predicate;

/** How many facts a total over one pattern is short of, at the least. */
final class Shortage {
  private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

  private Shortage() {}

  /**
   * What a mean is short of.
   *
   * @param field whose mean it is
   * @param range what a fact must have that makes the mean larger
   * @param facts how many of them it takes at the least
   */
  record OfMean(String field, Range<Bounded> range, int facts) {}

  static int of(Step.Total total, Slots filled) {
    return of(total, filled, function -> true);
  }

  /**
   * Of results alone that no further fact makes smaller: where a total is given some of the facts,
   * so many of those are new.
   */
  static int ofGrowing(Step.Total total, Slots filled) {
    return of(total, filled, function -> Excess.onlyGrows(total, function));
  }

  private static int of(Step.Total total, Slots filled, Predicate<Step.Function> wanted) {
    return total.tests().stream().mapToInt(test -> of(total, test, filled, wanted)).max().orElse(0);
  }

  private static int of(
      Step.Total total, Test test, Slots filled, Predicate<Step.Function> wanted) {
    Comparison comparison = test.comparison();
    if (comparison == null || !(comparison.left() instanceof Value.Slot left)) {
      return 0;
    }
    for (Step.Function function : total.functions()) {
      if (function.slot() == left.slot()
          && wanted.test(function)
          && filled.at(left.slot()) instanceof BigDecimal has
          && comparison.right().literal() instanceof BigDecimal needs
          && isAtLeast(comparison.operator())) {
        return facts(function, needs.subtract(has), comparison.operator() == Operator.MORE);
      }
    }
    return 0;
  }

  /**
   * How many more of the greatest value it takes at the least for means to be large enough; none
   * where what is summed up can still change, as what is in progress does.
   */
  static List<OfMean> ofMeans(Step.Total total, List<Slots> rows, Slots filled) {
    List<OfMean> means = new ArrayList<>();
    if (total.patterns().stream().anyMatch(match -> !match.type().including().isEmpty())) {
      return means;
    }
    for (Step.Function function : total.functions()) {
      Value argument = function.argument();
      VocabularyField field = argument == null ? null : argument.field();
      BigDecimal greatest = field == null ? null : field.max();
      if (function.kind() != Aggregation.AVERAGE
          || argument == null
          || field == null
          || greatest == null) {
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
          Bounded bound = new Bounded(Comparing.canonical(needs));
          means.add(
              new OfMean(
                  field.name(),
                  isStrict || lacks.signum() > 0 ? Range.greaterThan(bound) : Range.atLeast(bound),
                  Math.max(1, facts(lacks, greatest.subtract(needs), isStrict))));
        }
      }
    }
    return means;
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
