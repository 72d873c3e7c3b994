package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Capped;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.OverRows;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The days, weeks, months or years that a total counts, or of each of which it counts only so much,
 * without grouping by them. Something new is in none that has passed.
 *
 * @param key the day, or the first day of what is counted
 * @param over which of them are over and count no more
 */
record CountedSpans(PlanStart start, Value key, Stretches spans, DaysOver over) {
  private static final int MOST_SPANS = 60;
  private static final int LAST_YEAR = 9_000;
  private static final BigDecimal ENOUGH = BigDecimal.valueOf(1_000_000_000);

  /** Those of a value; null where it is not made from a date alone, or is of a group. */
  static @Nullable CountedSpans of(PlanStart start, @Nullable Value key, Summand summand) {
    Stretches spans = key == null || summand.members() != null ? null : Stretches.of(key);
    return key == null || spans == null || start.today().getYear() > LAST_YEAR
        ? null
        : new CountedSpans(
            start, key, spans, new DaysOver(start, summand.total(), key, summand.slots()));
  }

  /**
   * A day of each in which more can count, the first first. Where there are too few of them, the
   * day is kept on which what is missing on record can be there: the first day of one that is
   * missing, otherwise the last day of the last.
   */
  List<LocalDate> days(Summand summand, Step.Function function) {
    Summand onRecord = summand.in(start.empty(), start);
    keepLaterDay(used(onRecord, function), each(function), missing(onRecord, function));
    Map<Object, BigDecimal> used = used(summand, function);
    List<LocalDate> days = new ArrayList<>();
    LocalDate day = start.since();
    while (!day.isAfter(start.today()) && days.size() < MOST_SPANS) {
      LocalDate last = spans.last(day);
      if (left(day, used, each(function)).signum() > 0) {
        boolean isFirst = day.equals(start.since()) && !over.isOver(day);
        days.add(isFirst ? day : earlier(last, start.today()));
      }
      day = last.plusDays(1);
    }
    return days;
  }

  /**
   * Keeps the day on which what is missing can be there.
   *
   * @param used how much of each counts already
   * @param each how much counts of each
   * @param all how much more has to count
   */
  void keepLaterDay(Map<Object, BigDecimal> used, BigDecimal each, BigDecimal all) {
    BigDecimal missing = all;
    LocalDate day = start.since();
    int taken = 0;
    while (missing.signum() > 0 && taken < MOST_SPANS) {
      LocalDate last = spans.last(day);
      BigDecimal left = left(day, used, each);
      if (left.signum() > 0 && !over.isOver(last)) {
        taken++;
        missing = missing.subtract(left);
        if (missing.signum() <= 0) {
          start.laterDays().keep(taken == 1 ? day : last);
        }
      }
      day = last.plusDays(1);
    }
  }

  /** How much more of it can count. */
  private BigDecimal left(LocalDate day, Map<Object, BigDecimal> used, BigDecimal each) {
    Object span = spans.of(day);
    return span == null
        ? BigDecimal.ZERO
        : each.subtract(used.getOrDefault(Comparing.canonical(span), BigDecimal.ZERO));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** How much counts of each; of what has no such bound, so much that one is enough. */
  private BigDecimal each(Step.Function function) {
    BigDecimal greatest = greatest(function);
    if (greatest != null) {
      return greatest;
    }
    if (function.argument() instanceof Capped capped) {
      return capped.way() == Capped.Way.GREATEST ? ENOUGH : capped.most();
    }
    return function.kind() == Aggregation.COUNT_DISTINCT ? BigDecimal.ONE : ENOUGH;
  }

  /** What the greatest values of each come to at the most, where there is a greatest value. */
  private static @Nullable BigDecimal greatest(Step.Function function) {
    if (function.kind() != Aggregation.SUM
        || !(function.argument() instanceof OverRows over)
        || (over instanceof Capped capped && capped.way() != Capped.Way.GREATEST)) {
      return null;
    }
    VocabularyField field = over.value().field();
    BigDecimal most = field == null ? null : field.max();
    return most != null && over instanceof Capped capped ? most.multiply(capped.most()) : most;
  }

  /** How much of each counts already. */
  private Map<Object, BigDecimal> used(Summand summand, Step.Function function) {
    Map<Object, List<Row>> rows = new HashMap<>();
    for (Row row : summand.rows(start)) {
      Object span = key.in(row);
      if (span != null) {
        rows.computeIfAbsent(Comparing.canonical(span), none -> new ArrayList<>()).add(row);
      }
    }
    Map<Object, BigDecimal> used = new HashMap<>();
    rows.forEach((span, all) -> used.put(span, used(function, all)));
    return used;
  }

  private BigDecimal used(Step.Function function, List<Row> rows) {
    boolean isBounded =
        greatest(function) != null
            || (function.argument() instanceof Capped capped
                && capped.way() != Capped.Way.GREATEST);
    return isBounded
            && function.argument() instanceof OverRows over
            && over.total(function.kind(), rows) instanceof BigDecimal amount
        ? amount
        : each(function);
  }

  /** How much more has to count. */
  private static BigDecimal missing(Summand summand, Step.Function function) {
    BigDecimal has =
        summand.filled().at(function.slot()) instanceof BigDecimal amount
            ? amount
            : BigDecimal.ZERO;
    BigDecimal missing = BigDecimal.ZERO;
    for (TotalGap.Bound bound : summand.bounds(function)) {
      if (!bound.passes() && bound.value() instanceof BigDecimal needs) {
        BigDecimal more = needs.subtract(has);
        missing = missing.max(bound.isStrict() ? more.add(TotalGap.least(needs)) : more);
      }
    }
    return missing;
  }
}
