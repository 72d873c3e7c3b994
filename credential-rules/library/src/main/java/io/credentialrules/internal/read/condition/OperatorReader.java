package io.credentialrules.internal.read.condition;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.RefusedFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.read.token.Words;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.Operator;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the operator of a comparison, and says what to write for those that a policy cannot have.
 */
final class OperatorReader {
  private static final Map<String, Operator> BY_SYMBOL =
      ImmutableMap.copyOf(Maps.uniqueIndex(Arrays.asList(Operator.values()), Operator::symbol));

  /** What authors write for operators of this language, from other languages and by slips. */
  private static final Map<String, Operator> SLIPS =
      ImmutableMap.<String, Operator>builder()
          .put("=", Operator.EQUAL)
          .put("===", Operator.EQUAL)
          .put(":=", Operator.EQUAL)
          .put("!==", Operator.NOT_EQUAL)
          .put("<>", Operator.NOT_EQUAL)
          .put("=<", Operator.AT_MOST)
          .put("=>", Operator.AT_LEAST)
          .put("excludes", Operator.NOT_CONTAINS)
          .build();

  private static final String ALL =
      "the operators are `==` `!=` `<` `<=` `>` `>=` `in` `contains` `memberOf` `matches`";

  private final Cursor cursor;

  OperatorReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** The operator here; null where there is none, so that a value is alone. */
  @Nullable Operator operator() {
    Token token = cursor.peek();
    return switch (token.kind()) {
      case SYMBOL -> symbol(token);
      case WORD -> word(token);
      case TEXT, NUMBER, UNREADABLE, END -> null;
    };
  }

  private @Nullable Operator symbol(Token symbol) {
    if (cursor.peek(1).kind() == Token.Kind.SYMBOL || symbol.isSymbol("!")) {
      refuseSplit(symbol);
    }
    Operator slip = SLIPS.get(symbol.text());
    if (slip != null) {
      boolean assigns = symbol.text().equals("=") || symbol.text().equals(":=");
      return slipped(
          symbol,
          slip,
          assigns
              ? ConstraintFaults.assignment(symbol.text(), slip.symbol())
              : unknown(symbol, slip));
    }
    switch (symbol.text()) {
      case "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=" ->
          throw cursor.fail(symbol, ConstraintFaults.assignmentChange(symbol.text()));
      case "~=" ->
          throw cursor.fail(symbol, ConstraintFaults.unknownOperator("~=", "write `matches`"));
      default -> {
        Operator operator = BY_SYMBOL.get(symbol.text());
        if (operator != null) {
          cursor.next();
        }
        return operator;
      }
    }
  }

  /** {@code > =}, {@code = =} and {@code =~}. */
  private void refuseSplit(Token symbol) {
    Token next = cursor.peek(1);
    if (symbol.isSymbol("!") && (next.isWord("in") || next.isWord("contains"))) {
      throw cursor.fail(
          symbol,
          ConstraintFaults.unknownOperator("!" + next.text(), "write `not " + next.text() + "`"));
    }
    boolean isTail = next.touches(symbol) && (next.isSymbol(">") || next.isSymbol("="));
    String arrow = symbol.text() + (isTail ? next.text() : "");
    if (arrow.equals("==>") || arrow.equals(">==") || arrow.equals("<==")) {
      throw cursor.fail(
          symbol,
          ConstraintFaults.unknownOperator(
              arrow, arrow.equals("<==") ? "write `<=`" : "write `>=`"));
    }
    String joined = symbol.text() + next.text();
    if (next.isSymbol("=") && (BY_SYMBOL.containsKey(joined) || joined.equals("=="))) {
      throw cursor.fail(
          symbol,
          ConstraintFaults.unknownOperator(
              symbol.text() + " =", "write `" + joined + "`, without a space"));
    }
    if (next.isSymbol("~") && symbol.isSymbol("=")) {
      throw cursor.fail(symbol, ConstraintFaults.unknownOperator("=~", "write `matches`"));
    }
  }

  private @Nullable Operator word(Token word) {
    if (word.isWord("not")) {
      return negated();
    }
    Operator operator = BY_SYMBOL.get(word.text());
    if (operator != null) {
      cursor.next();
      return operator;
    }
    Operator slip = SLIPS.get(word.text());
    if (slip != null) {
      return slipped(word, slip, unknown(word, slip));
    }
    boolean isOfTexts =
        (word.isWord("starts") && cursor.peek(1).isWord("with")) || word.isWord("includes");
    if (Words.TEMPORAL.contains(word.text()) && !isOfTexts) {
      throw cursor.fail(word, RefusedFaults.temporalOperator(word.text()));
    }
    if (word.isWord("soundslike") || word.isWord("str")) {
      throw cursor.fail(word, RefusedFaults.customOperator(word.text()));
    }
    if (word.isWord("instanceof") || word.isWord("isA")) {
      throw cursor.fail(word, RefusedFaults.typeTest(word.text()));
    }
    return unknown(word);
  }

  private Operator negated() {
    Token not = cursor.next();
    Token word = cursor.peek();
    Operator operator = word.isWord() ? BY_SYMBOL.get("not " + word.text()) : null;
    if (operator == null) {
      throw cursor.fail(
          not,
          ConstraintFaults.unknownOperatorNot(cursor.written(word), OperatorWords.negated(word)));
    }
    cursor.next();
    return operator;
  }

  /** A word after a value is an operator that does not exist if a value follows it. */
  private @Nullable Operator unknown(Token word) {
    Token following = cursor.peek(1);
    boolean valueFollows =
        following.isText()
            || following.kind() == Token.Kind.NUMBER
            || following.isWord()
            || OperatorWords.standsAlone(word, following);
    boolean joins = word.text().equalsIgnoreCase("and") || word.text().equalsIgnoreCase("or");
    if (joins || cursor.atEndOfConditions() || word.startsLine() || !valueFollows) {
      return null;
    }
    String meant = OperatorWords.meant(cursor);
    String nearest = NearestWord.of(word.text(), Words.OPERATORS);
    String hint = nearest == null ? ALL : "maybe `" + nearest + "`";
    throw cursor.fail(
        word, ConstraintFaults.unknownOperator(word.text(), meant == null ? hint : meant));
  }

  private static Fault unknown(Token token, Operator meant) {
    return ConstraintFaults.unknownOperator(token.text(), "write `" + meant.symbol() + "`");
  }

  private Operator slipped(Token token, Operator meant, Fault fault) {
    cursor.next();
    cursor.report(token, fault);
    return meant;
  }
}
