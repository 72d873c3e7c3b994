package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.CalendarYears;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which values a field can have by its declaration. A host's own type need not refuse others, but
 * no evaluation reads them.
 */
final class FieldBounds {
  private FieldBounds() {}

  static boolean allow(VocabularyField field, @Nullable Object value) {
    if (value == null) {
      return !field.required();
    }
    if (value instanceof LocalDate date) {
      return CalendarYears.has(date);
    }
    return !(value instanceof BigDecimal amount) || within(field, amount).compareTo(amount) == 0;
  }

  /** The least amount, or none where there is no least one. */
  static BigDecimal usual(VocabularyField field) {
    return field.min() == null ? within(field, BigDecimal.ZERO) : field.min();
  }

  private static BigDecimal within(VocabularyField field, BigDecimal amount) {
    BigDecimal atLeast = field.min() == null ? amount : amount.max(field.min());
    return field.max() == null ? atLeast : atLeast.min(field.max());
  }
}
