package io.credentialrules.internal.read.condition;

import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.policy.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Several values after an operator that compares with one: {@code type == ( "JOB", "CO_OP" )}. */
final class SeveralValues {
  private static final int MOST_SHOWN = 4;

  private SeveralValues() {}

  /** Refuses a list in the parentheses here, after an operator whose left side begins there. */
  static void refuse(Cursor cursor, int first, Operator operator) {
    List<String> values = new ArrayList<>();
    int ahead = 1;
    while (isValue(cursor.peek(ahead)) && values.size() < MOST_SHOWN) {
      values.add(cursor.unquoted(cursor.peek(ahead)));
      ahead += cursor.peek(ahead + 1).isSymbol(",") ? 2 : 1;
    }
    if (values.size() < 2) {
      return;
    }
    String field = cursor.unquoted(cursor.tokenAt(first));
    throw cursor.fail(
        cursor.peek(),
        ConstraintFaults.valueInParenthesesSeveral(
            operator.symbol(), instead(field, operator, values)));
  }

  private static String instead(String field, Operator operator, List<String> values) {
    String list = "( " + String.join(", ", values) + " )`";
    return switch (operator) {
      case EQUAL, MEMBER_OF -> "write `" + field + " in " + list;
      case NOT_EQUAL, NOT_MEMBER_OF -> "write `" + field + " not in " + list;
      default -> {
        String each =
            values.stream()
                .map(value -> field + " " + operator.symbol() + " " + value)
                .collect(Collectors.joining(", "));
        yield "write a comparison for each: `" + each + "`, or with `||` where one is enough";
      }
    };
  }

  /** What to write for a list without its parentheses, which begins here. */
  static String list(Cursor cursor) {
    Token first = cursor.peek();
    Token word = cursor.tokenAt(cursor.index() - 1);
    Token left = cursor.tokenAt(cursor.index() - 2);
    if (first.isWord() && left.isText()) {
      return "write `" + first.text() + " contains " + cursor.unquoted(left) + "`";
    }
    String[] bounds = cursor.unquoted(first).split("\\.\\.", 2);
    if (first.kind() == Token.Kind.NUMBER && bounds.length == 2) {
      return Ranges.of(left.text(), bounds[0], bounds[1]);
    }
    List<String> values = new ArrayList<>();
    int ahead = first.isSymbol("[") || first.isSymbol("{") ? 1 : 0;
    while (isValue(cursor.peek(ahead)) && values.size() < MOST_SHOWN) {
      values.add(cursor.unquoted(cursor.peek(ahead)));
      ahead += cursor.peek(ahead + 1).isSymbol(",") ? 2 : 1;
    }
    return values.isEmpty()
        ? "write `in ( \"A\", \"B\" )`; for a set that was collected, write `memberOf`"
        : "write `" + word.text() + " ( " + String.join(", ", values) + " )`";
  }

  /** Refuses values that a semicolon or nothing separates. */
  static void refuseOtherSeparator(Cursor cursor) {
    Token token = cursor.peek();
    if (token.isSymbol(";") || token.isWord("or") || token.isWord("and") || isValue(token)) {
      throw cursor.fail(
          token,
          ConditionFaults.unexpectedSymbolInstead(
              cursor.written(token), "write `,` between the values"));
    }
  }

  /** What to write for a value alone: the comparison before it again, with this value. */
  static String again(Cursor cursor, int value) {
    Token operator = cursor.tokenAt(value - 3);
    Token field = cursor.tokenAt(value - 4);
    Token before = cursor.tokenAt(value - 2);
    String written = cursor.unquoted(cursor.tokenAt(value));
    boolean isComparison =
        isValue(before)
            && field.isWord()
            && (Refusals.startsComparison(operator) || operator.isWord("contains"));
    if (!isComparison) {
      return "write the field before it: `field == " + written + "`";
    }
    String again = "write the field again: `%s %s %s`";
    String list =
        ", or `%s in ( %s, %s )`".formatted(field.text(), cursor.unquoted(before), written);
    return again.formatted(field.text(), operator.text(), written)
        + (operator.isSymbol("==") ? list : "");
  }

  private static boolean isValue(Token token) {
    return token.isText() || token.kind() == Token.Kind.NUMBER;
  }
}
