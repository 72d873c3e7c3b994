package io.credentialrules.internal.check.words;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.credentialrules.internal.check.WholeNumbers;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Calculation;
import io.credentialrules.internal.program.Capped;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Arithmetic;
import io.credentialrules.policy.syntax.Condition;
import java.math.BigDecimal;
import java.time.Period;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount, number or length of time that a rule asks for.
 *
 * @param operator how it is compared
 * @param value the amount; of a length of time 0
 * @param unit its unit, or {@link Saying#COUNT}; of a length of time empty
 * @param period the length of time between two dates; null for an amount
 * @param isWhole whether there is nothing between two neighbours
 * @param isInverted whether it is asked for within an absence, which may mean its opposite
 * @param function of what it is asked; null for a field
 * @param argument what the function is of, as it is written; empty for a field
 * @param text as the author wrote it
 * @param span its place
 */
record RequiredAmount(
    Operator operator,
    BigDecimal value,
    String unit,
    @Nullable Period period,
    boolean isWhole,
    boolean isInverted,
    @Nullable Aggregation function,
    String argument,
    String text,
    SourceSpan span) {
  /** What names the result of a function. */
  private static final Pattern VARIABLE = Pattern.compile("^[^:(]*:\\s*");

  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final ImmutableSet<Operator> RECENT =
      ImmutableSet.of(Operator.AT_MOST, Operator.LESS);

  /** The most that counts of a total, or the most things. */
  static RequiredAmount cap(Capped capped, Aggregation kind, String text, Condition total) {
    boolean counts = WholeNumbers.isCount(kind) || capped.way() == Capped.Way.GREATEST;
    String unit = counts ? Saying.COUNT : capped.unit();
    return new RequiredAmount(
        Operator.AT_MOST, capped.most(), unit, null, counts, false, null, text, text, total.span());
  }

  /**
   * A number of weeks, months or years in each of which something is so: it is said in this unit,
   * which is otherwise that of a length of time.
   */
  static RequiredAmount ofSpans(
      Operator operator, BigDecimal number, String unit, boolean inverted, Test test) {
    return new RequiredAmount(
        operator,
        number,
        unit,
        null,
        true,
        inverted,
        null,
        "",
        test.source().text(),
        test.source().span());
  }

  /** A function of a total, as its author wrote it. */
  @SuppressWarnings("ReferenceEquality") // it is one of the total's own
  static String written(Step.Function function, Step.Total total) {
    if (total.source() instanceof Condition.Accumulate accumulate) {
      int at = Iterables.indexOf(total.functions(), each -> each == function);
      if (at < accumulate.functions().size()) {
        return VARIABLE.matcher(accumulate.functions().get(at).text()).replaceFirst("");
      }
    }
    return function.kind().written() + "( … )";
  }

  /** The time between two dates, one of which is moved. */
  static RequiredAmount period(
      Value.@Nullable Shift left,
      Operator operator,
      Value.@Nullable Shift right,
      Test test,
      boolean inverted) {
    Value.Shift moved = right == null ? left : right;
    boolean isEarlier = moved != null && moved.by().isNegative();
    Operator ofRight = right == null ? operator.mirrored() : operator;
    return new RequiredAmount(
        isEarlier ? ofRight.mirrored() : ofRight,
        BigDecimal.ZERO,
        "",
        moved == null ? null : moved.by(),
        false,
        inverted,
        null,
        "",
        test.source().text(),
        test.source().span());
  }

  /** A mean of grade points, weighted by credits. */
  static boolean isMean(Value left) {
    return left instanceof Calculation quotient
        && quotient.operation() == Arithmetic.DIVIDED_BY
        && quotient.left() instanceof Value.Slot
        && quotient.right() instanceof Value.Slot;
  }

  /** Whether a saying may speak of it. */
  boolean mayBe(Saying saying) {
    if (period != null) {
      return saying.isTime();
    }
    boolean isAge = saying.isAge() && saying.isCount() && unit.equals("years");
    return (saying.isOpen() || saying.measures().contains(unit) || isAge)
        && (saying.isAge() || !saying.isPeriod() || !saying.isTime());
  }

  /** Whether it is the amount that is said, however it is compared. */
  boolean hasAmountOf(Saying saying) {
    return period == null
        ? value.compareTo(saying.number()) == 0
        : Spans.same(period, saying.number(), saying.unit());
  }

  /** Whether it asks for what is said. */
  boolean fits(Saying saying) {
    if (isInverted && (hasAmountOf(saying) || isNext(saying)) && !isTurned(saying)) {
      return true;
    }
    return (hasAmountOf(saying) && saying.operators().contains(operator)) || isNext(saying);
  }

  /** "No incident in the last 90 days" where what must not be there is longer ago. */
  private boolean isTurned(Saying saying) {
    return period != null
        && saying.isPeriod()
        && saying.isExplicit()
        && RECENT.containsAll(saying.operators())
        && !RECENT.contains(operator);
  }

  /** Of whole numbers "more than 4" is "at least 5". */
  private boolean isNext(Saying saying) {
    BigDecimal whole = period == null ? value : birthday(saying, period);
    if (whole == null || (period == null && !isWhole)) {
      return false;
    }
    return switch (operator) {
      case MORE -> said(saying, Operator.AT_LEAST, whole.add(ONE));
      case AT_LEAST -> said(saying, Operator.MORE, whole.subtract(ONE));
      case LESS -> said(saying, Operator.AT_MOST, whole.subtract(ONE));
      case AT_MOST -> said(saying, Operator.LESS, whole.add(ONE));
      default -> false;
    };
  }

  /** The age that somebody reaches so long after birth; null where no age is said. */
  private static @Nullable BigDecimal birthday(Saying saying, Period period) {
    return saying.isAge() && period.toTotalMonths() % 12 == 0
        ? BigDecimal.valueOf(period.toTotalMonths() / 12)
        : null;
  }

  private boolean said(Saying saying, Operator other, BigDecimal number) {
    return number.compareTo(saying.number()) == 0
        && (isInverted || saying.operators().contains(other));
  }
}
