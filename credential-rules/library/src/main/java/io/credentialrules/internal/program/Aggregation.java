package io.credentialrules.internal.program;

import io.credentialrules.internal.work.Interruption;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The functions of an accumulate, exact, over the values that are present. */
public enum Aggregation {
  /** The sum of amounts; of nothing it is 0. */
  SUM("sum"),
  /** How many there are. */
  COUNT("count"),
  /** How many different ones there are. */
  COUNT_DISTINCT("countDistinct"),
  /** The least amount or earliest date; of nothing it is absent. */
  MIN("min"),
  /** The greatest amount or latest date; of nothing it is absent. */
  MAX("max"),
  /** The mean of amounts, to 34 digits; of nothing it is absent. */
  AVERAGE("average"),
  /** All values. */
  COLLECT_LIST("collectList"),
  /** All different values. */
  COLLECT_SET("collectSet");

  private final String written;

  Aggregation(String written) {
    this.written = written;
  }

  /** As it is written in DRL. */
  public String written() {
    return written;
  }

  /** The function of a name, or null. */
  public static @Nullable Aggregation of(String written) {
    for (Aggregation aggregation : values()) {
      if (aggregation.written.equals(written)) {
        return aggregation;
      }
    }
    return null;
  }

  /** The result over values that are present. */
  public @Nullable Object of(Collection<Object> values) {
    return switch (this) {
      case SUM -> sum(values);
      case COUNT -> BigDecimal.valueOf(values.size());
      case COUNT_DISTINCT -> BigDecimal.valueOf(distinct(values).size());
      case MIN -> extreme(values, -1);
      case MAX -> extreme(values, 1);
      case AVERAGE ->
          values.isEmpty()
              ? null
              : sum(values).divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
      case COLLECT_LIST -> List.copyOf(values);
      case COLLECT_SET -> distinct(values);
    };
  }

  private static Set<Object> distinct(Collection<Object> values) {
    Set<Object> distinct = new LinkedHashSet<>();
    for (Object value : values) {
      Interruption.check();
      distinct.add(Comparing.canonical(value));
    }
    return distinct;
  }

  private static BigDecimal sum(Collection<Object> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Object value : values) {
      Interruption.check();
      sum = sum.add((BigDecimal) value);
    }
    return sum;
  }

  private static @Nullable Object extreme(Collection<Object> values, int direction) {
    Object extreme = null;
    for (Object value : values) {
      Interruption.check();
      if (extreme == null || direction * Comparing.order(value, extreme) > 0) {
        extreme = value;
      }
    }
    return extreme;
  }
}
