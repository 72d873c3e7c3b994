package io.credentialrules.internal.read.condition;

import com.google.common.collect.ImmutableMap;
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

  private static final Set<String> BOUNDS =
      ImmutableSet.of("at", "more", "fewer", "less", "exactly");

  private static final Set<String> UNITS =
      ImmutableSet.of(
          "hours", "hour", "credits", "credit", "points", "point", "units", "percent", "weeks",
          "week", "days", "day", "months", "month", "years", "year");

  private static final Set<String> TIMES = ImmutableSet.of("day", "week", "month", "year");

  private static final String LEAVE_OUT = "leave it out: all conditions of a rule must hold";
  private static final String ONE_OF = "write `( A() or B() )` where one of several is enough";
  private static final String WRITE_NOT = "write `not` and the pattern, as a condition of its own";

  /** What to write for words with which a sentence would begin. */
  private static final ImmutableMap<String, String> OF_SENTENCES =
      ImmutableMap.<String, String>builder()
          .put("either", ONE_OF)
          .put("one", ONE_OF)
          .put("any", ONE_OF)
          .put("ou", "write `or`, with both in parentheses")
          .put("et", "write `and`, or leave it out")
          .put("si", LEAVE_OUT)
          .put("no", WRITE_NOT)
          .put("none", WRITE_NOT)
          .put("without", WRITE_NOT)
          .put("unless", WRITE_NOT)
          .put("all", "write `forall( … )` for each fact, or conditions one after the other")
          .put("each", "write `forall( … )` for each fact")
          .put("every", "write `forall( … )` for each fact")
          .put("has", LEAVE_OUT)
          .put("have", LEAVE_OUT)
          .put("must", LEAVE_OUT)
          .put("needs", LEAVE_OUT)
          .put("requires", LEAVE_OUT)
          .buildOrThrow();

  private static final Set<String> SQL = ImmutableSet.of("SELECT", "INSERT", "UPDATE", "DELETE");

  private Slips() {}

  /** {@code at least 2 WorkExperience()}, {@code Work Experience()} and their like. */
  static void refuseWordsForCondition(Cursor cursor) {
    Token token = cursor.peek();
    if (token.kind() == Token.Kind.NUMBER || BOUNDS.contains(token.text())) {
      refuseAmount(cursor);
    }
    if (SQL.contains(token.text()) && (cursor.peek(1).isWord() || cursor.peek(1).isSymbol("*"))) {
      throw cursor.fail(token, StatementFaults.queryNotAllowedSql(token.text()));
    }
    String meant = OF_SENTENCES.get(token.text());
    if (meant != null && cursor.peek(1).isWord()) {
      throw cursor.fail(token, ConditionFaults.unexpectedWordOfSentence(token.text(), meant));
    }
    if (TOTALS.contains(token.text()) && cursor.peek(1).isSymbol("(")) {
      throw cursor.fail(token, RefusedFaults.functionCallTotal(token.text()));
    }
    if (isType(token)) {
      refuseTypeInWords(cursor);
      refuseFieldOutsidePattern(cursor);
    }
  }

  /** A number of facts: digits after at most two words, before the name of a type. */
  private static void refuseAmount(Cursor cursor) {
    int ahead = 0;
    refuseAmountOfUnit(cursor);
    while (ahead < 2 && cursor.peek(ahead).isWord()) {
      ahead++;
    }
    Token number = cursor.peek(ahead);
    Token type = cursor.peek(ahead + 1);
    if (number.kind() == Token.Kind.NUMBER && isType(type)) {
      int first = cursor.index();
      cursor.skipTo(first + ahead + 1);
      throw cursor.failFrom(first, ConditionFaults.amountInWords(type.text(), number.text()));
    }
  }

  /** {@code 20 hours of WorkExperience}. */
  private static void refuseAmountOfUnit(Cursor cursor) {
    Token number = cursor.peek();
    Token unit = cursor.peek(1);
    if (number.kind() == Token.Kind.NUMBER && isUnit(unit)) {
      int type = 2;
      while (type < 4 && cursor.peek(type).isWord() && !isType(cursor.peek(type))) {
        type++;
      }
      String of = isType(cursor.peek(type)) ? cursor.peek(type).text() : "WorkExperience";
      throw cursor.fail(
          number,
          ConditionFaults.unexpectedSymbolInstead(
              cursor.written(number),
              "write `accumulate( %1$s( $amount : %2$s ); $total : sum( $amount ); $total >= %3$s )`"
                  .formatted(of, unit.text(), number.text())));
    }
  }

  private static void refuseTypeInWords(Cursor cursor) {
    StringBuilder type = new StringBuilder(cursor.peek().text());
    int ahead = 1;
    while (isType(cursor.peek(ahead)) && !cursor.peek(ahead).startsLine()) {
      type.append(cursor.peek(ahead++).text());
    }
    if (ahead > 1 && cursor.peek(ahead).isSymbol("(")) {
      int first = cursor.index();
      cursor.skipTo(first + ahead);
      throw cursor.failFrom(first, ConditionFaults.typeInWords(type.toString()));
    }
  }

  /** {@code WorkExperience.hours >= 200}. */
  private static void refuseFieldOutsidePattern(Cursor cursor) {
    Token field = cursor.peek(2);
    if (cursor.peek(1).isSymbol(".")
        && field.isWord()
        && !isType(field)
        && Refusals.startsComparison(cursor.peek(3))) {
      String type = cursor.peek().text();
      String comparison = cursor.peek(3).text() + " " + cursor.unquoted(cursor.peek(4));
      int first = cursor.index();
      cursor.skipTo(first + 3);
      throw cursor.failFrom(
          first, ConditionFaults.fieldOutsidePattern(field.text(), type, comparison));
    }
  }

  private static boolean isType(Token token) {
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
      return cursor.fail(
          token,
          ConstraintFaults.missingCommaDigits(cursor.unquoted(number) + cursor.unquoted(token)));
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
      return cursor.fail(right, TextFaults.quoteInText(right.text()));
    }
    boolean isValue = right.isText() || right.kind() == Token.Kind.NUMBER;
    if (left.isWord() && !Words.RESERVED.contains(left.text()) && isValue) {
      return cursor.fail(
          right,
          ConstraintFaults.missingOperator(
              left.text(), cursor.unquoted(right), right.isText() ? "==" : ">="));
    }
    return null;
  }
}
