package io.credentialrules.internal.check.words;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A word of a name.
 *
 * @param text in lowercase
 * @param number its value where it is a number in digits or words; otherwise null
 * @param inDigits whether it is a number in digits
 * @param begins whether something before it separates it from the words before
 * @param start where it begins in the name
 * @param end where it ends
 */
record NameToken(
    String text,
    @Nullable BigDecimal number,
    boolean inDigits,
    boolean begins,
    int start,
    int end) {

  boolean isNumber() {
    return number != null;
  }

  /** Whether both are numbers, and this is the smaller one. */
  boolean isLess(NameToken other) {
    return number != null && other.number != null && number.compareTo(other.number) < 0;
  }

  /** "One" and above all "un" rarely count. */
  boolean isArticle() {
    return !inDigits && number != null && number.compareTo(BigDecimal.ONE) == 0;
  }
}
