package io.credentialrules.cli;

import io.credentialrules.policy.SourceSpan;

/**
 * A line of a file with carets under a place in it, as a terminal shows them: wide characters take
 * two columns, combining ones none, and of a long line only what is near the place is shown.
 */
record Excerpt(String line, String carets) {
  private static final int MOST_COLUMNS = 120;
  private static final int BEFORE = 40;
  private static final int TAB = 4;

  /** The first line of a span. */
  static Excerpt of(String line, SourceSpan span) {
    int start = Math.min(span.column() - 1, line.length());
    int end = span.endLine() == span.line() ? span.endColumn() - 1 : line.length();
    end = Math.max(start, Math.min(end, line.length()));
    Shown shown = new Shown();
    shown.add(line, 0, start);
    int from = shown.columns;
    shown.add(line, start, end);
    int to = Math.max(shown.columns, from + 1);
    shown.add(line, end, line.length());
    return shortened(shown.text.toString().stripTrailing(), from, to);
  }

  private static Excerpt shortened(String text, int from, int to) {
    int columns = columns(text);
    if (columns <= MOST_COLUMNS) {
      return new Excerpt(text, " ".repeat(from) + "^".repeat(to - from));
    }
    int first = Math.max(0, Math.min(from - BEFORE, columns - MOST_COLUMNS));
    int last = Math.min(columns, first + MOST_COLUMNS);
    String head = first > 0 ? "…" : "";
    String cut = head + cut(text, first + head.length(), last) + (last < columns ? "…" : "");
    int carets = Math.max(1, Math.min(to, last) - from);
    return new Excerpt(cut, " ".repeat(from - first) + "^".repeat(carets));
  }

  /** What is in some columns; a wide character cut in half becomes a space. */
  private static String cut(String text, int from, int to) {
    StringBuilder cut = new StringBuilder();
    int column = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int width = width(c);
      if (column >= from && column + width <= to) {
        cut.appendCodePoint(c);
      } else if (column < from && column + width > from) {
        cut.append(' ');
      }
      column += width;
      i += Character.charCount(c);
    }
    return cut.toString();
  }

  private static int columns(String text) {
    return text.codePoints().map(Excerpt::width).sum();
  }

  private static final class Shown {
    private final StringBuilder text = new StringBuilder();
    private int columns;

    private void add(String line, int from, int to) {
      for (int i = from; i < to; ) {
        int c = line.codePointAt(i);
        i += Character.charCount(c);
        if (c == '\t') {
          int spaces = TAB - columns % TAB;
          text.append(" ".repeat(spaces));
          columns += spaces;
        } else {
          text.appendCodePoint(isPrintable(c) ? c : '\uFFFD');
          columns += isPrintable(c) ? width(c) : 1;
        }
      }
    }
  }

  /** What would move the cursor, turn the direction of the text or not be seen is replaced. */
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** How many columns terminals give a character (Unicode, East Asian Width). */
  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFE30 && c <= 0xFE6F)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0xFFE0 && c <= 0xFFE6)
            || (c >= 0x1F300 && c <= 0x1F64F)
            || (c >= 0x1F680 && c <= 0x1F6FF)
            || (c >= 0x1F900 && c <= 0x1F9FF)
            || (c >= 0x20000 && c <= 0x3FFFD);
    return wide ? 2 : 1;
  }
}
