package io.credentialrules.internal.plan;

import io.credentialrules.internal.plan.Draft.Amount;
import io.credentialrules.internal.plan.Draft.Origin;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Calculation;
import io.credentialrules.internal.program.Capped;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.OverRows;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.result.StatedMeasure;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a total is from where it must be, and why a fact is added to it. */
final class TotalGap {
  /** Farther than any day is from another one. */
  private static final BigDecimal NEVER = BigDecimal.valueOf(10_000_000);

  private TotalGap() {}

  /** By how much a field would have to be larger. */
  record Want(String field, BigDecimal amount) {}

  /** How far tests are from passing; 0 when they pass. */
  static BigDecimal gap(List<Test> tests, Slots filled) {
    BigDecimal gap = BigDecimal.ZERO;
    for (Test test : tests) {
      if (!Passing.passes(test, filled)) {
        gap = gap.add(BigDecimal.ONE).add(distance(test, filled));
      }
    }
    return gap;
  }

  private static BigDecimal distance(Test test, Slots filled) {
    Comparison comparison = test.comparison();
    if (comparison == null) {
      return BigDecimal.ZERO;
    }
    Object left = comparison.left().in(filled);
    Object right = comparison.right().in(filled);
    if (comparison.left().type().is(FieldKind.DATE) && (left == null || right == null)) {
      return NEVER;
    }
    if (right instanceof BigDecimal needs) {
      return left instanceof BigDecimal has
          ? needs.subtract(has).abs()
          : needs.abs().add(BigDecimal.ONE);
    }
    if (right instanceof LocalDate needs && left instanceof LocalDate has) {
      return BigDecimal.valueOf(Math.abs(ChronoUnit.DAYS.between(has, needs)));
    }
    return BigDecimal.ONE;
  }

  /**
   * Why a fact is added to a total: the first amount that is still short.
   *
   * @param before the total before any fact was added
   * @param now the total as it is
   */
  static Origin origin(
      Step.Total total, Step.Match match, Slots before, Slots now, SearchBounds bounds) {
    Step.Function leading = null;
    for (Test test : total.tests()) {
      Step.Function function = amount(total, test);
      if (leading == null && !Passing.passes(test, before)) {
        leading = function;
      }
      if (function != null && !Passing.passes(test, now)) {
        boolean isLeading = function.equals(leading);
        Origin origin =
            origin(total, match, test, function, isLeading ? before : now, bounds, false);
        if (origin != null) {
          return origin;
        }
      }
    }
    return bounds.origin(total.source(), match);
  }

  private static @Nullable Origin origin(
      Step.Total total,
      Step.Match match,
      Test test,
      Step.Function function,
      Slots filled,
      SearchBounds bounds,
      boolean isAllotted) {
    Comparison comparison = test.comparison();
    if (comparison == null
        || !(comparison.left().in(filled) instanceof BigDecimal has)
        || !(comparison.right().in(filled) instanceof BigDecimal needs)) {
      return null;
    }
    return new Origin(
        bounds.credential(),
        bounds.requirement(),
        total.source(),
        match,
        new Amount(
            function,
            function.kind() == Aggregation.SUM ? field(function, match) : null,
            new StatedMeasure(has, comparison.operator(), needs, comparison.unit()),
            isAllotted));
  }

  /**
   * Why a fact is added to a total that is reached, because exclusive evidence leaves too little of
   * it.
   */
  static Origin allotted(Step.Total total, Step.Match match, Slots filled, SearchBounds bounds) {
    for (Test test : total.tests()) {
      Step.Function function = amount(total, test);
      Origin origin =
          function == null ? null : origin(total, match, test, function, filled, bounds, true);
      if (origin != null) {
        return origin;
      }
    }
    return bounds.origin(total.source(), match);
  }

  /** The function of an amount that grows and has a unit; null where a test is about none. */
  private static Step.@Nullable Function amount(Step.Total total, Test test) {
    Comparison comparison = test.comparison();
    Step.Function function = comparison == null ? null : function(total, comparison.left());
    return comparison != null
            && function != null
            && !comparison.isCalculated()
            && !isWorkedOut(function)
            && adds(function.kind())
            && !comparison.unit().isEmpty()
            && isPlain(comparison.operator())
        ? function
        : null;
  }

