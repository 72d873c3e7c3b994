package io.credentialrules.internal.program;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * What a test says of a row: something to look at, from which its decision, its key and what it
 * reads are derived.
 */
public sealed interface Formula
    permits Comparison,
        Formula.IsTrue,
        Formula.StillEarned,
        Formula.SameFact,
        Formula.Not,
        Formula.And,
        Formula.Or {

  /** Visits the values that it compares and those that they are computed from, left to right. */
  void visit(Consumer<Value> visitor);

  /** Text that two formulas share only when they test alike, with names for their slots. */
  String key(IntFunction<String> slotNames);

  /** Decides it; built once for each test, because it is called for each fact. */
  Predicate<Row> compiled();

  /** The slots that it reads. */
  default ImmutableSet<Integer> slots() {
    ImmutableSet.Builder<Integer> slots = ImmutableSet.builder();
    visit(
        value -> {
          if (value instanceof Value.Slot read) {
            slots.add(read.slot());
          }
        });
    return slots.build();
  }

  /** The tests that {@code &&}, {@code ||} or {@code !} joins; empty for a single constraint. */
  default List<Test> parts() {
    return List.of();
  }

  /** A value is true. */
  record IsTrue(Value value) implements Formula {
    @Override
    public void visit(Consumer<Value> visitor) {
      value.visit(visitor);
    }

    @Override
    public String key(IntFunction<String> slotNames) {
      return value.key(slotNames);
    }

    @Override
    public Predicate<Row> compiled() {
      return row -> Boolean.TRUE.equals(value.in(row));
    }
  }

  /** A credential is earned and has not lapsed. */
  record StillEarned(Value.Slot credential) implements Formula {
    @Override
    public void visit(Consumer<Value> visitor) {
      credential.visit(visitor);
    }

    @Override
    public String key(IntFunction<String> slotNames) {
      return credential.key(slotNames) + " still earned";
    }

    @Override
    public Predicate<Row> compiled() {
      return row -> credential.in(row) instanceof Candidate candidate && !candidate.hasLapsed();
    }
  }

  /** Two patterns match one and the same fact. */
  record SameFact(Value.Slot one, Value.Slot other) implements Formula {
    @Override
    public void visit(Consumer<Value> visitor) {
      one.visit(visitor);
      other.visit(visitor);
    }

    @Override
    public String key(IntFunction<String> slotNames) {
      return one.key(slotNames) + " same " + other.key(slotNames);
    }

    @Override
    public Predicate<Row> compiled() {
      return row -> one.in(row) == other.in(row);
    }
  }

  /** A test fails. */
  record Not(Test part) implements Formula {
    @Override
    public List<Test> parts() {
      return List.of(part);
    }

    @Override
    public void visit(Consumer<Value> visitor) {
      part.formula().visit(visitor);
    }

    @Override
    public String key(IntFunction<String> slotNames) {
      return "!(" + part.key(slotNames) + ")";
    }

    @Override
    public Predicate<Row> compiled() {
      return row -> !part.in(row);
    }
  }

  /** All tests pass. */
  record And(List<Test> parts) implements Formula {
    /** Copies the tests. */
    public And {
      parts = List.copyOf(parts);
    }

    @Override
    public void visit(Consumer<Value> visitor) {
      parts.forEach(part -> part.formula().visit(visitor));
    }

    @Override
    public String key(IntFunction<String> slotNames) {
      return joined(parts, " && ", slotNames);
    }

    @Override
    public Predicate<Row> compiled() {
      return row -> Test.all(parts, row);
    }
  }

  /** Some test passes. */
  record Or(List<Test> parts) implements Formula {
    /** Copies the tests. */
    public Or {
      parts = List.copyOf(parts);
    }

    @Override
    public void visit(Consumer<Value> visitor) {
      parts.forEach(part -> part.formula().visit(visitor));
    }

    @Override
    public String key(IntFunction<String> slotNames) {
      return joined(parts, " || ", slotNames);
    }

    @Override
    public Predicate<Row> compiled() {
      return row -> {
        for (Test part : parts) {
          if (part.in(row)) {
            return true;
          }
        }
        return false;
      };
    }
  }

  private static String joined(List<Test> parts, String by, IntFunction<String> slotNames) {
    return String.join(by, parts.stream().map(part -> "(" + part.key(slotNames) + ")").toList());
  }
}
