package io.credentialrules.internal.read.condition;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.fault.RefusedFaults;
import io.credentialrules.internal.fault.StatementFaults;
import io.credentialrules.internal.fault.TextFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.GiveUp;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.read.token.Words;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people write before they know the language: English, SQL, or the notation of a spreadsheet.
 * Nothing of it is read; each is recognized only to say what to write instead.
 */
public final class Slips {
  private static final Set<String> TOTALS =
      ImmutableSet.of(
          "sum",
          "count",
          "countDistinct",
          "min",
          "max",
          "average",
          "avg",
          "collectList",
          "collectSet");

  private static final Set<String> UNITS =
      ImmutableSet.of(
          "hours",
          "hour",
          "hrs",
          "hr",
          "h",
          "credits",
          "credit",
          "cr",
          "points",
          "point",
          "pts",
          "pt",
          "units",
          "percent",
          "weeks",
          "week",
          "days",
          "day",
          "months",
          "month",
          "years",
          "year",
          "yrs",
          "words",
          "heures",
          "heure",
          "crédits",
          "crédit",
          "semaines",
          "semaine",
          "jours",
          "jour",
          "mois",
          "ans",
          "an",
          "mots",
          "CEU",
          "CEUs",
          "ceus",
          "PDU",
          "PDUs");

  /** Words before a field that a constraint does without. */
  static final Set<String> AUXILIARIES =
      ImmutableSet.of("is", "has", "was", "must", "be", "total", "with", "the", "est", "a");

  private static final Set<String> TIMES = ImmutableSet.of("day", "week", "month", "year");

  private static final Set<String> SQL = ImmutableSet.of("SELECT", "INSERT", "UPDATE", "DELETE");

  private Slips() {}

  /** {@code at least 2 WorkExperience()}, {@code Work Experience()} and their like. */
  static void refuseWordsForCondition(Cursor cursor) {
    CountedInWords.refuse(cursor);
    if (cursor.peek(1).isSymbol("(")) {
      refuseTotal(cursor);
    } else {
      refuseSentence(cursor);
    }
  }

  private static void refuseSentence(Cursor cursor) {
    Token token = cursor.peek();
    if (SQL.contains(token.text()) && (cursor.peek(1).isWord() || cursor.peek(1).isSymbol("*"))) {
      throw cursor.fail(token, StatementFaults.queryNotAllowedSql(token.text()));
    }
    String meant = WordsOfSentences.instead(token.text());
    if (meant != null && cursor.peek(1).isWord()) {
      throw cursor.fail(token, ConditionFaults.unexpectedWordOfSentence(token.text(), meant));
    }
    if (isType(token)) {
      refuseFunctionOfType(cursor);
      refuseTypeInWords(cursor);
    }
    refuseFieldOutsidePattern(cursor);
  }

  /** {@code sum( hours ) >= 20} where a condition begins. */
  private static void refuseTotal(Cursor cursor) {
    Token token = cursor.peek();
    if (TOTALS.contains(token.text())) {
      throw cursor.fail(
          token, RefusedFaults.functionCallTotal(token.text(), WrittenTotal.here(cursor, "sum")));
    }
  }

  private static void refuseTypeInWords(Cursor cursor) {
    StringBuilder type = new StringBuilder(cursor.peek().text());
    int ahead = 1;
    while (continuesType(cursor.peek(ahead), cursor.peek(ahead + 1))) {
      ahead += cursor.peek(ahead).isSymbol("-") ? 1 : 0;
      type.append(cursor.peek(ahead++).text());
    }
    if (ahead > 1 && cursor.peek(ahead).isSymbol("(")) {
      int first = cursor.index();
      cursor.skipTo(first + ahead);
      throw cursor.failFrom(first, ConditionFaults.typeInWords(type.toString()));
    }
  }

  /** {@code Work Experience} and {@code Work-Experience}. */
  private static boolean continuesType(Token token, Token next) {
    return !token.startsLine()
        && (isType(token) || (token.isSymbol("-") && isType(next) && next.touches(token)));
  }

  /** {@code WorkExperience.hours >= 200}. */
  private static void refuseFieldOutsidePattern(Cursor cursor) {
    Token field = cursor.peek(2);
    if (cursor.peek(1).isSymbol(".")
        && field.isWord()
        && cursor.peek().text().length() > 1
        && !isType(field)
        && Refusals.startsComparison(cursor.peek(3))) {
      String type =
          CaseFormat.LOWER_CAMEL.to(CaseFormat.UPPER_CAMEL, cursor.peek().text().replace("$", ""));
      String comparison = cursor.peek(3).text() + " " + cursor.unquoted(cursor.peek(4));
      int first = cursor.index();
      cursor.skipTo(first + 3);
      throw cursor.failFrom(
          first, ConditionFaults.fieldOutsidePattern(field.text(), type, comparison));
    }
  }

