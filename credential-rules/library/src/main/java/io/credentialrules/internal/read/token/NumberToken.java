package io.credentialrules.internal.read.token;

import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * A number without its sign.
 *
 * @param value digits, with a decimal point where there is one, without the suffix
 * @param end offset just after the number, or after what runs into it
 */
record NumberToken(String value, int end, @Nullable Fault fault) {

  /** More digits than any amount has, and few enough that none of them takes time. */
  private static final int MOST_CHARACTERS = 40;

  static NumberToken at(String source, int start) {
    int digits = digits(source, start);
    if (digits - start <= MOST_CHARACTERS
        && source.charAt(start) != '0'
        && isAlone(source, digits)) {
      return new NumberToken(source.substring(start, digits), digits, null);
    }
    return other(source, start, digits);
  }

  /** What goes on after its digits, or is written otherwise. */
  private static NumberToken other(String source, int start, int digits) {
    int date = NumberSlips.endOfDate(source, start);
    if (date > 0) {
      return new NumberToken("0", date, NumberSlips.date(source.substring(start, date)));
    }
    int apostrophes = NumberSlips.endOfApostrophes(source, start);
    if (apostrophes > 0) {
      return new NumberToken(
          "0", apostrophes, NumberSlips.apostrophes(source.substring(start, apostrophes)));
    }
    int end = digits;
    boolean whole = true;
    if (end + 1 < source.length()
        && source.charAt(end) == '.'
        && Characters.isDigit(source.charAt(end + 1))) {
      end = digits(source, end + 1);
      whole = false;
    }
    int run = run(source, end);
    boolean suffixed =
        run == end + 1
            && (source.charAt(end) == 'B'
                || (whole && (source.charAt(end) == 'L' || source.charAt(end) == 'I')));
    boolean leadingZero = source.charAt(start) == '0' && digits > start + 1;
    if ((run > end && !suffixed) || leadingZero || end - start > MOST_CHARACTERS) {
      return new NumberToken(
          "0", run, NumberSlips.fault(source.substring(start, Math.min(run, start + 70))));
    }
    return new NumberToken(source.substring(start, end), run, null);
  }

  /**
   * Whether nothing goes on after the digits, as the month of a date does in {@code 3 May 2026}.
   */
  private static boolean isAlone(String source, int end) {
    int next = end < source.length() && source.charAt(end) == ' ' ? end + 1 : end;
    return next == source.length() || ",;)\n".indexOf(source.charAt(next)) >= 0;
  }

  private static int digits(String source, int from) {
    int end = from;
    while (end < source.length() && Characters.isDigit(source.charAt(end))) {
      end++;
    }
    return end;
  }

  /** After everything that runs into the number: {@code 2d}, {@code 1.2.3}, {@code 5.}. */
  private static int run(String source, int from) {
    int end = from;
    while (end < source.length()
        && (Characters.continuesWord(source.charAt(end)) || source.charAt(end) == '.')) {
      end++;
    }
    return end;
  }
}
