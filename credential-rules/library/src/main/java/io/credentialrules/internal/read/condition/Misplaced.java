package io.credentialrules.internal.read.condition;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.GiveUp;
import io.credentialrules.internal.read.token.Token;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is written where it cannot be: braces, bullets, functions of a spreadsheet, annotations
 * among conditions, comparisons of a function. Like {@link Slips}, only to say what to write.
 */
final class Misplaced {
  private static final String JOINED =
      "write the conditions one after the other, or `( A() or B() )` where one is enough";
  private static final String COUNTED =
      "write `accumulate( WorkExperience( $amount : hours ); $total : %s( $amount ); $total >= 20 )`";

  /** Functions of spreadsheets and programs, by what to write. */
  private static final ImmutableMap<String, String> FUNCTIONS =
      ImmutableMap.<String, String>builder()
          .put("AND", JOINED)
          .put("OR", JOINED)
          .put("all", JOINED)
          .put("any", JOINED)
          .put("ALL", JOINED)
          .put("ANY", JOINED)
          .put("NOT", "write `not` and the pattern")
          .put("IF", "write what must hold: the rule awards when all of it does")
          .put("IFS", "write what must hold: the rule awards when all of it does")
          .put("SUM", COUNTED.formatted("sum"))
          .put("SUMIF", COUNTED.formatted("sum"))
          .put("SUMIFS", COUNTED.formatted("sum"))
          .put("AVERAGE", COUNTED.formatted("average"))
          .put("AVG", COUNTED.formatted("average"))
          .put("AVERAGEIF", COUNTED.formatted("average"))
          .put("MAX", COUNTED.formatted("max"))
          .put("MIN", COUNTED.formatted("min"))
          .put("COUNT", COUNTED.formatted("count"))
          .put("COUNTIF", COUNTED.formatted("count"))
          .put("COUNTIFS", COUNTED.formatted("count"))
          .put("len", COUNTED.formatted("count"))
          .put("LEN", COUNTED.formatted("count"))
          .put("total", COUNTED.formatted("sum"))
          .buildOrThrow();

  private static final Set<String> BULLETS = ImmutableSet.of("-", "*", "+");
  private static final Set<String> RELATIVES =
      ImmutableSet.of("where", "with", "of", "whose", "having", "which", "that", "who", "when");

  private Misplaced() {}

  /** Refuses what cannot begin a condition. */
  static void refuseAtCondition(Cursor cursor) {
    Token token = cursor.peek();
    Token next = cursor.peek(1);
    String written = cursor.written(token);
    if (token.isWord() && next.isSymbol("(") && FUNCTIONS.containsKey(token.text())) {
      throw cursor.fail(
          token,
          ConditionFaults.unexpectedWordOfSentence(
              token.text(), String.valueOf(FUNCTIONS.get(token.text()))));
    }
    String hint = null;
    if (token.isSymbol("{") || token.isSymbol("}")) {
      hint = "leave braces out: the conditions are those between `when` and `then`";
    } else if (token.isSymbol("@")) {
      hint = "write annotations between the name of the rule and `when`";
    } else if (token.kind() == Token.Kind.SYMBOL && BULLETS.contains(token.text())) {
      hint = "leave it out: each condition is on a line of its own, without a bullet";
    } else if (token.kind() == Token.Kind.NUMBER && isItem(token, next)) {
      hint = "leave it out: conditions are not numbered";
    } else if (token.isText()) {
      hint =
          "write `Earned( credential == "
              + cursor.unquoted(token)
              + " )` or `Met( requirement == "
              + cursor.unquoted(token)
              + " )`";
    } else if (Refusals.startsComparison(token)) {
      hint =
          "a comparison is within the parentheses of its fact; a number of facts is `accumulate("
              + " … ; $count : count(); $count >= 2 )`";
    }
    if (hint != null) {
      throw cursor.fail(token, ConditionFaults.unexpectedSymbolInstead(written, hint));
    }
  }

  private static boolean isItem(Token number, Token next) {
    return number.text().endsWith(".") || next.isSymbol(")") || next.isSymbol(".");
  }

