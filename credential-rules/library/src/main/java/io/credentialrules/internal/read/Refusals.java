package io.credentialrules.internal.read;

import io.credentialrules.internal.text.Quoted;

/** Constructs of DRL or Java that a policy cannot have, where more than one reader meets them. */
final class Refusals {
  private Refusals() {}

  static GiveUp arithmetic(Cursor cursor) {
    Token token = cursor.peek();
    return cursor.fail(
        token,
        "arithmetic",
        "arithmetic with " + Quoted.of(token.text()) + " is not part of this language",
        token.isSymbol("%")
            ? "a percentage is a plain number, such as `80`"
            : "write the result, sum amounts with `accumulate`, or move a date with"
                + " `plusDays( … )`");
  }

  static GiveUp eval(Cursor cursor) {
    return cursor.fail(
        cursor.peek(),
        "eval-not-allowed",
        "`eval` runs code, which a policy cannot",
        "write the condition as a constraint on a fact");
  }

  /** What stands behind {@code from} decides what to say. */
  static GiveUp from(Cursor cursor) {
    Token from = cursor.peek();
    Token source = cursor.peek(1);
    if (source.isWord("collect")) {
      cursor.skip();
      return collect(cursor);
    }
    if (source.isWord("entry") && cursor.peek(2).isSymbol("-")) {
      return cursor.fail(
          from,
          "entry-point-not-allowed",
          "entry points are not part of this language",
          "delete it: all facts come from the learner record");
    }
    if (source.isWord("window")) {
      return window(cursor);
    }
    if (source.isWord("accumulate") || source.isWord("acc")) {
      return cursor.fail(
          from,
          "from-not-allowed",
          "`from accumulate` is not part of this language",
          "write `accumulate( …; $total : sum( … ); $total >= … )`");
    }
    return cursor.fail(
        from,
        "from-not-allowed",
        "`from` takes facts out of code, which a policy cannot",
        "write a pattern; all facts come from the learner record");
  }

  static GiveUp collect(Cursor cursor) {
    return cursor.fail(
        cursor.peek(),
        "collect-not-allowed",
        "`collect` is not part of this language",
        "write `accumulate( …; $all : collectList( … ) )`");
  }

  static GiveUp window(Cursor cursor) {
    return cursor.fail(
        cursor.peek(),
        "window-not-allowed",
        "windows are not part of this language",
        "compare dates, such as `completedOn >= $today.minusYears( 2 )`");
  }

  static GiveUp path(Cursor cursor) {
    return cursor.fail(
        cursor.peek(),
        "path-expression",
        "paths such as `/a/b` are not part of this language",
        "write a pattern for each fact");
  }

  static GiveUp construction(Cursor cursor) {
    return cursor.fail(
        cursor.peek(),
        "new-not-allowed",
        "`new` is not part of this language: rules make nothing",
        "compare with a text, a number or another field");
  }

  static void reportComma(Cursor cursor) {
    Token comma = cursor.next();
    cursor.report(
        comma,
        "comma-between-conditions",
        "a comma does not join conditions",
        "write `and`, or delete it: one after the other means `and`");
  }

  static GiveUp reserved(Cursor cursor, Token word, String what) {
    return cursor.fail(
        word,
        "reserved-word",
        Quoted.of(word.text()) + " cannot name a " + what + "; the language uses the word itself",
        "");
  }

  static GiveUp functionCall(Cursor cursor, Token name) {
    if (startsComparison(cursor.peek(1))) {
      return cursor.fail(
          cursor.peek(1),
          "half-constraint",
          "this comparison has no left side",
          "write the field again: " + Quoted.of(name.text() + " " + cursor.peek(1).text() + " …"));
    }
    return cursor.fail(
        name,
        "function-call",
        Quoted.of(name.text() + "(") + " calls a function, which a policy cannot",
        "compare a field, or call one of the allowed methods on a variable");
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
    if (base.text().startsWith("$") || !cursor.peek(1).isSymbol(".")) {
      return;
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
        "class-reference",
        "this names a class outside the facts, which a policy cannot",
        called
            ? "compare a field with a value"
            : "write the word as a text: `\"" + Quoted.inside(last.text()) + "\"`");
  }

  private static boolean startsUpperCase(Token word) {
    return Character.isUpperCase(word.text().charAt(0));
  }
}
