package io.credentialrules.internal.read.condition;

import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * A total that is written as a program or a spreadsheet would, as an {@code accumulate} of the same
 * fact, field and number.
 */
final class WrittenTotal {
  /** How far the field and the number are looked for. */
  private static final int FURTHEST = 12;

  private WrittenTotal() {}

  /** The condition to write for the words that begin here: {@code sum( hours ) >= 20}. */
  static String here(Cursor cursor, String called) {
    String type = cursor.openCount() > 0 ? outerType(cursor) : "";
    String field = "";
    String function = called;
    String compared = ">= 20";
    List<Token> tokens = new ArrayList<>();
    for (int ahead = 0; ahead < FURTHEST; ahead++) {
      Token token = cursor.peek(ahead);
      if (token.isEnd() || (ahead > 0 && token.startsLine())) {
        break;
      }
      tokens.add(token);
    }
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (Slips.isTotal(token.text()) && token.isWord()) {
        function = token.text();
      } else if (Slips.isType(token) && type.isEmpty()) {
        type = token.text();
      } else if (token.isWord()
          && field.isEmpty()
          && Character.isLowerCase(token.text().charAt(0))) {
        field = token.text();
      } else if (Refusals.startsComparison(token) && i + 1 < tokens.size()) {
        compared = token.text() + " " + cursor.unquoted(tokens.get(i + 1));
        break;
      }
    }
    String of = type.isEmpty() ? "WorkExperience" : type;
    if (function.equals("count") && field.isEmpty()) {
      return "accumulate( " + of + "(); $count : count(); $count " + compared + " )";
    }
    String name = field.isEmpty() ? "hours" : field;
    return "accumulate( %1$s( $%2$s : %2$s ); $total : %3$s( $%2$s ); $total %4$s )"
        .formatted(of, name, function.equals("avg") ? "average" : function, compared);
  }

  /** The type of the pattern whose parentheses are open. */
  private static String outerType(Cursor cursor) {
    Token before = cursor.tokenAt(cursor.opened(cursor.openCount() - 1) - 1);
    return Slips.isType(before) ? before.text() : "";
  }
}