  /** {@code WorkExperience.hours.sum() >= 200}. */
  private static void refuseFunctionOfType(Cursor cursor) {
    int ahead = 1;
    while (ahead < 4 && cursor.peek(ahead).isSymbol(".") && cursor.peek(ahead + 1).isWord()) {
      ahead += 2;
    }
    Token function = cursor.peek(ahead - 1);
    if (ahead > 1 && isTotal(function.text()) && cursor.peek(ahead).isSymbol("(")) {
      int first = cursor.index();
      String written = WrittenTotal.here(cursor, "sum");
      cursor.skipTo(first + ahead);
      throw cursor.failFrom(first, RefusedFaults.functionCallTotal(function.text(), written));
    }
  }

  static boolean isType(Token token) {
    return token.isWord()
        && Character.isUpperCase(token.text().charAt(0))
        && !token.text().equals(token.text().toUpperCase(Locale.ROOT));
  }

  /** Whether a query of a database begins here. */
  public static boolean startsSql(Token token) {
    return token.isWord() && SQL.contains(token.text());
  }

  /** Whether it is a unit of amounts, which a field has and a number does not. */
  static boolean isUnit(Token token) {
    return UNITS.contains(token.text());
  }

  /** Whether an {@code accumulate} has a function of this name. */
  public static boolean isTotal(String function) {
    return TOTALS.contains(function);
  }

  /** {@code $today - 2 years} and {@code 1 000}; null where it is neither. */
  static @Nullable GiveUp afterNumber(Cursor cursor) {
    Token number = cursor.previous();
    Token token = cursor.peek();
    if (number.kind() != Token.Kind.NUMBER) {
      return null;
    }
    if (token.kind() == Token.Kind.NUMBER) {
      String digits = cursor.unquoted(number) + cursor.unquoted(token);
      boolean hasDecimals =
          cursor.peek(1).isSymbol(",")
              && cursor.peek(1).touches(token)
              && cursor.peek(2).kind() == Token.Kind.NUMBER
              && cursor.peek(2).touches(cursor.peek(1));
      String decimals = hasDecimals ? "." + cursor.unquoted(cursor.peek(2)) : "";
      cursor.report(token, ConstraintFaults.missingCommaDigits(digits + decimals));
      cursor.skipTo(cursor.index() + (hasDecimals ? 3 : 0));
      return new GiveUp();
    }
    if (token.isWord("out") || token.isWord("sur")) {
      return cursor.fail(
          token,
          ConditionFaults.unexpectedSymbolInstead(
              cursor.written(token), "leave it out: a score is in percent"));
    }
    Token sign = cursor.tokenAt(cursor.index() - 2);
    boolean moves = sign.isSymbol("-") || sign.isSymbol("+");
    if (!moves || !isUnit(token) || !TIMES.contains(token.text().replaceFirst("s$", ""))) {
      return null;
    }
    String unit = token.text().substring(0, 1).toUpperCase(Locale.ROOT) + token.text().substring(1);
    String method =
        "$today."
            + (sign.isSymbol("-") ? "minus" : "plus")
            + (unit.endsWith("s") ? unit : unit + "s")
            + "( "
            + number.text()
            + " )";
    return cursor.fail(
        token, ConstraintFaults.missingCommaPeriod(number.text(), token.text(), method));
  }

  /** An id without its quotes, {@code host-feedback}, at its first hyphen. */
  public static @Nullable GiveUp idWithoutQuotes(Cursor cursor) {
    Token first = cursor.previous();
    StringBuilder id = new StringBuilder(first.text());
    int ahead = 0;
    while (cursor.peek(ahead).isSymbol("-") && continues(cursor, ahead)) {
      id.append('-').append(cursor.peek(ahead + 1).text());
      ahead += 2;
    }
    if (ahead == 0 || !first.isWord() || !cursor.peek().touches(first)) {
      return null;
    }
    int start = cursor.index() - 1;
    cursor.skipTo(start + 1 + ahead);
    return cursor.failFrom(start, TextFaults.idWithoutQuotes(id.toString()));
  }

  private static boolean continues(Cursor cursor, int hyphen) {
    Token part = cursor.peek(hyphen + 1);
    return part.touches(cursor.peek(hyphen)) && (part.isWord() || part.kind() == Token.Kind.NUMBER);
  }

  /**
   * What is between a constraint and the token here: a quotation mark too many in a text, or no
   * operator between a field and a value. Null where it is neither.
   */
  public static @Nullable GiveUp betweenValues(Cursor cursor) {
    Token left = cursor.previous();
    Token right = cursor.peek();
    if (left.isText() && right.isWord() && right.touches(left)) {
      return cursor.fail(
          right,
          left.text().isEmpty()
              ? TextFaults.quoteInTextDoubled(right.text())
              : TextFaults.quoteInText(right.text()));
    }
    boolean isValue = right.isText() || right.kind() == Token.Kind.NUMBER;
    boolean isCode =
        left.text().length() > 1 && left.text().equals(left.text().toUpperCase(Locale.ROOT));
    if (left.isWord() && isCode && right.kind() == Token.Kind.NUMBER) {
      return cursor.fail(
          left, TextFaults.idWithoutQuotes(left.text() + " " + cursor.unquoted(right)));
    }
    if (left.isWord() && !Words.RESERVED.contains(left.text()) && isValue) {
      return cursor.fail(
          right,
          ConstraintFaults.missingOperator(
              left.text(), cursor.unquoted(right), right.isText() ? "==" : ">="));
    }
    return null;
  }
}
