package io.credentialrules.internal.program;

import io.credentialrules.internal.work.Interruption;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values of which at most so much counts, in all or for each value of a key. Rows without a value
 * or a key are left out.
 *
 * @param most how much counts; of the greatest values, how many
 * @param each the key; null where so much counts in all
 */
public record Capped(Value value, Way way, BigDecimal most, @Nullable Value each)
    implements OverRows {

  /** In what way no more counts. */
  public enum Way {
    /** Of the total so much. */
    AMOUNT(" up to "),
    /** Of whole values those that together are the most, and no more than that. */
    ITEMS(" of whole ones up to "),
    /** So many values, the greatest ones. */
    GREATEST(" of the greatest ");

    private final String key;

    Way(String key) {
      this.key = key;
    }
  }

  @Override
  public ValueType type() {
    return value.type();
  }

  @Override
  public String unit() {
    return value.unit();
  }

  /** The value of a row alone. */
  @Override
  public @Nullable Object in(Row row) {
    return each != null && each.in(row) == null ? null : value.in(row);
  }

  /** The sum, the mean or the number of different values of what counts. */
  @Override
  public @Nullable Object total(Aggregation kind, Collection<? extends Row> rows) {
    List<Object> counted = new ArrayList<>();
    for (List<Row> group : groups(rows)) {
      List<Object> values = new ArrayList<>();
      group.forEach(row -> values.add(value.in(row)));
      counted.addAll(
          switch (way) {
            case AMOUNT -> List.of(most.min(amount(kind, values)));
            case ITEMS -> List.of(WholeItems.within(most, amounts(values), spending(group)));
            case GREATEST ->
                amounts(values).stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(most.intValueExact())
                    .toList();
          });
    }
    return (kind == Aggregation.AVERAGE ? kind : Aggregation.SUM).of(counted);
  }

  /** What there would be if everything counted. */
  public @Nullable Object uncapped(Aggregation kind, Collection<? extends Row> rows) {
    List<Object> all = new ArrayList<>();
    for (List<Row> group : groups(rows)) {
      List<Object> values = new ArrayList<>();
      group.forEach(row -> values.add(value.in(row)));
      if (kind == Aggregation.COUNT_DISTINCT) {
        all.add(kind.of(values));
      } else {
        all.addAll(values);
      }
    }
    return (kind == Aggregation.AVERAGE ? kind : Aggregation.SUM).of(all);
  }

  private static BigDecimal amount(Aggregation kind, List<Object> values) {
    return kind.of(values) instanceof BigDecimal amount ? amount : BigDecimal.ZERO;
  }

  private static List<BigDecimal> amounts(List<Object> values) {
    return values.stream().map(BigDecimal.class::cast).toList();
  }

  /** The rows of each key that have a value. */
  private Collection<List<Row>> groups(Collection<? extends Row> rows) {
    Map<Object, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      Interruption.check();
      Object key = each == null ? "" : each.in(row);
      if (key != null && value.in(row) != null) {
        groups.computeIfAbsent(Comparing.canonical(key), none -> new ArrayList<>()).add(row);
      }
    }
    return groups.values();
  }

  /** What is tried spends from the budget of the facts. */
  private Runnable spending(List<Row> rows) {
    if (rows.get(0) instanceof GroupedBy.Group group && group.anyFact() != null) {
      return group.anyFact().budget()::spendRow;
    }
    for (int slot : value.slots()) {
      if (rows.get(0).at(slot) instanceof Candidate candidate) {
        return candidate.budget()::spendRow;
      }
    }
    return Interruption::check;
  }

  @Override
  public void visit(Consumer<Value> visitor) {
    visitor.accept(this);
    value.visit(visitor);
    if (each != null) {
      each.visit(visitor);
    }
  }

  @Override
  public String key(IntFunction<String> slotNames) {
    return value.key(slotNames)
        + way.key
        + most.stripTrailingZeros()
        + (each == null ? "" : " for each " + each.key(slotNames));
  }
}
