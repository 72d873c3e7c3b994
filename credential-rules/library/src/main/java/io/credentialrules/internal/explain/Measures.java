package io.credentialrules.internal.explain;

import io.credentialrules.Measure;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The amounts behind a test. */
final class Measures {
  private Measures() {}

  /** Has and needs of a test that compares amounts with a unit; otherwise null. */
  static @Nullable Measure of(Test test, Row row) {
    Test.Comparison comparison = test.comparison();
    if (comparison == null
        || !comparison.left().type().is(FieldKind.AMOUNT)
        || !isPlain(comparison.operator())
        || !(comparison.right().in(row) instanceof BigDecimal needs)) {
      return null;
    }
    String unit =
        comparison.left().unit().isEmpty() ? comparison.right().unit() : comparison.left().unit();
    if (unit.isEmpty()) {
      return null;
    }
    return new Measure((BigDecimal) comparison.left().in(row), comparison.operator(), needs, unit);
  }

  private static boolean isPlain(Operator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST -> true;
      default -> false;
    };
  }

  /**
   * The value that a test looks at, in words; empty where it is absent or where there are several.
   */
  static String has(Test test, Row row) {
    Test.Comparison comparison = test.comparison();
    Object value = comparison == null ? null : comparison.left().in(row);
    if (value == null) {
      return "";
    }
    if (value instanceof io.credentialrules.internal.program.Candidate candidate) {
      return candidate.type().noun();
    }
    return value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
  }
}
