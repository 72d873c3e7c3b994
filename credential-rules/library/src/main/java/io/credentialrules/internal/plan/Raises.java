package io.credentialrules.internal.plan;

import io.credentialrules.Plan.Action;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.OncePer;
import io.credentialrules.internal.program.OverRows;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Larger amounts of a fact that is planned or still in progress, so that one fact does for a total
 * too that it was not made for: what a sum or a mean lacks, and the bounds of a least or greatest
 * value. And names, where different ones are counted and the fact has none.
 */
record Raises(PlanStart start, NextValues next, Summand summand) {
  private static final int MOST_NAMES = 3;

  /** The fact with more of an amount, the best first. */
  List<Draft> of(Draft draft) {
    Step.Match match = summand.match();
    List<Draft> raised = new ArrayList<>();
    if (draft.type().record() != match.type().record()
        || (draft.action() != Action.ADD && draft.action() != Action.COMPLETE)) {
      return raised;
    }
    for (Step.Function function : summand.total().functions()) {
      name(draft, function, raised);
      String name = amount(function, match);
      VocabularyField field = name == null ? null : draft.type().field(name);
      if (name == null || field == null || !isAmount(draft, name)) {
        continue;
      }
      BigDecimal has = draft.value(name) instanceof BigDecimal own ? own : BigDecimal.ZERO;
      Set<Object> amounts = new LinkedHashSet<>();
      for (BigDecimal amount : amounts(function, draft, has)) {
        if (amount.compareTo(has) > 0) {
          OwnBounds.within(field, amount, amounts);
        }
      }
      for (Object amount : amounts) {
        Draft grown = start.drafts().changed(draft, name, amount);
        if (grown != null) {
          raised.add(grown);
        }
      }
    }
    return raised;
  }

  /** The field that is added up, also where only the greatest value of each key is. */
  private static @Nullable String amount(Step.Function function, Step.Match match) {
    return function.kind() == Aggregation.SUM
            && function.argument() instanceof OncePer once
            && once.by().equals(once.value())
        ? TotalGap.field(once.value(), match)
        : TotalGap.field(function, match);
  }

  /** With a name where different ones are counted, and it has none yet. */
  private void name(Draft draft, Step.Function function, List<Draft> named) {
    Value counted =
        function.argument() instanceof OverRows over ? over.value() : function.argument();
    String name =
        counted == null || function.kind() != Aggregation.COUNT_DISTINCT
            ? null
            : TotalGap.field(counted, summand.match());
    if (counted == null || name == null || draft.value(name) != null || !draft.isOpen(name)) {
      return;
    }
    next.fresh(summand, function, name, counted).stream()
        .limit(MOST_NAMES)
        .map(value -> start.drafts().changed(draft, name, value))
        .filter(Objects::nonNull)
        .forEach(named::add);
  }

  /** Whether it has an amount, or can still have one. */
  private static boolean isAmount(Draft draft, String field) {
    return draft.value(field) instanceof BigDecimal
        || (draft.value(field) == null && draft.isOpen(field));
  }

  private List<BigDecimal> amounts(Step.Function function, Draft draft, BigDecimal has) {
    return switch (function.kind()) {
      case SUM -> {
        List<BigDecimal> lacks = TotalGap.shortOf(summand.tests(), function, summand.filled());
        List<BigDecimal> amounts = new ArrayList<>();
        if (!lacks.isEmpty() && !isSummedUp(draft)) {
          amounts.addAll(lacks);
        }
        lacks.forEach(lack -> amounts.add(has.add(lack)));
        yield amounts;
      }
      case MIN, MAX -> wanted(function);
      case AVERAGE -> {
        Mean mean = Mean.of(others(function, draft), summand, function, start);
        List<BigDecimal> amounts = new ArrayList<>(wanted(function));
        wanted(function).forEach(needs -> amounts.add(0, mean.next(needs, false)));
        yield amounts;
      }
      default -> List.of();
    };
  }

  @SuppressWarnings("ReferenceEquality") // A draft is another than those that are equal to it.
  private boolean isSummedUp(Draft draft) {
    return summand.rows(start).stream()
        .anyMatch(row -> summand.state().draft(row.at(summand.match().slot())) == draft);
  }

  /** What the result of a function would have to be. */
  private List<BigDecimal> wanted(Step.Function function) {
    List<BigDecimal> wanted = new ArrayList<>();
    for (TotalGap.Bound bound : TotalGap.bounds(summand.tests(), function, summand.filled())) {
      if (!bound.passes() && bound.value() instanceof BigDecimal needs) {
        wanted.add(bound.isStrict() ? needs.add(TotalGap.least(needs)) : needs);
      }
    }
    return wanted;
  }

  /** What a function is over, but for the fact itself. */
  @SuppressWarnings("ReferenceEquality") // A draft is another than those that are equal to it.
  private List<BigDecimal> others(Step.Function function, Draft draft) {
    Value argument = function.argument();
    List<BigDecimal> others = new ArrayList<>();
    for (Row row : summand.rows(start)) {
      if (argument != null
          && summand.state().draft(row.at(summand.match().slot())) != draft
          && argument.in(row) instanceof BigDecimal amount) {
        others.add(amount);
      }
    }
    return others;
  }
}
