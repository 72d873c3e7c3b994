package io.credentialrules.vocabulary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Amounts in one form, so that 200 and 200.0 are equal, and within what a computer can add exactly.
 */
final class Amounts {
  private static final int MAX_DIGITS = 30;

  private Amounts() {}

  static @Nullable BigDecimal exact(
      String field, @Nullable BigDecimal amount, @Nullable String min, @Nullable String max) {
    if (amount == null) {
      return null;
    }
    if (amount.precision() > MAX_DIGITS || Math.abs((long) amount.scale()) > MAX_DIGITS) {
      throw new IllegalArgumentException(
          "`" + field + "` has more than " + MAX_DIGITS + " digits; maybe the unit is wrong");
    }
    if (min != null && amount.compareTo(new BigDecimal(min)) < 0) {
      throw new IllegalArgumentException(
          "`" + field + "` is `" + amount.toPlainString() + "`; the least it can be is " + min);
    }
    if (max != null && amount.compareTo(new BigDecimal(max)) > 0) {
      throw new IllegalArgumentException(
          "`" + field + "` is `" + amount.toPlainString() + "`; the most it can be is " + max);
    }
    BigDecimal plain = amount.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
