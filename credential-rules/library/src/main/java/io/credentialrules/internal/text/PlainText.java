package io.credentialrules.internal.text;

import com.google.common.base.CharMatcher;
import java.util.Locale;

/** What is left of a text without the ways of writing that people take for the same. */
public final class PlainText {
  private static final CharMatcher SPELLED =
      CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9')).precomputed();

  private PlainText() {}

  /** The text without capitals, spaces, dashes and underscores. */
  public static String of(String text) {
    if (SPELLED.matchesAllOf(text)) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().filter(PlainText::isWritten).forEach(plain::appendCodePoint);
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isWritten(int character) {
    return switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.DASH_PUNCTUATION ->
          false;
      default -> "\t\n\f\r_".indexOf(character) < 0;
    };
  }
}
