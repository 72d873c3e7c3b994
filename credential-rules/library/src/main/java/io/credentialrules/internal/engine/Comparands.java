package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Row;
import java.util.List;
import java.util.function.BiPredicate;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * What a condition compares a fact with.
 *
 * @param others the variables of the other facts and totals
 * @param layout where the condition finds what it reads
 */
record Comparands(List<Variable<Object>> others, SlotVariables.Layout layout) {
  private static final int MOST = 3;

  /**
   * The same, or another fact where it compares with none, so that it is asked for each of them.
   */
  Comparands or(@Nullable Variable<Object> other) {
    return others.isEmpty() && other != null ? new Comparands(List.of(other), layout) : this;
  }

  /** Whether the engine takes so many in one condition. */
  boolean areFew() {
    return others.size() <= MOST;
  }

  /** Adds a condition of the fact and of all that it is compared with. */
  void test(PatternDef<Object> pattern, String id, BiPredicate<Object, Row> holds) {
    switch (others.size()) {
      case 0 -> pattern.expr(id, fact -> holds.test(fact, layout.row(fact)));
      case 1 -> pattern.expr(id, others.get(0), (fact, a) -> holds.test(fact, layout.row(fact, a)));
      case 2 ->
          pattern.expr(
              id,
              others.get(0),
              others.get(1),
              (fact, a, b) -> holds.test(fact, layout.row(fact, a, b)));
      case 3 ->
          pattern.expr(
              id,
              others.get(0),
              others.get(1),
              others.get(2),
              (fact, a, b, c) -> holds.test(fact, layout.row(fact, a, b, c)));
      default -> throw new IllegalStateException("the checks allow no constraint on so many facts");
    }
  }

  /** Binds all of them to one value that is for the whole combination. */
  void bind(PatternDef<Object> pattern, Variable<Object> row) {
    switch (others.size()) {
      case 1 -> pattern.bind(row, others.get(0), (fact, a) -> layout.row(fact, a));
      case 2 ->
          pattern.bind(row, others.get(0), others.get(1), (fact, a, b) -> layout.row(fact, a, b));
      case 3 ->
          pattern.bind(
              row,
              others.get(0),
              others.get(1),
              others.get(2),
              (fact, a, b, c) -> layout.row(fact, a, b, c));
      default ->
          throw new IllegalStateException("the checks allow no accumulate over so many patterns");
    }
  }
}
