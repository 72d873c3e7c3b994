package io.credentialrules.internal.explain;

import io.credentialrules.Measure;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.result.StatedMeasure;
import io.credentialrules.policy.FieldKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The amounts that a test compares. */
final class Measures {
  /** The unit of what is divided by its own kind. */
  private static final String RATIO = "in proportion";

  private Measures() {}

  /** Has and needs of a test that compares amounts with a unit; otherwise null. */
  static @Nullable Measure of(Test test, Row row) {
    Comparison comparison = test.comparison();
    if (comparison == null
        || !comparison.left().type().is(FieldKind.AMOUNT)
        || !comparison.operator().comparesAmounts()
        || !(comparison.right().in(row) instanceof BigDecimal needs)) {
      return null;
    }
    String unit = comparison.unit();
    if (unit.isEmpty() && comparison.isCalculated()) {
      unit = RATIO;
    }
    if (unit.isEmpty()) {
      return null;
    }
    Measure measure =
        new StatedMeasure(
            (BigDecimal) comparison.left().in(row), comparison.operator(), needs, unit);
    // Of a quotient that only looks like what is asked for once it is rounded, nothing is shown.
    return measure.isSatisfied() == test.in(row) ? measure : null;
  }

  /**
   * The value that a test looks at, in words; empty where it is absent or where there are several.
   */
  static String has(Test test, Row row) {
    Comparison comparison = test.comparison();
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
