package io.credentialrules.internal.program;

import com.google.common.collect.ImmutableSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A formula with all that is derived from it, built once. Tests of equal formulas can share one: in
 * a catalogue of like rules most do. Equal where the formulas are.
 */
public final class CompiledFormula {
  /** Most formulas read the first slot; that set is kept once. */
  private static final ImmutableSet<Integer> FIRST = ImmutableSet.of(0);

  private final Formula formula;
  private final ImmutableSet<Integer> slots;
  private final Predicate<Row> holds;
  private final boolean asksWhenEarned;
  private final int work;

  /** Derives all of it. */
  public CompiledFormula(Formula formula) {
    ImmutableSet<Integer> read = formula.slots();
    this.formula = formula;
    this.slots = read.equals(FIRST) ? FIRST : read;
    this.holds = formula.compiled();
    this.asksWhenEarned = asksWhenEarned(formula);
    this.work = work(formula);
  }

  public Formula formula() {
    return formula;
  }

  ImmutableSet<Integer> slots() {
    return slots;
  }

  boolean holds(Row row) {
    return holds.test(row);
  }

  boolean asksWhenEarned() {
    return asksWhenEarned;
  }

  int work() {
    return work;
  }

  private static boolean asksWhenEarned(Formula formula) {
    boolean[] asks = new boolean[1];
    formula.visit(value -> asks[0] |= value.asksWhenEarned());
    return asks[0];
  }

  private static int work(Formula formula) {
    int[] values = new int[1];
    formula.visit(value -> values[0]++);
    return (values[0] + 1) / 2;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CompiledFormula that && formula.equals(that.formula);
  }

  @Override
  public int hashCode() {
    return formula.hashCode();
  }

  @Override
  public String toString() {
    return formula.key(Value::slotName);
  }
}