  /** A word without parentheses that is no fact type, or whose comparisons are in words. */
  static void refuseWithoutParentheses(Cursor cursor, Token type) {
    Token next = cursor.peek();
    if (Character.isLowerCase(type.text().charAt(0))) {
      throw cursor.fail(
          type,
          ConditionFaults.unexpectedWordOfSentence(
              type.text(),
              Refusals.startsComparison(next)
                  ? "write it in the parentheses of its fact, such as `WorkExperience( "
                      + type.text()
                      + " "
                      + next.text()
                      + " … )`"
                  : "begin with a fact type, such as `WorkExperience( hours >= 20 )`"));
    }
    boolean isRelative =
        (RELATIVES.contains(next.text()) && !next.startsLine()) || Refusals.startsComparison(next);
    if (isRelative || next.isSymbol("{") || next.isSymbol("[")) {
      throw cursor.fail(type, ConditionFaults.missingParenthesesComparisons(type.text()));
    }
  }

  /** A comparison of a function, or of a name, where a function is expected. */
  static @Nullable GiveUp comparedFunction(Cursor cursor, @Nullable String variable) {
    Token token = cursor.peek();
    if (!Refusals.startsComparison(token)) {
      return null;
    }
    String name = variable == null ? "$total" : variable;
    return cursor.fail(
        token,
        ConditionFaults.unexpectedSymbolInstead(
            cursor.written(token),
            "comparisons follow all functions, after a `;`: write `"
                + name
                + " : sum( $amount ); "
                + name
                + " "
                + token.text()
                + " "
                + cursor.unquoted(cursor.peek(1))
                + "`"));
  }

  /** A function among the comparisons of an {@code accumulate}. */
  static void refuseFunctionAmongComparisons(Cursor cursor) {
    Token token = cursor.peek();
    if (token.isWord() && Slips.isTotal(token.text()) && cursor.peek(1).isSymbol("(")) {
      throw cursor.fail(
          token,
          ConditionFaults.unexpectedSymbolInstead(
              cursor.written(token),
              "a function is before the `;`: write `$total : "
                  + token.text()
                  + "( $amount ); $total >= 20`"));
    }
  }

  /** {@code count( * )} and {@code count( distinct $a )}. */
  static void refuseArgument(Cursor cursor, Token function) {
    Token token = cursor.peek();
    boolean isDistinct = token.isWord() && token.text().equalsIgnoreCase("distinct");
    if (token.isSymbol("*") || (isDistinct && cursor.peek(1).isWord())) {
      throw cursor.fail(
          token,
          ConditionFaults.unexpectedSymbolInstead(
              cursor.written(token),
              isDistinct
                  ? "write `countDistinct( " + cursor.peek(1).text() + " )`"
                  : "write `" + function.text() + "()`, which counts all facts"));
    }
  }

  /** {@code hours : $h} and {@code hours as $h}. */
  static void refuseBindingFromBehind(Cursor cursor) {
    Token field = cursor.peek();
    Token joint = cursor.peek(1);
    Token name = cursor.peek(2);
    if (field.isWord()
        && !field.text().startsWith("$")
        && (joint.isSymbol(":") || joint.isWord("as") || joint.isWord("AS"))
        && name.isWord()
        && name.text().startsWith("$")) {
      throw cursor.fail(
          joint,
          ConditionFaults.unexpectedSymbolInstead(
              cursor.written(joint),
              "the name comes first: write `" + name.text() + " : " + field.text() + "`"));
    }
  }

  /** {@code today()} and its like, of which a policy has a fact. */
  static boolean isToday(Token name) {
    return switch (name.text().toLowerCase(Locale.ROOT)) {
      case "today", "now", "date", "getdate", "sysdate" -> true;
      default -> false;
    };
  }

  static GiveUp today(Cursor cursor, Token name) {
    return cursor.fail(
        name,
        ConditionFaults.unexpectedSymbolInstead(
            cursor.written(name),
            "write `Today( $today : date )` as a condition before it, and `$today` here"));
  }

  /** A regular expression between slashes. */
  static void refuseExpression(Cursor cursor) {
    Token token = cursor.peek();
    if (token.isSymbol("/")) {
      throw cursor.fail(
          token,
          ConditionFaults.unexpectedSymbolInstead(
              cursor.written(token), "write a regular expression in quotes, such as `\"lab.*\"`"));
    }
  }
}
