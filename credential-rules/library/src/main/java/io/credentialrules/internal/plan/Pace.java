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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * That a field of new facts of a type is no less or no more than so much, and that what is missing
 * from a sum is shared out evenly over as few facts as that allows. So a sum is met too where
 * another condition excludes a small or a large amount, or where amounts as large as they may be
 * come to too much.
 */
record Pace(
    Class<?> type, String field, @Nullable BigDecimal least, @Nullable BigDecimal greatest) {
  /** So many facts are planned rather than one of an amount that is in the way. */
  static final int MOST_FACTS = 24;

  /** What is planned for something else stays as it is: more of it may be too much for that. */
  private static final Pace APART = new Pace(Void.class, "", null, null);

  private static final int MOST = 6;

  private static final Set<Aggregation> OF_EACH =
      Set.of(Aggregation.MIN, Aggregation.MAX, Aggregation.AVERAGE);

  /**
   * Those to try for a way: the amounts with which its conditions compare what they sum up, of each
   * field the largest first as its most and the least first as its least. What a pattern asks of
   * the amounts themselves that it sums up is among them only where a sum can be too large.
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
    if (steps.stream().anyMatch(Step.Total.class::isInstance)
        && steps.stream().filter(Step.Match.class::isInstance).count() > 1) {
      paces.add(APART);
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
          NavigableSet<BigDecimal> amounts =
              compared(match, field, function, steps, canExceed, start);
          Class<?> type = match.type().record();
          amounts.descendingSet().stream()
              .flatMap(amount -> Stream.of(amount, amount.subtract(TotalGap.least(amount))))
              .filter(amount -> amount.signum() > 0)
              .limit(MOST)
              .forEach(most -> paces.add(new Pace(type, field, null, most)));
          amounts.stream()
              .flatMap(amount -> Stream.of(amount, amount.add(TotalGap.least(amount))))
              .limit(MOST)
              .forEach(least -> paces.add(new Pace(type, field, least, null)));
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

  private static NavigableSet<BigDecimal> compared(
      Step.Match summed,
      String field,
      Step.Function sum,
      List<Step> steps,
      boolean alsoOfItself,
      PlanStart start) {
    NavigableSet<BigDecimal> amounts = new TreeSet<>();
    for (Step step : steps) {
      if (step instanceof Step.Match match
          && match.type().record() == summed.type().record()
          && (alsoOfItself || !match.equals(summed))) {
        match.tests().stream()
            .map(start::operands)
            .filter(operands -> operands.reads(match.slot(), field))
            .forEach(operands -> amounts.addAll(operands.amounts()));
      } else if (step instanceof Step.Total total) {
        for (Step.Function function : total.functions()) {
          if (!function.equals(sum) && isOfEach(function, total, summed, field)) {
            total.tests().stream()
                .filter(test -> test.slots().contains(function.slot()))
                .forEach(test -> amounts.addAll(start.operands(test).amounts()));
          }
        }
      }
    }
    return amounts.tailSet(BigDecimal.ZERO, false);
  }

  /** Whether one amount makes a result larger or smaller, however many there are. */
  private static boolean isOfEach(
      Step.Function function, Step.Total total, Step.Match summed, String field) {
    return OF_EACH.contains(function.kind())
        && total.patterns().stream()
            .anyMatch(
                match ->
                    match.type().record() == summed.type().record()
                        && field.equals(TotalGap.field(function, match)));
  }

  /** Of what is missing from a sum, as much as one more fact has. */
  static BigDecimal share(@Nullable Pace pace, Step.Match match, String field, BigDecimal missing) {
    BigDecimal most = pace == null ? null : pace.greatest();
    if (pace == null || !pace.isFor(match.type().record(), field)) {
      return missing;
    }
    if (most == null || missing.compareTo(most) <= 0) {
      return pace.within(missing);
    }
    BigDecimal facts = missing.divide(most, 0, RoundingMode.CEILING);
    int scale = Math.max(0, Math.max(missing.scale(), most.scale()));
    return missing.divide(facts, scale, RoundingMode.CEILING);
  }

  /** An amount, or the least or greatest that one fact may have. */
  static BigDecimal within(@Nullable Pace pace, Step.Match match, String field, BigDecimal amount) {
    return pace != null && pace.isFor(match.type().record(), field) ? pace.within(amount) : amount;
  }

  private BigDecimal within(BigDecimal amount) {
    BigDecimal atLeast = least == null ? amount : amount.max(least);
    return greatest == null ? atLeast : atLeast.min(greatest);
  }

  /** Whether the amount of a fact may be so. */
  boolean allows(Draft draft) {
    return !isFor(draft.type().record(), field)
        || !(draft.value(field) instanceof BigDecimal amount)
        || within(amount).compareTo(amount) == 0;
  }

  /** Whether what is planned for something else stays as it is. */
  boolean isApart() {
    return equals(APART);
  }

  private boolean isFor(Class<?> other, String name) {
    return type == other && field.equals(name);
  }
}
