package io.credentialrules.internal.program;

import io.credentialrules.internal.work.Interruption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One value for each key: that of the row which is the best, the latest or the first. Of several
 * that are so it is the greatest value, so that a tie counts once and no order of facts matters.
 * Rows without a value, a key or what decides are left out.
 *
 * @param each the key, which has one value only
 * @param by what decides, an amount or a date
 * @param isLeast whether the least of it decides rather than the greatest
 */
public record OncePer(Value value, Value each, Value by, boolean isLeast) implements OverRows {

  /** A row that competes with others of its key. */
  private record Attempt(Object value, Object by) {}

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
    return each.in(row) == null || by.in(row) == null ? null : value.in(row);
  }

  @Override
  public @Nullable Object total(Aggregation kind, Collection<? extends Row> rows) {
    return kind.of(of(rows));
  }

  /** The values of all keys. */
  private List<Object> of(Collection<? extends Row> rows) {
    Map<Object, Attempt> chosen = new LinkedHashMap<>();
    for (Row row : rows) {
      Interruption.check();
      Object worth = in(row);
      Object of = each.in(row);
      Object decides = by.in(row);
      if (worth != null && of != null && decides != null) {
        chosen.merge(Comparing.canonical(of), new Attempt(worth, decides), this::better);
      }
    }
    List<Object> values = new ArrayList<>();
    chosen.values().forEach(attempt -> values.add(attempt.value()));
    return values;
  }

  private Attempt better(Attempt one, Attempt other) {
    int order = Comparing.order(one.by(), other.by());
    if (order == 0) {
      return Comparing.order(one.value(), other.value()) >= 0 ? one : other;
    }
    return (order > 0) == isLeast ? other : one;
  }

  @Override
  public void visit(Consumer<Value> visitor) {
    visitor.accept(this);
    value.visit(visitor);
    each.visit(visitor);
    by.visit(visitor);
  }

  @Override
  public String key(IntFunction<String> slotNames) {
    return value.key(slotNames)
        + (isLeast ? " of least " : " of greatest ")
        + by.key(slotNames)
        + " for each "
        + each.key(slotNames);
  }
}
