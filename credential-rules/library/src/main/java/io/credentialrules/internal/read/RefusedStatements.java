package io.credentialrules.internal.read;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.fault.StatementFaults;
import io.credentialrules.internal.read.condition.Slips;
import io.credentialrules.internal.read.rule.AttributeReader;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
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

  /** Reports what is here, and goes past it. */
  static void refuse(Cursor cursor) {
    int start = cursor.index();
    Token token = cursor.peek();
    if (AttributeReader.atAttribute(cursor)) {
      new AttributeReader(cursor).refuseOutsideRule();
    } else if (!token.isWord()) {
      if (cursor.at("@")) {
        cursor.report(
            token,
            ConditionFaults.unexpectedSymbolInstead(
                "`@`", "write annotations between the name of a rule and `when`"));
      } else {
        cursor.unexpected("`rule`, `import` or `package`");
      }
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
    Fault fault =
        switch (token.text()) {
          case "function" -> StatementFaults.functionNotAllowed();
          case "global" -> StatementFaults.globalNotAllowed();
          case "query" -> StatementFaults.queryNotAllowed();
          case "declare" -> declaration(cursor);
          case "unit" -> StatementFaults.unitNotAllowed();
          case "expander" -> StatementFaults.dslNotAllowed();
          case "template", "RuleSet", "RuleTable" -> StatementFaults.tableNotAllowed();
          default -> unknown(cursor);
        };
    cursor.report(token, fault);
  }

  private static Fault declaration(Cursor cursor) {
    String declared = cursor.peek(1).text();
    if (cursor.peek(2).isSymbol("=") || cursor.peek(2).isSymbol(":")) {
      return StatementFaults.declareNotAllowedValue(declared, cursor.unquoted(cursor.peek(3)));
    }
    return switch (declared) {
      case "enum" -> StatementFaults.declareNotAllowed("enumerations");
      case "trait" -> StatementFaults.declareNotAllowed("traits");
      case "window" -> StatementFaults.declareNotAllowed("windows");
      case "entry" -> StatementFaults.declareNotAllowed("entry points");
      default -> StatementFaults.declareNotAllowedTypes();
    };
  }

  static void reportUnknown(Cursor cursor) {
    cursor.report(cursor.peek(), unknown(cursor));
  }

  private static Fault unknown(Cursor cursor) {
    Token token = cursor.peek();
    if (cursor.peek(1).isSymbol("=") && !cursor.peek(2).startsLine()) {
      return StatementFaults.declareNotAllowedValue(token.text(), cursor.unquoted(cursor.peek(2)));
    }
    if (Slips.startsSql(token)) {
      return StatementFaults.queryNotAllowedSql(token.text());
    }
    return RuleFaults.unknownStatement(
        cursor.written(token), NearestWord.maybe(token.text(), ALLOWED));
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
