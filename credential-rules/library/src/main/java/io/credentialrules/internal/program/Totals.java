package io.credentialrules.internal.program;

import io.credentialrules.internal.work.Interruption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results of the functions of one accumulate, by slot. */
public final class Totals implements Row {
  private final List<Step.Function> functions;
  private final @Nullable Object[] results;

  private Totals(List<Step.Function> functions, @Nullable Object[] results) {
    this.functions = functions;
    this.results = results;
  }

  /** Results that were worked out already, in the order of their functions. */
  public static Totals of(List<Step.Function> functions, @Nullable Object[] results) {
    return new Totals(functions, results.clone());
  }

  /** Computes all functions of a total over the combinations of its steps. */
  public static Totals of(Step.Total total, Collection<? extends Row> rows) {
    return of(total.functions(), total.grouping() == null ? rows : total.grouping().kept(rows));
  }

  /** Computes all functions over these combinations; values that are absent are left out. */
  public static Totals of(List<Step.Function> functions, Collection<? extends Row> rows) {
    @Nullable Object[] results = new @Nullable Object[functions.size()];
    for (int i = 0; i < results.length; i++) {
      Step.Function function = functions.get(i);
      Value argument = function.argument();
      if (argument instanceof OverRows over) {
        results[i] = over.total(function.kind(), rows);
        continue;
      }
      List<Object> values = new ArrayList<>();
      for (Row row : rows) {
        Interruption.check();
        Object value = argument == null ? row : argument.in(row);
        if (value != null) {
          values.add(value);
        }
      }
      results[i] = function.kind().of(values);
    }
    return new Totals(functions, results);
  }

  /** Whether the result of a function is in a slot. */
  public boolean fills(int slot) {
    return functions.stream().anyMatch(function -> function.slot() == slot);
  }

  @Override
  public @Nullable Object at(int slot) {
    for (int i = 0; i < results.length; i++) {
      if (functions.get(i).slot() == slot) {
        return results[i];
      }
    }
    throw new IllegalStateException("slot " + slot + " is no total");
  }
}
