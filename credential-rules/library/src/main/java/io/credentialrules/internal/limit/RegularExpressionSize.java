package io.credentialrules.internal.limit;

import io.credentialrules.internal.text.Characters;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a regular expression is once its repetitions are expanded, found without expanding
 * them: matching takes as many steps for each character of a text, and compiling as much memory.
 * What is no regular expression has a size too; that it is none is found later.
 */
public final class RegularExpressionSize {
  private static final int DEEPEST = 50;
  private static final int CLASS_CHARACTERS_A_STEP = 8;

  private final String text;
  private final long most;
  private final Deque<Long> outer = new ArrayDeque<>();
  private int at;
  private long before;
  private long last;

  private RegularExpressionSize(String text, long most) {
    this.text = text;
    this.most = most;
  }

  /** The size, or more than {@code most} if it is larger or nested too deep to be compiled. */
  public static long of(String text, long most) {
    return new RegularExpressionSize(text, most).size();
  }

  private long size() {
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case '\\' -> escape();
        case '[' -> characterClass();
        case '(' -> open();
        case ')' -> close();
        case '*', '+', '?' -> last++;
        case '{' -> repeat();
        default -> atom(1);
      }
      if (outer.size() > DEEPEST || before + last > most) {
        return most + 1;
      }
    }
    while (!outer.isEmpty()) {
      close();
    }
    return Math.min(before + last, most + 1);
  }

  private void atom(long size) {
    before += last;
    last = size;
  }

  private void open() {
    before += last;
    outer.push(before);
    before = 0;
    last = 0;
  }

  private void close() {
    Long outside = outer.poll();
    if (outside != null) {
      last += before + 2;
      before = outside;
    }
  }

  private void escape() {
    char escaped = at < text.length() ? text.charAt(at++) : '\\';
    if (escaped == 'Q') {
      int end = text.indexOf("\\E", at);
      int literals = (end < 0 ? text.length() : end) - at;
      at = end < 0 ? text.length() : end + 2;
      before += last + Math.max(0, literals - 1);
      last = Math.min(1, literals);
    } else {
      if ("pPx".indexOf(escaped) >= 0 && at < text.length() && text.charAt(at) == '{') {
        int end = text.indexOf('}', at);
        at = end < 0 ? text.length() : end + 1;
      }
      atom(1);
    }
  }

  private void characterClass() {
    int start = at;
    while (at < text.length() && (text.charAt(at) != ']' || isFirstOfClass(start))) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at = Math.min(text.length(), at + 1);
    atom(1 + (at - start) / CLASS_CHARACTERS_A_STEP);
  }

  private boolean isFirstOfClass(int start) {
    return at == start || (at == start + 1 && text.charAt(start) == '^');
  }

  /** {@code {3}}, {@code {3,}} or {@code {3,5}}; anything else is a brace. */
  private void repeat() {
    int end = text.indexOf('}', at);
    String inside = end < 0 || end - at > 11 ? "" : text.substring(at, end);
    int comma = inside.indexOf(',');
    String least = comma < 0 ? inside : inside.substring(0, comma);
    String greatest = comma < 0 ? inside : inside.substring(comma + 1);
    if (!isNumber(least) || !(isNumber(greatest) || (comma >= 0 && greatest.isEmpty()))) {
      atom(1);
      return;
    }
    at = end + 1;
    long times =
        Math.max(Integer.parseInt(least), greatest.isEmpty() ? 1 : Integer.parseInt(greatest));
    last = Math.min(Math.max(1, times) * last, most + 1);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= 5
        && text.chars().allMatch(c -> Characters.isDigit((char) c));
  }
}
