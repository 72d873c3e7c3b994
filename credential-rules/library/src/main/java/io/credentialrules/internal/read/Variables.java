package io.credentialrules.internal.read;

/** Reads the name given to a fact, a value or a result: {@code $hours :}. */
final class Variables {
  private Variables() {}

  /** Whether a name and a colon stand here, or what was meant to be it. */
  static boolean isNext(Cursor cursor) {
    Token after = cursor.peek(1);
    return cursor.peek().isWord()
        && (after.isSymbol(":") || after.isSymbol(":=") || after.isSymbol("="));
  }

  /** The name; the cursor is behind its colon. */
  static String read(Cursor cursor) {
    Token variable = cursor.next();
    Token colon = cursor.next();
    if (Words.RESERVED.contains(variable.text()) || variable.isWord("this")) {
      throw Refusals.reserved(cursor, variable, "variable");
    }
    if (colon.isSymbol(":=")) {
      cursor.report(
          colon,
          "unification",
          "`:=` binds and compares at once, which is not part of this language",
          "write `:` to name a value, and `==` to compare");
    } else if (colon.isSymbol("=")) {
      cursor.report(colon, "assignment", "`=` names nothing", "write `:` behind the name");
    }
    return variable.text();
  }
}
