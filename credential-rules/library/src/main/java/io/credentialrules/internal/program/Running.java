package io.credentialrules.internal.program;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of a function of an accumulate while values come and go: what {@link Aggregation}
 * works out over those that are there, without looking at all of them again. Exact, as amounts are,
 * so that what went leaves nothing.
 */
public final class Running {
  private final Aggregation kind;
  private final Map<Object, Integer> different = new HashMap<>();
  private final TreeMap<Object, Integer> ordered = new TreeMap<>(Comparing::order);
  private long count;
  private BigDecimal sum = BigDecimal.ZERO;

  /** Of a function that {@link #follows} says yes to, over nothing. */
  public Running(Step.Function function) {
    this.kind = function.kind();
  }

  /** Whether the result of a function follows from the one before and the value that changed. */
  public static boolean follows(Step.Function function) {
    return switch (function.kind()) {
      case COUNT -> !(function.argument() instanceof OverRows);
      case SUM, COUNT_DISTINCT, MIN, MAX, AVERAGE ->
          function.argument() != null && !(function.argument() instanceof OverRows);
      case COLLECT_LIST, COLLECT_SET -> false;
    };
  }

  /** A value comes. */
  public void add(Object value) {
    count++;
    switch (kind) {
      case SUM, AVERAGE -> sum = sum.add((BigDecimal) value);
      case COUNT_DISTINCT -> different.merge(Comparing.canonical(value), 1, Integer::sum);
      case MIN, MAX -> ordered.merge(value, 1, Integer::sum);
      default -> {}
    }
  }

  /** A value goes that came before. */
  public void remove(Object value) {
    count--;
    switch (kind) {
      case SUM, AVERAGE -> sum = sum.subtract((BigDecimal) value);
      case COUNT_DISTINCT -> leave(different, Comparing.canonical(value));
      case MIN, MAX -> leave(ordered, value);
      default -> {}
    }
  }

  private static void leave(Map<Object, Integer> counted, Object value) {
    counted.computeIfPresent(value, (same, times) -> times == 1 ? null : times - 1);
  }

  /** The result over the values that are there; null where it is absent. */
  public @Nullable Object result() {
    return switch (kind) {
      case SUM -> sum;
      case COUNT -> BigDecimal.valueOf(count);
      case COUNT_DISTINCT -> BigDecimal.valueOf(different.size());
      case MIN -> ordered.isEmpty() ? null : ordered.firstKey();
      case MAX -> ordered.isEmpty() ? null : ordered.lastKey();
      case AVERAGE ->
          count == 0 ? null : sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
      case COLLECT_LIST, COLLECT_SET -> throw new IllegalStateException(kind + " does not follow");
    };
  }
}
