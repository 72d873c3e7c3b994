package io.credentialrules.oracle;

import io.credentialrules.policy.syntax.Expression;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What counts of values of which at most so much does, for each key by itself. */
final class Caps {
  private final Values values;

  Caps(Values values) {
    this.values = values;
  }

  /** The amounts that are added up, or of which the mean is taken. */
  List<Object> counted(String function, Expression.Capped capped, List<Search.Found> rows) {
    List<Object> keys = new ArrayList<>();
    List<Object> present = new ArrayList<>();
    for (Search.Found row : rows) {
      Object value = values.of(capped.value(), row.variables(), null);
      Object key = capped.key() == null ? "" : values.of(capped.key(), row.variables(), null);
      if (value != null && key != null) {
        keys.add(key);
        present.add(value);
      }
    }
    List<Object> counted = new ArrayList<>();
    for (Object key : Search.different(keys)) {
      List<Object> own = new ArrayList<>();
      for (int i = 0; i < keys.size(); i++) {
        if (Values.equal(keys.get(i), key)) {
          own.add(present.get(i));
        }
      }
      counted.addAll(ofKey(function, capped.most().value(), own));
    }
    return counted;
  }

  private static List<BigDecimal> ofKey(String function, BigDecimal most, List<Object> own) {
    return switch (function) {
      case "sumUpTo" -> List.of(Search.sum(own).min(most));
      case "countDistinctUpTo" ->
          List.of(BigDecimal.valueOf(Search.different(own).size()).min(most));
      case "sumOfItemsUpTo" -> List.of(best(own, 0, most));
      default ->
          own.stream()
              .map(BigDecimal.class::cast)
              .sorted(Comparator.reverseOrder())
              .limit(most.intValue())
              .toList();
    };
  }

  /** Each amount is in or out: whichever is more, within what is left. */
  private static BigDecimal best(List<Object> own, int from, BigDecimal left) {
    if (from == own.size()) {
      return BigDecimal.ZERO;
    }
    BigDecimal without = best(own, from + 1, left);
    BigDecimal amount = (BigDecimal) own.get(from);
    return amount.signum() <= 0 || amount.compareTo(left) > 0
        ? without
        : without.max(best(own, from + 1, left.subtract(amount)).add(amount));
  }
}
