package io.credentialrules.internal.read.condition;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value with two bounds, which needs two comparisons: {@code between 70 and 80}, {@code 70 <=
 * score <= 80}.
 */
final class Ranges {
  private static final Set<String> BEGINNINGS =
      ImmutableSet.of("between", "BETWEEN", "Between", "from", "entre", "de");

  /** How many tokens after the word are looked at: {@code is between ( 70 and 80 )}. */
  private static final int FURTHEST = 6;

  private Ranges() {}

  /** What to write for a range in words after a field; null where there is none. */
  static @Nullable String inWords(Cursor cursor) {
    int start = cursor.peek().isWord("is") ? 1 : 0;
    if (!BEGINNINGS.contains(cursor.peek(start).text())) {
      return null;
    }
    List<String> bounds = new ArrayList<>();
    for (int ahead = start + 1; ahead <= start + FURTHEST && bounds.size() < 2; ahead++) {
      Token token = cursor.peek(ahead);
      if (token.kind() == Token.Kind.NUMBER || token.isText()) {
        bounds.add(cursor.unquoted(token));
      }
    }
    boolean isWhole = bounds.size() == 2 && cursor.previous().isWord();
    return isWhole
        ? of(cursor.previous().text(), bounds.get(0), bounds.get(1))
        : "write two comparisons: `hours >= 20, hours <= 40`";
  }

  /** What to write for a comparison of three, whose second operator is here. */
  static String ofThree(Cursor cursor) {
    Token middle = cursor.previous();
    Token second = cursor.peek();
    Token right = cursor.peek(1);
    Token first = cursor.tokenAt(cursor.index() - 2);
    Token left = cursor.tokenAt(cursor.index() - 3);
    Token before = cursor.tokenAt(cursor.index() - 4);
    boolean isPlain =
        (before.isSymbol("(") || before.isSymbol(",")) && Refusals.startsComparison(first);
    if (!isPlain || !isValue(left) || !isValue(middle) || !isValue(right)) {
      return "write two: `a < b, b < c`";
    }
    return middle.isWord()
        ? "write two: `%s %s %s, %s %s %s`"
            .formatted(
                middle.text(),
                opposite(first.text()),
                cursor.unquoted(left),
                middle.text(),
                second.text(),
                cursor.unquoted(right))
        : two(
            cursor.unquoted(left),
            first.text(),
            cursor.unquoted(middle),
            second.text(),
            cursor.unquoted(right));
  }

  static String of(String field, String low, String high) {
    return two(field, ">=", low, "<=", high);
  }

  private static String two(String field, String from, String low, String to, String high) {
    return "write two comparisons: `%1$s %2$s %3$s, %1$s %4$s %5$s`"
        .formatted(field, from, low, to, high);
  }

  private static boolean isValue(Token token) {
    return token.isWord() || token.isText() || token.kind() == Token.Kind.NUMBER;
  }

  /** {@code 70 <= score} the other way round. */
  private static String opposite(String operator) {
    return switch (operator) {
      case "<" -> ">";
      case "<=" -> ">=";
      case ">" -> "<";
      case ">=" -> "<=";
      default -> operator;
    };
  }
}
