package io.credentialrules.internal.program;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.policy.Constraint;
import io.credentialrules.policy.Operator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A typed constraint.
 *
 * @param source as the author wrote it
 * @param slots the slots that it reads
 * @param key text that two tests share only when they test alike
 * @param comparison what is compared, where the whole constraint is one comparison; otherwise null
 * @param parts those that {@code &&}, {@code ||} or {@code !} joins; empty for a single constraint
 * @param holds decides it
 */
public record Test(
    Constraint source,
    ImmutableSet<Integer> slots,
    String key,
    @Nullable Comparison comparison,
    List<Test> parts,
    Predicate<Row> holds) {
  /** Copies the parts. */
  public Test {
    parts = List.copyOf(parts);
  }

  /** A single constraint. */
  public Test(
      Constraint source,
      ImmutableSet<Integer> slots,
      String key,
      @Nullable Comparison comparison,
      Predicate<Row> holds) {
    this(source, slots, key, comparison, List.of(), holds);
  }

  /** Two values and how they are compared; where one is a literal, it is on the right. */
  public record Comparison(Value left, Operator operator, Value right) {

    /**
     * Whether a field must equal one literal text or word: what tells facts apart rather than
     * measures them.
     */
    public boolean isIdentity() {
      return (operator == Operator.EQUAL || operator == Operator.IN)
          && left.field() != null
          && right.isLiteral()
          && (left.type().is(io.credentialrules.policy.FieldKind.TEXT)
              || left.type().is(io.credentialrules.policy.FieldKind.WORD));
    }
  }

  /** This test with another key. */
  public Test withKey(String other) {
    return new Test(source, slots, other, comparison, holds);
  }

  /** Whether it holds in a row. */
  public boolean in(Row row) {
    return holds.test(row);
  }
}
