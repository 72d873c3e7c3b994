package io.credentialrules.internal.read.condition;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.GiveUp;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.internal.text.WrittenDate;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is written where it cannot be: braces, bullets, functions of a spreadsheet, annotations
 * among conditions, comparisons of a function. Like {@link Slips}, only to say what to write.
 */
final class Misplaced {
  private static final Set<String> BULLETS = ImmutableSet.of("-", "*", "+");
  private static final Set<String> RELATIVES =
      ImmutableSet.of("where", "with", "of", "whose", "having", "which", "that", "who", "when");

  private static final Set<String> JOINTS = ImmutableSet.of("and", "or", "not", "exists");

  private static final int MOST_SHOWN = 12;

  private Misplaced() {}

  /** Refuses what cannot begin a condition and is no word. */
  static void refuseAtCondition(Cursor cursor) {
    Token token = cursor.peek();
    Token next = cursor.peek(1);
    String written = cursor.written(token);
    String hint = null;
    if (token.isSymbol("{") || token.isSymbol("}")) {
      hint = "leave braces out: the conditions are those between `when` and `then`";
    } else if (token.isSymbol("@")) {
      hint = "write annotations between the name of the rule and `when`";
    } else if (token.isSymbol("=") && next.isWord()) {
      hint = "leave it out: conditions are no formulas; they say what must hold";
    } else if (token.isSymbol("->") || token.isSymbol("=>")) {
      hint = "leave it out: conditions one after the other must all hold";
    } else if (token.isSymbol("+") && !token.startsLine()) {
      hint = "write `and`, or leave it out: conditions one after the other must all hold";
    } else if (token.isSymbol("%")) {
      hint = "a comment begins with `//`";
    } else if (token.isSymbol("!") && isNegated(next)) {
      hint = "write `not`";
    } else if (isPunctuation(token, next)) {
      hint = "leave it out: conditions end without a sign";
    } else if (token.kind() == Token.Kind.SYMBOL && BULLETS.contains(token.text())) {
      hint = "leave it out: each condition is on a line of its own, without a bullet";
    } else if (token.kind() == Token.Kind.NUMBER && isItem(written, next)) {
      hint = "leave it out: conditions are not numbered";
    } else if (token.isText()) {
      hint =
          "write `Earned( credential == "
              + cursor.unquoted(token)
              + " )` or `Met( requirement == "
              + cursor.unquoted(token)
              + " )`";
    } else if (Refusals.startsComparison(token)) {
      boolean isNumber = next.kind() == Token.Kind.NUMBER;
      hint =
          "a comparison is within the parentheses of its fact; a number of facts is `accumulate("
              + " … ; $count : count(); $count "
              + (isNumber ? token.text() + " " + next.text() : ">= 2")
              + " )`";
    }
    if (hint != null) {
      throw cursor.fail(token, ConditionFaults.unexpectedSymbolInstead(written, hint));
    }
  }

  /** Refuses a word that cannot begin a condition. */
  static void refuseWordAtCondition(Cursor cursor) {
    Token word = cursor.peek();
    Token next = cursor.peek(1);
    String instead = next.isSymbol("(") ? OtherFunctions.ofConditions(word.text()) : null;
    if (instead != null) {
      throw cursor.fail(word, ConditionFaults.unexpectedWordOfSentence(word.text(), instead));
    }
    if (next.isSymbol(")") && word.text().length() == 1) {
      throw cursor.fail(
          word,
          ConditionFaults.unexpectedSymbolInstead(
              cursor.written(word), "leave it out: conditions are not numbered"));
    }
  }

  private static boolean isNegated(Token next) {
    return next.isSymbol("(") || (next.isWord() && Character.isUpperCase(next.text().charAt(0)));
  }

  private static boolean isPunctuation(Token token, Token next) {
    return token.isSymbol(".")
        || token.isSymbol(";")
        || token.isSymbol("...")
        || token.isSymbol(":")
        || (token.isSymbol("!") && !isNegated(next));
  }

  /** {@code and}, {@code not} or {@code ||} with nothing after it. */
  static void refuseTrailing(Cursor cursor, String missing) {
    Token last = cursor.previous();
    boolean isJoint =
        last.isSymbol("&&")
            || last.isSymbol("||")
            || (last.isWord() && JOINTS.contains(last.text().toLowerCase(Locale.ROOT)));
    if (isJoint && (cursor.at(")") || cursor.atEndOfConditions())) {
      throw cursor.fail(
          last,
          last.isWord()
              ? ConditionFaults.unexpectedWordTrailing(missing, last.text())
              : ConditionFaults.unexpectedSymbolInstead(
                  Quoted.of(last.text()),
                  "no " + missing + " follows it: delete it, or write one"));
    }
  }

  private static boolean isItem(String written, Token next) {
    return written.endsWith(".`") || next.isSymbol(")") || next.isSymbol(".");
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
    if (type.text().startsWith("$")) {
      throw cursor.fail(
          type,
          ConditionFaults.unexpectedWordOfSentence(
              type.text(), "a total is compared within its `accumulate`, after a `;`"));
    }
    boolean isRelative =
        (RELATIVES.contains(next.text()) && !next.startsLine()) || Refusals.startsComparison(next);
    if (isRelative || next.isSymbol("{") || next.isSymbol("[")) {
      throw cursor.fail(
          type,
          ConditionFaults.missingParenthesesComparisons(type.text(), comparisons(cursor, type)));
    }
    if (next.kind() == Token.Kind.UNREADABLE) {
      throw cursor.unexpected("`(`");
    }
    boolean isOfId = next.isText() || (next.isWord() && cursor.peek(1).isSymbol("-"));
    if ((type.isWord("Met") || type.isWord("Earned")) && isOfId && !next.startsLine()) {
      String field = type.isWord("Met") ? "requirement" : "credential";
      throw cursor.fail(
          type, ConditionFaults.missingParenthesesComparisons(type.text(), field + " == \"…\""));
    }
  }

  /** What is written after a type, on its line: {@code where hours >= 20} without its word. */
  private static String comparisons(Cursor cursor, Token type) {
    StringBuilder written = new StringBuilder();
    int ahead = Refusals.startsComparison(cursor.peek()) ? 0 : 1;
    for (; ahead < MOST_SHOWN; ahead++) {
      Token token = cursor.peek(ahead);
      boolean ends = token.isEnd() || token.startsLine() || token.isWord("then");
      if (ends || token.isSymbol("]") || token.isSymbol("}") || token.fault() != null) {
        break;
      }
      boolean spaced = written.length() > 0 && token.spaced();
      written.append(spaced ? " " : "").append(cursor.unquoted(token));
    }
    boolean isShown = written.length() > 0 && !Refusals.startsComparison(cursor.peek());
    return isShown ? written.toString() : example(type);
  }

  private static String example(Token type) {
    return switch (type.text()) {
      case "Met" -> "requirement == \"…\"";
      case "Earned" -> "credential == \"…\"";
      default -> "field >= 20";
    };
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
      case "today", "now", "date", "getdate", "sysdate", "aujourdhui" -> true;
      default -> false;
    };
  }

  static GiveUp today(Cursor cursor, Token name) {
    boolean isDay =
        name.text().equalsIgnoreCase("date")
            && cursor.peek().isSymbol("(")
            && cursor.peek(6).isSymbol(")");
    if (isDay) {
      String written =
          cursor.peek(1).text() + "-" + cursor.peek(3).text() + "-" + cursor.peek(5).text();
      return cursor.fail(
          name,
          ConditionFaults.unexpectedSymbolInstead(cursor.written(name), WrittenDate.hint(written)));
    }
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