  /** Whether more of a field is not simply more of the total. */
  private static boolean isWorkedOut(Step.Function function) {
    return function.argument() instanceof Calculation || function.argument() instanceof OverRows;
  }

  private static boolean adds(Aggregation kind) {
    return kind == Aggregation.SUM
        || kind == Aggregation.COUNT
        || kind == Aggregation.COUNT_DISTINCT;
  }

  private static boolean isPlain(Operator operator) {
    return switch (operator) {
      case EQUAL, MORE, AT_LEAST -> true;
      default -> false;
    };
  }

  /** The function whose result a value is; null when it is none. */
  private static Step.@Nullable Function function(Step.Total total, Value value) {
    for (Step.Function function : total.functions()) {
      if (value.slots().contains(function.slot())) {
        return function;
      }
    }
    return null;
  }

  /** The field of a pattern that a function sums up as it is; null when it is none. */
  static @Nullable String field(Step.Function function, Step.Match match) {
    Value argument =
        function.argument() instanceof Capped capped ? capped.value() : function.argument();
    if (argument == null || argument instanceof Calculation || argument instanceof OverRows) {
      return null;
    }
    return field(argument, match);
  }

  /** The only field of a pattern that a value looks at; null where it is none, or several. */
  static @Nullable String field(Value value, Step.Match match) {
    Operands.Read read = Operands.onlyRead(value);
    return read != null && read.slot() == match.slot() ? read.field() : null;
  }

  /** By how much amounts of a pattern would have to be larger for their sums. */
  static List<Want> amounts(Step.Total total, List<Test> tests, Step.Match match, Slots filled) {
    List<Want> wants = new ArrayList<>();
    for (Step.Function function : total.functions()) {
      String field = field(function, match);
      if (field != null && function.kind() == Aggregation.SUM) {
        for (BigDecimal amount : shortOf(tests, function, filled)) {
          wants.add(new Want(field, amount));
        }
      }
    }
    return wants;
  }

  /** By how much a sum is short, for each test that it fails. */
  static List<BigDecimal> shortOf(List<Test> tests, Step.Function function, Slots filled) {
    List<BigDecimal> amounts = new ArrayList<>();
    BigDecimal has = filled.at(function.slot()) instanceof BigDecimal sum ? sum : BigDecimal.ZERO;
    for (Bound bound : bounds(tests, function, filled)) {
      if (!bound.passes() && bound.value() instanceof BigDecimal needs) {
        BigDecimal amount = needs.subtract(has);
        amounts.add(bound.isStrict() ? amount.add(least(needs)) : amount);
      }
    }
    return amounts;
  }

  /** The least step of an amount that is written so. */
  static BigDecimal least(BigDecimal written) {
    return BigDecimal.ONE.movePointLeft(Math.max(0, written.stripTrailingZeros().scale()));
  }

  /** What the result of a function is compared with. */
  record Bound(@Nullable Object value, Operator operator, boolean passes) {
    boolean isStrict() {
      return operator == Operator.MORE || operator == Operator.NOT_EQUAL;
    }
  }

  static List<Bound> bounds(List<Test> tests, Step.Function function, Slots filled) {
    List<Bound> bounds = new ArrayList<>();
    for (Test test : tests) {
      Comparison comparison = test.comparison();
      if (comparison == null) {
        continue;
      }
      if (comparison.isCalculated()) {
        BigDecimal needs = CalculatedNeeds.of(comparison, function.slot(), filled);
        if (needs != null) {
          Operator operator =
              CalculatedNeeds.isStrict(comparison.operator()) ? Operator.MORE : Operator.AT_LEAST;
          bounds.add(new Bound(needs, operator, test.in(filled)));
        }
        continue;
      }
      if (comparison.left().slots().contains(function.slot())) {
        bounds.add(
            new Bound(comparison.right().in(filled), comparison.operator(), test.in(filled)));
      } else if (comparison.right().slots().contains(function.slot())) {
        bounds.add(new Bound(comparison.left().in(filled), comparison.operator(), test.in(filled)));
      }
    }
    return bounds;
  }
}
