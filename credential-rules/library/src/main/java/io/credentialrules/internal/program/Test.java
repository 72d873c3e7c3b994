package io.credentialrules.internal.program;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.policy.syntax.Constraint;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A typed constraint. Compared by identity. */
public final class Test {
  private final Constraint source;
  private final Formula formula;
  private final ImmutableSet<Integer> slots;
  private final Predicate<Row> holds;
  private final boolean asksWhenEarned;
  private final int work;

  /** A constraint as the author wrote it, and what it says. */
  public Test(Constraint source, Formula formula) {
    this.source = source;
    this.formula = formula;
    this.slots = formula.slots();
    this.holds = formula.compiled();
    this.asksWhenEarned = asksWhenEarned(formula);
    this.work = work(formula);
  }

  /** As the author wrote it. */
  public Constraint source() {
    return source;
  }

  /** What it says of a row. */
  public Formula formula() {
    return formula;
  }

  /** The slots that it reads. */
  public ImmutableSet<Integer> slots() {
    return slots;
  }

  /** Whether it reads no other slot. */
  public boolean readsOnly(int slot) {
    return slots.isEmpty() || (slots.size() == 1 && slots.contains(slot));
  }

  /** Text that two tests share only when they test alike. */
  public String key() {
    return formula.key(Value::slotName);
  }

  /** The key with names for the slots. */
  public String key(IntFunction<String> slotNames) {
    return formula.key(slotNames);
  }

  /** What is compared, where the whole constraint is one comparison; otherwise null. */
  public @Nullable Comparison comparison() {
    return formula instanceof Comparison comparison ? comparison : null;
  }

  /** Those that {@code &&}, {@code ||} or {@code !} joins; empty for a single constraint. */
  public List<Test> parts() {
    return formula.parts();
  }

  /**
   * Whether it looks at since when or until when a credential is earned, which is known only once
   * all is settled that earns it.
   */
  public boolean asksWhenEarned() {
    return asksWhenEarned;
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

  /** How many comparisons it makes at the most, where a calculation is as many as its parts. */
  public int work() {
    return work;
  }

  /** How many comparisons tests make at the most. */
  public static int work(List<Test> tests) {
    int work = 0;
    for (int i = 0; i < tests.size(); i++) {
      work += tests.get(i).work;
    }
    return work;
  }

  /** Whether it holds in a row. */
  public boolean in(Row row) {
    return holds.test(row);
  }

  /** Whether all hold in a row. */
  public static boolean all(List<Test> tests, Row row) {
    for (Test test : tests) {
      if (!test.in(row)) {
        return false;
      }
    }
    return true;
  }
}
