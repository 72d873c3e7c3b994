package io.credentialrules.internal.read.condition;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import java.util.Locale;
import java.util.Set;

/**
 * A number of facts in words: {@code at least 2 WorkExperience( … )}, {@code 3 x Participation()}.
 */
final class CountedInWords {
  private static final Set<String> BOUNDS =
      ImmutableSet.of(
          "at", "more", "fewer", "less", "exactly", "any", "minimum", "au", "plus", "moins");

  private static final Set<String> TIMES = ImmutableSet.of("x", "X", "times", "fois", "of");

  private static final ImmutableMap<String, Integer> NUMBERS =
      ImmutableMap.<String, Integer>builder()
          .put("two", 2)
          .put("three", 3)
          .put("four", 4)
          .put("five", 5)
          .put("six", 6)
          .put("seven", 7)
          .put("eight", 8)
          .put("nine", 9)
          .put("ten", 10)
          .put("twelve", 12)
          .put("dozen", 12)
          .put("twenty", 20)
          .put("several", 2)
          .put("deux", 2)
          .put("trois", 3)
          .put("quatre", 4)
          .put("cinq", 5)
          .put("sept", 7)
          .put("huit", 8)
          .put("neuf", 9)
          .put("dix", 10)
          .put("douze", 12)
          .put("vingt", 20)
          .put("plusieurs", 2)
          .buildOrThrow();

  /** How many words can be before the number: {@code at a minimum of 2}. */
  private static final int WORDS = 4;

  private CountedInWords() {}

  static void refuse(Cursor cursor) {
    Token token = cursor.peek();
    if (token.kind() == Token.Kind.NUMBER || BOUNDS.contains(token.text())) {
      refuseAmountOfUnit(cursor);
      refuseAmount(cursor);
    } else {
      refuseNumberInWords(cursor);
    }
  }

  /** {@code two Participation( … )}, {@code a dozen WorkExperience( … )}. */
  private static void refuseNumberInWords(Cursor cursor) {
    int ahead = cursor.peek().isWord("a") ? 1 : 0;
    Integer number = NUMBERS.get(cursor.peek(ahead).text().toLowerCase(Locale.ROOT));
    if (number != null) {
      refuseNumberInWords(cursor, ahead, number);
    }
  }

  private static void refuseNumberInWords(Cursor cursor, int ahead, int number) {
    int type = ahead + 1;
    boolean isOfUnit = Slips.isUnit(cursor.peek(type));
    while (type < ahead + WORDS && cursor.peek(type).isWord() && !Slips.isType(cursor.peek(type))) {
      type++;
    }
    Token token = cursor.peek(type);
    if (!Slips.isType(token) || !cursor.peek(type + 1).isSymbol("(")) {
      return;
    }
    String unit = cursor.peek(ahead + 1).text();
    String digits = String.valueOf(number);
    String written = cursor.written(cursor.peek());
    int first = cursor.index();
    cursor.skipTo(first + type);
    throw cursor.failFrom(
        first,
        isOfUnit
            ? ConditionFaults.unexpectedSymbolInstead(written, total(token.text(), unit, digits))
            : counted(token, digits));
  }

  private static Fault counted(Token type, String digits) {
    return type.text().equals("Met") || type.text().equals("Earned")
        ? ConditionFaults.amountInWordsOfIds(
            type.text(), type.text().equals("Met") ? "requirement" : "credential", digits)
        : ConditionFaults.amountInWords(type.text(), digits);
  }

  private static String total(String type, String unit, String digits) {
    return "write `accumulate( %1$s( $amount : %2$s ); $total : sum( $amount ); $total >= %3$s )`"
        .formatted(type, unit, digits);
  }

  private static void refuseAmount(Cursor cursor) {
    int ahead = 0;
    while (ahead < WORDS && cursor.peek(ahead).isWord() && !Slips.isType(cursor.peek(ahead))) {
      ahead++;
    }
    Token number = cursor.peek(ahead++);
    if (number.kind() != Token.Kind.NUMBER) {
      return;
    }
    String digits = digits(cursor.unquoted(number));
    Token sign = cursor.peek(ahead);
    boolean multiplies =
        TIMES.contains(sign.text())
            || sign.isSymbol("*")
            || (sign.kind() == Token.Kind.UNREADABLE && cursor.unquoted(sign).equals("\u00d7"));
    Token type = cursor.peek(multiplies ? ahead + 1 : ahead);
    int first = cursor.index();
    if (Slips.isType(type)) {
      cursor.skipTo(first + (multiplies ? ahead + 1 : ahead));
      throw cursor.failFrom(first, counted(type, digits));
    }
    if (sign.isWord("of") && type.isSymbol("(")) {
      cursor.skipTo(first + ahead + 1);
      throw cursor.failFrom(
          first, ConditionFaults.amountInWordsOfIds("Met", "requirement", digits));
    }
  }

  /** {@code 20 hours of WorkExperience}. */
  private static void refuseAmountOfUnit(Cursor cursor) {
    int ahead = 0;
    while (ahead < WORDS && cursor.peek(ahead).isWord()) {
      ahead++;
    }
    Token number = cursor.peek(ahead);
    Token unit = cursor.peek(ahead + 1);
    if (number.kind() != Token.Kind.NUMBER || !Slips.isUnit(unit)) {
      return;
    }
    int type = ahead + 2;
    while (type < ahead + 4 && cursor.peek(type).isWord() && !Slips.isType(cursor.peek(type))) {
      type++;
    }
    String of = Slips.isType(cursor.peek(type)) ? cursor.peek(type).text() : "WorkExperience";
    throw cursor.fail(
        cursor.peek(),
        ConditionFaults.unexpectedSymbolInstead(
            cursor.written(cursor.peek()), total(of, unit.text(), number.text())));
  }

  /** The digits with which {@code 3x} begins. */
  private static String digits(String written) {
    return written.replaceFirst("[^0-9.].*", "");
  }
}
