package io.credentialrules.internal.program;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.policy.syntax.Constraint;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A typed constraint. Compared by identity. */
public final class Test {
  private final Constraint source;
  private final CompiledFormula compiled;

  /** A constraint as the author wrote it, and what it says. */
  public Test(Constraint source, Formula formula) {
    this(source, new CompiledFormula(formula));
  }

  /** The same with a formula that other tests have too. */
  public Test(Constraint source, CompiledFormula compiled) {
    this.source = source;
    this.compiled = compiled;
  }

  /** As the author wrote it. */
  public Constraint source() {
    return source;
  }

  /** What it says of a row. */
  public Formula formula() {
    return compiled.formula();
  }

  /** The slots that it reads. */
  public ImmutableSet<Integer> slots() {
    return compiled.slots();
  }

  /** Whether it reads no other slot. */
  public boolean readsOnly(int slot) {
    ImmutableSet<Integer> read = slots();
    return read.isEmpty() || (read.size() == 1 && read.contains(slot));
  }

  /** Text that two tests share only when they test alike. */
  public String key() {
    return formula().key(Value::slotName);
  }

  /** The key with names for the slots. */
  public String key(IntFunction<String> slotNames) {
    return formula().key(slotNames);
  }

  /** What is compared, where the whole constraint is one comparison; otherwise null. */
  public @Nullable Comparison comparison() {
    return formula() instanceof Comparison comparison ? comparison : null;
  }

  /** Those that {@code &&}, {@code ||} or {@code !} joins; empty for a single constraint. */
  public List<Test> parts() {
    return formula().parts();
  }

  /**
   * Whether it looks at since when or until when a credential is earned, which is known only once
   * all is settled that earns it.
   */
  public boolean asksWhenEarned() {
    return compiled.asksWhenEarned();
  }

  /** How many comparisons it makes at the most, where a calculation is as many as its parts. */
  public int work() {
    return compiled.work();
  }

  /** How many comparisons tests make at the most. */
  public static int work(List<Test> tests) {
    int work = 0;
    for (int i = 0; i < tests.size(); i++) {
      work += tests.get(i).work();
    }
    return work;
  }

  /** Whether it holds in a row. */
  public boolean in(Row row) {
    return compiled.holds(row);
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
