package io.credentialrules.report.internal.picture;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Breaks text into lines of a width. Widths are estimated from the characters and not asked of a
 * font, so that a picture is the same on every machine; they lie on the wide side.
 */
final class TextLines {
  private static final String NARROW = "iljtfrI.,:;'|!()[]-’‘\u00a0 1";
  private static final String WIDE = "mwMW@%—“”«»&";
  private static final double NARROW_WIDTH = 0.36;
  private static final double WIDE_WIDTH = 0.92;
  private static final double CAPITAL_WIDTH = 0.70;
  private static final double USUAL_WIDTH = 0.61;
  private static final double FULL_WIDTH = 1.05;
  private static final int FIRST_FULL_WIDTH = 0x1100;

  private TextLines() {}

  /** The width of a text, in the unit of the font size. */
  static double width(String text, double size) {
    return text.codePoints().mapToDouble(TextLines::width).sum() * size;
  }

  private static double width(int character) {
    if (NARROW.indexOf(character) >= 0) {
      return NARROW_WIDTH;
    }
    if (WIDE.indexOf(character) >= 0) {
      return WIDE_WIDTH;
    }
    if (character >= FIRST_FULL_WIDTH) {
      return FULL_WIDTH;
    }
    return Character.isUpperCase(character) ? CAPITAL_WIDTH : USUAL_WIDTH;
  }

  /** The lines; a word that is wider than a line is broken. At least one. */
  static List<String> of(String text, double size, double width, Locale locale) {
    BreakIterator breaks = BreakIterator.getLineInstance(locale);
    breaks.setText(text);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String word = text.substring(start, end);
      if (line.length() > 0 && width((line + word).stripTrailing(), size) > width) {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
      line.append(word);
      while (width(line.toString().stripTrailing(), size) > width
          && line.codePointCount(0, line.length()) > 1) {
        int fits = fitting(line, size, width);
        lines.add(line.substring(0, fits).strip());
        line.delete(0, fits);
      }
    }
    if (!line.toString().isBlank() || lines.isEmpty()) {
      lines.add(line.toString().strip());
    }
    return lines;
  }

  private static int fitting(CharSequence line, double size, double width) {
    double sum = 0;
    int at = 0;
    while (at < line.length()) {
      int character = Character.codePointAt(line, at);
      sum += width(character) * size;
      if (sum > width && at > 0) {
        return at;
      }
      at += Character.charCount(character);
    }
    return at;
  }
}
