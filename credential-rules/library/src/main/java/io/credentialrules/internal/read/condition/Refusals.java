package io.credentialrules.internal.read.condition;

import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.fault.RefusedFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.GiveUp;
import io.credentialrules.internal.read.token.Token;

/** Constructs of DRL or Java that a policy cannot have, where more than one reader meets them. */
final class Refusals {
  private Refusals() {}

  static GiveUp arithmetic(Cursor cursor) {
    GiveUp id = Slips.idWithoutQuotes(cursor);
    if (id != null) {
      return id;
    }
    Token token = cursor.peek();
    return cursor.fail(
        token,
        token.isSymbol("%")
            ? RefusedFaults.arithmeticPercent()
            : RefusedFaults.arithmetic(token.text()));
  }

  static GiveUp eval(Cursor cursor) {
    return cursor.fail(cursor.peek(), RefusedFaults.evalNotAllowed());
  }

  /** What follows {@code from} decides what to say. */
  static GiveUp from(Cursor cursor) {
    Token from = cursor.peek();
    Token source = cursor.peek(1);
    if (source.isWord("collect")) {
      cursor.skip();
      return collect(cursor);
    }
    if (source.isWord("entry") && cursor.peek(2).isSymbol("-")) {
      return cursor.fail(from, RefusedFaults.entryPointNotAllowed());
    }
    if (source.isWord("window")) {
      return window(cursor);
    }
    if (source.isWord("accumulate") || source.isWord("acc")) {
      return cursor.fail(from, RefusedFaults.fromNotAllowedAccumulate());
    }
    return cursor.fail(from, RefusedFaults.fromNotAllowed());
  }

  static GiveUp collect(Cursor cursor) {
    return cursor.fail(cursor.peek(), RefusedFaults.collectNotAllowed());
  }

  static GiveUp window(Cursor cursor) {
    return cursor.fail(cursor.peek(), RefusedFaults.windowNotAllowed());
  }

  static GiveUp path(Cursor cursor) {
    return cursor.fail(cursor.peek(), RefusedFaults.pathExpression());
  }

  static GiveUp construction(Cursor cursor) {
    return cursor.fail(cursor.peek(), RefusedFaults.newNotAllowed());
  }

  static void reportComma(Cursor cursor) {
    Token comma = cursor.next();
    cursor.report(comma, ConditionFaults.commaBetweenConditions());
  }

  static GiveUp reserved(Cursor cursor, Token word, String what) {
    return cursor.fail(word, ConstraintFaults.reservedWord(word.text(), what));
  }

  static GiveUp functionCall(Cursor cursor, Token name) {
    if (startsComparison(cursor.peek(1))) {
      return cursor.fail(
          cursor.peek(1), ConstraintFaults.halfConstraint(name.text(), cursor.peek(1).text()));
    }
    if (Misplaced.isToday(name)) {
      return Misplaced.today(cursor, name);
    }
    String instead = OtherFunctions.withinPattern(cursor, name);
    if (instead != null) {
      return cursor.fail(name, RefusedFaults.functionCallInstead(name.text(), instead));
    }
    return cursor.fail(
        name,
        Slips.isTotal(name.text())
            ? RefusedFaults.functionCallTotal(name.text(), WrittenTotal.here(cursor, name.text()))
            : RefusedFaults.functionCall(name.text()));
  }

  static boolean startsComparison(Token token) {
    return token.kind() == Token.Kind.SYMBOL
        && switch (token.text()) {
          case "==", "!=", "<", "<=", ">", ">=" -> true;
          default -> false;
        };
  }

  /**
   * Refuses a chain that begins with the name of a class, such as {@code TrainingType.WORKSHOP} or
   * {@code java.lang.System.exit}: it reaches for code, or for a word that is written as a text.
   */
  static void refuseClassReference(Cursor cursor) {
    Token base = cursor.peek();
    boolean isSizeOfNamedList =
        startsUpperCase(base) && cursor.peek(2).isWord("size") && !cursor.peek(3).isSymbol(".");
    if (base.text().startsWith("$") || isSizeOfNamedList) {
      return;
    }
    if (Misplaced.isToday(base) && startsUpperCase(base)) {
      throw Misplaced.today(cursor, base);
    }
    int first = cursor.index();
    int words = 1;
    while (!startsUpperCase(cursor.peek(2 * (words - 1)))) {
      boolean more = cursor.peek(2 * words - 1).isSymbol(".") && cursor.peek(2 * words).isWord();
      if (!more || words > cursor.limits().maxNesting()) {
        return;
      }
      words++;
    }
    if (words == 2 && !cursor.peek(3).isSymbol(".")) {
      return;
    }
    Token last = base;
    cursor.skip();
    while (cursor.at(".") && cursor.peek(1).isWord()) {
      cursor.skip();
      last = cursor.peek();
      cursor.skip();
    }
    boolean called = cursor.at("(");
    throw cursor.failFrom(
        first,
        called ? RefusedFaults.classReference() : RefusedFaults.classReferenceWord(last.text()));
  }

  private static boolean startsUpperCase(Token word) {
    return Character.isUpperCase(word.text().charAt(0));
  }
}
