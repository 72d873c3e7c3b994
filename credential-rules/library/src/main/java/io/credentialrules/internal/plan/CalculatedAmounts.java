package io.credentialrules.internal.plan;

import io.credentialrules.internal.plan.CalculatedNeeds.Point;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Test;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of one more fact at which comparisons change that are calculated, whatever totals the
 * fact is in: they lie on the line through what two amounts come to.
 *
 * @param greatest the greatest amount that is known of a field; null where none is
 * @param results what totals come to with a fact of some values; null where it cannot be
 */
record CalculatedAmounts(
    List<Test> tests,
    Function<String, @Nullable BigDecimal> greatest,
    Function<Map<String, Optional<Object>>, @Nullable Slots> results) {

  private static final int ROUNDS = 10;

  /** Tries values with one of their amounts changed, those beyond what is known last. */
  boolean any(Map<String, Optional<Object>> values, Predicate<Map<String, Optional<Object>>> does) {
    List<Map<String, Optional<Object>>> beyond = new ArrayList<>();
    for (Map.Entry<String, Optional<Object>> value : values.entrySet()) {
      if (value.getValue().orElse(null) instanceof BigDecimal amount) {
        Point here = point(values, value.getKey(), amount);
        Point there = point(values, value.getKey(), amount.add(BigDecimal.ONE));
        if (here == null || there == null) {
          continue;
        }
        for (Test test : tests) {
          if (any(values, value.getKey(), new Line(test, here, there), beyond, does)) {
            return true;
          }
        }
      }
    }
    return beyond.stream().anyMatch(does);
  }

  /** A comparison, and two amounts through which a line says where it changes. */
  private record Line(Test test, Point here, Point there) {
    private @Nullable BigDecimal crossing() {
      return CalculatedNeeds.between(test, here, there);
    }
  }

  /** Goes from one crossing to the next while it is not there yet. */
  private boolean any(
      Map<String, Optional<Object>> values,
      String field,
      Line first,
      List<Map<String, Optional<Object>>> beyond,
      Predicate<Map<String, Optional<Object>>> does) {
    BigDecimal most = greatest.apply(field);
    Line line = first;
    for (int round = 0; round < ROUNDS; round++) {
      BigDecimal needs = line.crossing();
      if (needs == null || needs.signum() < 0 || needs.compareTo(line.here().amount()) == 0) {
        return false;
      }
      Map<String, Optional<Object>> other = with(values, field, needs);
      if (most != null && needs.compareTo(most) > 0) {
        beyond.add(other);
        return false;
      }
      if (does.test(other)) {
        return true;
      }
      Point next = point(values, field, needs);
      if (next == null) {
        return false;
      }
      line = new Line(line.test(), next, line.here());
    }
    return false;
  }

  private @Nullable Point point(
      Map<String, Optional<Object>> values, String field, BigDecimal amount) {
    Slots all = results.apply(with(values, field, amount));
    return all == null ? null : new Point(amount, all);
  }

  private static Map<String, Optional<Object>> with(
      Map<String, Optional<Object>> values, String field, BigDecimal amount) {
    Map<String, Optional<Object>> other = new HashMap<>(values);
    other.put(field, Optional.of(amount));
    return other;
  }
}
