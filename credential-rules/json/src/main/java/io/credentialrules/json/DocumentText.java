package io.credentialrules.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The text of a document, by lines: they end with a line feed, a carriage return, or both. */
final class DocumentText {
  private final String name;
  private final String text;
  private int @Nullable [] lineStarts;

  DocumentText(String name, String text) {
    this.name = name;
    this.text = text;
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

  /** The line of a character, from 1. */
  int line(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of a character, from 1. */
  int column(int offset) {
    return offset - lineStarts()[line(offset) - 1] + 1;
  }

  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts == null) {
      starts = new int[16];
      int lines = 1;
      for (int i = 0; i < text.length(); i++) {
        char character = text.charAt(i);
        boolean endsLine =
            character == '\n'
                || (character == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
        if (endsLine) {
          if (lines == starts.length) {
            starts = Arrays.copyOf(starts, 2 * lines);
          }
          starts[lines++] = i + 1;
        }
      }
      starts = Arrays.copyOf(starts, lines);
      lineStarts = starts;
    }
    return starts;
  }
}
