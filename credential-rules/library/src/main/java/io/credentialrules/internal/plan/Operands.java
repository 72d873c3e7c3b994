package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Calculation;
import io.credentialrules.internal.program.Capped;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.OncePer;
import io.credentialrules.internal.program.StartOf;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a test or a value looks at: fields of slots, literals, and by how much dates are shifted,
 * each from left to right.
 */
final class Operands {
  private final Set<Read> reads = new LinkedHashSet<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<String> expressions = new LinkedHashSet<>();
  private final List<BigDecimal> amounts = new ArrayList<>();
  private final List<LocalDate> dates = new ArrayList<>();
  private final List<Period> shifts = new ArrayList<>();

  /** A field of the fact in a slot; the slot itself where there is no field. */
  record Read(int slot, @Nullable String field) {}

  private Operands() {}

  static Operands of(Test test) {
    Operands operands = new Operands();
    operands.add(test.formula());
    return operands;
  }

  static Operands of(Value value) {
    Operands operands = new Operands();
    operands.add(value);
    return operands;
  }

  /** The field of a slot that a value reads; null where it reads none or several. */
  static @Nullable Read onlyRead(Value value) {
    Operands operands = of(value);
    return operands.reads.size() == 1 ? operands.reads.iterator().next() : null;
  }

  private void add(Formula formula) {
    if (formula instanceof Comparison comparison) {
      add(comparison.left());
      boolean isExpression =
          comparison.operator() == Operator.MATCHES
              || comparison.operator() == Operator.NOT_MATCHES;
      if (isExpression && comparison.right().literal() instanceof String expression) {
        expressions.add(expression);
      } else {
        add(comparison.right());
      }
    } else if (formula instanceof Formula.IsTrue isTrue) {
      add(isTrue.value());
    } else if (formula instanceof Formula.StillEarned still) {
      add(still.credential());
    } else if (formula instanceof Formula.SameFact same) {
      add(same.one());
      add(same.other());
    } else {
      formula.parts().forEach(part -> add(part.formula()));
    }
  }

  private void add(Value value) {
    if (value instanceof Value.Literal literal) {
      add(literal);
    } else if (value instanceof Value.Slot slot) {
      reads.add(new Read(slot.slot(), null));
    } else if (value instanceof Value.Field field) {
      reads.add(new Read(field.of().slot(), field.field().name()));
    } else if (value instanceof Value.Size size) {
      add(size.of());
    } else if (value instanceof Calculation calculation) {
      add(calculation.left());
      add(calculation.right());
    } else if (value instanceof OncePer once) {
      add(once.value());
      add(once.each());
      add(once.by());
    } else if (value instanceof Capped capped) {
      add(capped.value());
      if (capped.each() != null) {
        add(capped.each());
      }
    } else if (value instanceof Value.Shift shift) {
      add(shift.of());
      shifts.add(shift.by());
    } else if (value instanceof StartOf start) {
      add(start.of());
    } else if (value instanceof Value.Listing list) {
      list.values().forEach(this::add);
    }
  }

  private void add(Value.Literal literal) {
    if (literal.literal() instanceof String text) {
      texts.add(text);
    } else if (literal.literal() instanceof BigDecimal amount) {
      amounts.add(amount.stripTrailingZeros());
    } else if (literal.literal() instanceof LocalDate date) {
      dates.add(date);
    }
  }

  /** The fields and totals that are read. */
  Set<Read> reads() {
    return reads;
  }

  /** Whether a field of a slot is read. */
  boolean reads(int slot, String field) {
    return reads.contains(new Read(slot, field));
  }

  /** The literal texts. */
  Set<String> texts() {
    return texts;
  }

  /** The regular expressions. */
  Set<String> expressions() {
    return expressions;
  }

  /** The literal numbers. */
  List<BigDecimal> amounts() {
    return amounts;
  }

  /** The literal dates. */
  List<LocalDate> dates() {
    return dates;
  }

  /** By how much dates are shifted. */
  List<Period> shifts() {
    return shifts;
  }
}
