package io.credentialrules.testkit.internal.change;

import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The text of a policy file, in which places are found. Immutable. */
final class SourceText {
  private final String text;
  private final String code;
  private final List<Integer> lineStarts = new ArrayList<>(List.of(0));

  SourceText(String text) {
    this.text = text;
    this.code = withoutComments(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isFirstOfPair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !isFirstOfPair)) {
        lineStarts.add(i + 1);
      }
    }
  }

  int start(SourceSpan span) {
    return lineStarts.get(span.line() - 1) + span.column() - 1;
  }

  int end(SourceSpan span) {
    return lineStarts.get(span.endLine() - 1) + span.endColumn() - 1;
  }

  String of(SourceSpan span) {
    return text.substring(start(span), end(span));
  }

  /** A part of the text, with spaces in the place of comments. */
  String code(int from, int to) {
    return code.substring(from, to);
  }

  /**
   * The places of parts that follow each other, with the parentheses around each, which its span
   * leaves out. Those of a single part belong to what it is in.
   */
  List<int[]> extents(List<SourceSpan> parts) {
    List<int[]> extents = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      int from = start(parts.get(i));
      int to = end(parts.get(i));
      int around =
          i > 0
              ? count('(', code(end(parts.get(i - 1)), from))
              : parts.size() > 1 ? count(')', code(to, start(parts.get(1)))) : 0;
      for (int k = 0; k < around; k++) {
        from = code.lastIndexOf('(', from - 1);
        to = code.indexOf(')', to) + 1;
      }
      extents.add(new int[] {from, to});
    }
    return extents;
  }

  private static int count(char wanted, String in) {
    return (int) in.chars().filter(c -> c == wanted).count();
  }

  /** Line and column of a position, from 1. */
  int[] position(int at) {
    int found = Collections.binarySearch(lineStarts, at);
    int line = found >= 0 ? found : -found - 2;
    return new int[] {line + 1, at - lineStarts.get(line) + 1};
  }

  String text() {
    return text;
  }

  /** Whether there is anything but spaces and comments on a line. */
  boolean hasCode(int line) {
    return !code.substring(lineStarts.get(line - 1), lineEnd(line)).isBlank();
  }

  private int lineEnd(int line) {
    return line < lineStarts.size() ? lineStarts.get(line) : text.length();
  }

  /** What the comment on a line says, without slashes; empty where there is none. */
  String comment(int line) {
    int from = lineStarts.get(line - 1);
    int to = lineEnd(line);
    int at = text.indexOf("//", from);
    while (at >= 0 && at < to && code.charAt(at) != ' ') {
      at = text.indexOf("//", at + 1);
    }
    return at < 0 || at >= to ? "" : text.substring(at + 2, to).strip();
  }

  private static String withoutComments(String text) {
    StringBuilder code = new StringBuilder(text);
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = at + 1;
      if (c == '"' || c == '\'') {
        end = endOfQuoted(text, at);
      } else if (text.startsWith("//", at)) {
        end = text.indexOf('\n', at);
        end = blank(code, at, end < 0 ? text.length() : end);
      } else if (text.startsWith("/*", at)) {
        end = text.indexOf("*/", at + 2);
        end = blank(code, at, end < 0 ? text.length() : end + 2);
      }
      at = end;
    }
    return code.toString();
  }

  private static int endOfQuoted(String text, int start) {
    char quote = text.charAt(start);
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private static int blank(StringBuilder code, int from, int to) {
    for (int i = from; i < to; i++) {
      code.setCharAt(i, ' ');
    }
    return to;
  }
}
