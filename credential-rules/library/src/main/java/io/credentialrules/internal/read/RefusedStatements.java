package io.credentialrules.internal.read;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.text.NearestWord;
import java.util.List;
import java.util.Set;

/** Statements of DRL files that a policy cannot have, and everything else that is no statement. */
final class RefusedStatements {
  private static final List<String> ALLOWED = ImmutableList.of("rule", "import", "package");

  /** Those that no rule can contain, so that one at the start of a line is certainly one. */
  private static final Set<String> OF_ONE_LINE =
      ImmutableSet.of("unit", "expander", "template", "RuleSet", "RuleTable");

  private RefusedStatements() {}

  /** Reports what stands here, and goes behind it. */
  static void refuse(Cursor cursor) {
    int start = cursor.index();
    Token token = cursor.peek();
    if (AttributeReader.atAttribute(cursor)) {
      new AttributeReader(cursor).refuseOutsideRule();
    } else if (!token.isWord()) {
      cursor.unexpected("`rule`, `import` or `package`");
    } else {
      refuse(cursor, token);
    }
    if (token.isWord("function")) {
      skipBraces(cursor);
    } else if (token.isWord("query") || token.isWord("declare")) {
      skipToEnd(cursor);
    }
    skipToNext(cursor, start);
  }

  private static void refuse(Cursor cursor, Token token) {
    switch (token.text()) {
      case "function" ->
          refuse(cursor, token, "functions are code, which a policy cannot have", "delete it");
      case "global" ->
          refuse(cursor, token, "globals are set by code", "write the value into the rules");
      case "query" ->
          refuse(
              cursor,
              token,
              "queries are not part of this language",
              "write a rule with `@requirement( \"…\" )`, and ask with `Met( … )`");
      case "declare" -> declaration(cursor, token);
      case "unit" -> refuse(cursor, token, "rule units are not part of this language", "delete it");
      case "expander" ->
          cursor.report(
              token,
              "dsl-not-allowed",
              "sentences of a domain-specific language are not part of this language",
              "write the conditions that the sentences stand for");
      case "template", "RuleSet", "RuleTable" ->
          cursor.report(
              token,
              "table-not-allowed",
              "decision tables and templates are not part of this language",
              "write a rule for each row");
      default -> reportUnknown(cursor);
    }
  }

  private static void refuse(Cursor cursor, Token keyword, String message, String hint) {
    cursor.report(keyword, keyword.text() + "-not-allowed", message, hint);
  }

  private static void declaration(Cursor cursor, Token declare) {
    String what =
        switch (cursor.peek(1).text()) {
          case "enum" -> "enumerations";
          case "trait" -> "traits";
          case "window" -> "windows";
          case "entry" -> "entry points";
          default -> "fact types";
        };
    refuse(
        cursor,
        declare,
        what + " cannot be declared in a policy",
        what.equals("fact types")
            ? "use the vocabulary; a host can register further records as fact types"
            : "delete it");
  }

  static void reportUnknown(Cursor cursor) {
    Token token = cursor.peek();
    cursor.report(
        token,
        "unknown-statement",
        "expected `rule`, `import` or `package`, but found " + cursor.written(token),
        NearestWord.maybe(token.text(), ALLOWED));
  }

  static boolean startsMisspeltRule(Cursor cursor) {
    Token token = cursor.peek();
    return token.isWord()
        && cursor.peek(1).isText()
        && "rule".equals(NearestWord.of(token.text(), ALLOWED));
  }

  /** Goes to the next statement that can be made out, at least one token on. */
  static void skipToNext(Cursor cursor, int start) {
    if (cursor.index() == start) {
      cursor.skip();
    }
    while (!cursor.peek().isEnd() && !cursor.atStatement() && !atOtherStatement(cursor)) {
      cursor.skip();
    }
  }

  private static boolean atOtherStatement(Cursor cursor) {
    Token token = cursor.peek();
    Token next = cursor.peek(1);
    if (!token.isWord() || !token.startsLine() || next.startsLine()) {
      return false;
    }
    boolean ofOneLine = OF_ONE_LINE.contains(token.text()) && next.isWord();
    return ofOneLine || AttributeReader.atAttribute(cursor) || startsMisspeltRule(cursor);
  }

  private static void skipBraces(Cursor cursor) {
    int depth = 0;
    cursor.skip();
    while (!cursor.peek().isEnd() && !cursor.atStatement()) {
      if (cursor.at("{")) {
        depth++;
      } else if (cursor.at("}") && --depth <= 0) {
        return;
      }
      cursor.skip();
    }
  }

  private static void skipToEnd(Cursor cursor) {
    cursor.skip();
    while (!cursor.atEndOfConditions()) {
      cursor.skip();
    }
  }
}
