package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the constants out of the tests of one branch: what is left is the same for all branches
 * that differ in them alone. A constant becomes a slot with a negative number, which a row of the
 * branch fills; so the tests of a shape are computed like any others.
 */
final class Constants {
  private final List<Object> values = new ArrayList<>();
  private final Map<Object, Object> known;

  /**
   * The constants of a branch.
   *
   * @param known the constants of all branches so far, by themselves: equal ones are kept once, so
   *     that the words which all branches share are near whenever one is tested
   */
  Constants(Map<Object, Object> known) {
    this.known = known;
  }

  /** The constants so far, in the order of their slots. */
  Object[] values() {
    return values.toArray();
  }

  /** Which of the constants of a branch is in a negative slot. */
  static int place(int slot) {
    return -1 - slot;
  }

  /** Whether a slot holds a constant. */
  static boolean isAt(int slot) {
    return slot < 0;
  }

  List<Test> takenFrom(List<Test> tests) {
    return tests.stream().map(this::takenFrom).toList();
  }

  private Test takenFrom(Test test) {
    return new Test(test.source(), takenFrom(test.formula()));
  }

  private Formula takenFrom(Formula formula) {
    if (formula instanceof Formula.Not not) {
      return new Formula.Not(takenFrom(not.part()));
    }
    if (formula instanceof Formula.And and) {
      return new Formula.And(takenFrom(and.parts()));
    }
    if (formula instanceof Formula.Or or) {
      return new Formula.Or(takenFrom(or.parts()));
    }
    return formula instanceof Comparison comparison ? takenFrom(comparison) : formula;
  }

  private Formula takenFrom(Comparison comparison) {
    Value right =
        switch (comparison.operator()) {
          case EQUAL, NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST, CONTAINS, NOT_CONTAINS ->
              slotFor(comparison.right());
          case IN, NOT_IN ->
              comparison.right() instanceof Value.Listing list
                  ? new Value.Listing(list.values().stream().map(this::slotFor).toList())
                  : comparison.right();
          // An expression is compiled once with its test, so it belongs to the shape.
          case MEMBER_OF, NOT_MEMBER_OF, MATCHES, NOT_MATCHES -> comparison.right();
        };
    return new Comparison(comparison.left(), comparison.operator(), right, comparison.levels());
  }

  private Value slotFor(Value value) {
    @Nullable Object constant = value instanceof Value.Literal literal ? literal.literal() : null;
    if (constant == null) {
      return value;
    }
    Object first = known.putIfAbsent(constant, constant);
    values.add(first == null ? constant : first);
    return new Value.Slot(-values.size(), value.type(), value.unit());
  }
}
