package io.credentialrules.internal.read.condition;

import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.read.token.Words;

/** Reads the name given to a fact, a value or a result: {@code $hours :}. */
final class Variables {
  private Variables() {}

  /** Whether a name and a colon are here, or what was meant to be it. */
  static boolean isNext(Cursor cursor) {
    Token after = cursor.peek(1);
    return cursor.peek().isWord()
        && (after.isSymbol(":") || after.isSymbol(":=") || after.isSymbol("="));
  }

  /** The name; the cursor is after its colon. */
  static String read(Cursor cursor) {
    Token variable = cursor.next();
    Token colon = cursor.next();
    if (Words.RESERVED.contains(variable.text()) || variable.isWord("this")) {
      throw Refusals.reserved(cursor, variable, "variable");
    }
    if (colon.isSymbol(":=")) {
      cursor.report(colon, ConstraintFaults.unification());
    } else if (colon.isSymbol("=")) {
      cursor.report(colon, ConstraintFaults.assignmentBinding());
    }
    return variable.text();
  }
}
