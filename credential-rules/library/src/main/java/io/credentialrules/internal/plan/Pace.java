package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * That a field of new facts of a type is no larger than so much, and that what is missing from a
 * sum is shared out evenly over as few facts as that allows. So a sum is met too where another
 * condition excludes a large amount, or where amounts as large as they may be come to too much.
 */
record Pace(Class<?> type, String field, BigDecimal greatest) {
  /** So many facts are planned rather than one of an amount that is in the way. */
  static final int MOST_FACTS = 24;

  private static final int MOST = 4;

  /**
   * Those to try for a way: the amounts with which its conditions compare what they sum up, the
   * largest first, of each field. What a pattern asks of the amounts themselves that it sums up is
   * among them only where a sum can be too large.
   */
  static List<Pace> of(Way way, PlanStart start) {
    List<Step> steps = new ArrayList<>();
    for (int requirement : way.requires()) {
      start.program().requirements().get(requirement).proofs().stream()
          .flatMap(proof -> proof.branches().stream())
          .forEach(branch -> branch.steps().forEach(step -> step.visit(steps::add)));
    }
    Set<Pace> paces = new LinkedHashSet<>();
    for (Step step : steps) {
      if (step instanceof Step.Total total) {
        GroupedBy grouping = total.grouping();
        add(total, total.functions(), total.tests(), steps, start, paces);
        if (grouping != null) {
          add(total, grouping.functions(), grouping.tests(), steps, start, paces);
        }
      }
    }
    return List.copyOf(paces);
  }

  private static void add(
      Step.Total total,
      List<Step.Function> functions,
      List<Test> tests,
      List<Step> steps,
      PlanStart start,
      Set<Pace> paces) {
    for (Step.Match match : total.patterns()) {
      for (Step.Function function : functions) {
        String field = TotalGap.field(function, match);
        boolean grows =
            function.kind() == Aggregation.SUM || function.kind() == Aggregation.AVERAGE;
        if (grows && field != null) {
          boolean canExceed = tests.stream().anyMatch(test -> canExceed(test, function));
          compared(match, field, steps, canExceed, start)
              .forEach(most -> paces.add(new Pace(match.type().record(), field, most)));
        }
      }
    }
  }

  /** Whether more can be too much for a test. */
  private static boolean canExceed(Test test, Step.Function sum) {
    Comparison comparison = test.comparison();
    if (!test.slots().contains(sum.slot())) {
      return false;
    }
    return comparison == null
        || comparison.isCalculated()
        || switch (comparison.operator()) {
          case AT_LEAST, MORE -> false;
          default -> true;
        };
  }

  private static List<BigDecimal> compared(
      Step.Match summed, String field, List<Step> steps, boolean alsoOfItself, PlanStart start) {
    NavigableSet<BigDecimal> amounts = new TreeSet<>(Collections.reverseOrder());
    for (Step step : steps) {
      if (step instanceof Step.Match match
          && match.type().record() == summed.type().record()
          && (alsoOfItself || !match.equals(summed))) {
        match.tests().stream()
            .map(start::operands)
            .filter(operands -> operands.reads(match.slot(), field))
            .forEach(operands -> add(operands, amounts));
      } else if (step instanceof Step.Total total) {
        for (Step.Function function : total.functions()) {
          if (isOfEach(function, total, summed, field)) {
            total.tests().stream()
                .filter(test -> test.slots().contains(function.slot()))
                .forEach(test -> add(start.operands(test), amounts));
          }
        }
      }
    }
    return amounts.stream().filter(amount -> amount.signum() > 0).limit(MOST).toList();
  }

  /** Whether a result is larger with one large amount, however many there are. */
  private static boolean isOfEach(
      Step.Function function, Step.Total total, Step.Match summed, String field) {
    return (function.kind() == Aggregation.MAX || function.kind() == Aggregation.AVERAGE)
        && total.patterns().stream()
            .anyMatch(
                match ->
                    match.type().record() == summed.type().record()
                        && field.equals(TotalGap.field(function, match)));
  }

  private static void add(Operands operands, NavigableSet<BigDecimal> amounts) {
    for (BigDecimal amount : operands.amounts()) {
      amounts.add(amount);
      amounts.add(amount.subtract(TotalGap.least(amount)));
    }
  }

  /** Of what is missing from a sum, as much as one more fact has. */
  static BigDecimal share(@Nullable Pace pace, Step.Match match, String field, BigDecimal missing) {
    if (pace == null || most(pace, match, field, missing).compareTo(missing) == 0) {
      return missing;
    }
    BigDecimal facts = missing.divide(pace.greatest(), 0, RoundingMode.CEILING);
    int scale = Math.max(0, Math.max(missing.scale(), pace.greatest().scale()));
    return missing.divide(facts, scale, RoundingMode.CEILING);
  }

  /** An amount, or the greatest that one fact may have. */
  static BigDecimal most(@Nullable Pace pace, Step.Match match, String field, BigDecimal amount) {
    return pace != null && pace.isFor(match.type().record(), field)
        ? amount.min(pace.greatest())
        : amount;
  }

  /** Whether the amount of a fact is no larger. */
  boolean allows(Draft draft) {
    return !isFor(draft.type().record(), field)
        || !(draft.value(field) instanceof BigDecimal amount)
        || amount.compareTo(greatest) <= 0;
  }

  private boolean isFor(Class<?> other, String name) {
    return type == other && field.equals(name);
  }
}
