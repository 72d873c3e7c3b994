package io.credentialrules.oracle;

import io.credentialrules.policy.syntax.Expression;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What counts of values of which at most so much does, for each key by itself. */
final class Caps {
  private final Values values;

  Caps(Values values) {
    this.values = values;
  }

  /** The amounts that are added up, or of which the mean is taken. */
  List<Object> counted(String function, Expression argument, List<Search.Found> rows) {
    Expression value;
    Expression most;
    Expression key;
    if (argument instanceof Expression.Capped capped) {
      value = capped.value();
      most = capped.most();
      key = capped.key();
    } else {
      Expression.NamedCap capped = (Expression.NamedCap) argument;
      value = capped.value();
      most = capped.most();
      key = capped.key();
    }
    BigDecimal cap = (BigDecimal) Objects.requireNonNull(values.of(most, Map.of(), null));
    return counted(function, value, cap, key, rows);
  }

  private List<Object> counted(
      String function,
      Expression argument,
      BigDecimal most,
      @Nullable Expression keyed,
      List<Search.Found> rows) {
    List<Object> keys = new ArrayList<>();
    List<Object> present = new ArrayList<>();
    for (Search.Found row : rows) {
      Object value = values.of(argument, row.variables(), null);
      Object key = keyed == null ? "" : values.of(keyed, row.variables(), null);
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
      counted.addAll(ofKey(function, most, own));
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
