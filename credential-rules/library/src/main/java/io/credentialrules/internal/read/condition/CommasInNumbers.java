package io.credentialrules.internal.read.condition;

import io.credentialrules.internal.fault.TextFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.GiveUp;
import io.credentialrules.internal.read.token.Token;

/** {@code 2,000} and {@code 79,5}: to the language, a number after a comma. */
final class CommasInNumbers {
  private static final int MOST_PARTS = 10;

  private CommasInNumbers() {}

  /** Refuses the number here and those before it that touch each other with a comma between. */
  static void refuse(Cursor cursor) {
    int last = cursor.index();
    while (isJoined(cursor, last + 2) && last < cursor.index() + MOST_PARTS) {
      last += 2;
    }
    int first = cursor.index();
    while (isJoined(cursor, first) && first > cursor.index() - MOST_PARTS) {
      first -= 2;
    }
    Token after = cursor.tokenAt(last + 1);
    boolean isAlone = after.isSymbol(",") || after.isSymbol(")") || after.isSymbol(";");
    if (!isAlone || first == cursor.index()) {
      return;
    }
    StringBuilder written = new StringBuilder();
    boolean areThousands = true;
    for (int at = first; at <= last; at++) {
      String part = cursor.unquoted(cursor.tokenAt(at));
      written.append(part);
      areThousands &= at == first || part.equals(",") || part.matches("[0-9]{3}");
    }
    String number =
        areThousands
            ? written.toString().replace(",", "")
            : written.toString().replace(".", "").replace(',', '.');
    cursor.report(
        cursor.span(cursor.tokenAt(first)).to(cursor.span(cursor.tokenAt(last))),
        TextFaults.badNumberComma(written.toString(), number));
    cursor.skipTo(last + 1);
    throw new GiveUp();
  }

  /** Whether the number at this place goes on from another. */
  private static boolean isJoined(Cursor cursor, int at) {
    Token comma = cursor.tokenAt(at - 1);
    Token whole = cursor.tokenAt(at - 2);
    Token decimals = cursor.tokenAt(at);
    return comma.isSymbol(",")
        && whole.kind() == Token.Kind.NUMBER
        && decimals.kind() == Token.Kind.NUMBER
        && comma.touches(whole)
        && decimals.touches(comma);
  }
}
