package io.credentialrules.internal.read.condition;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.fault.RefusedFaults;
import io.credentialrules.internal.fault.TextFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.GiveUp;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.read.token.Words;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Arithmetic;
import io.credentialrules.policy.syntax.Expression;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a value: a field, a variable, a text, a number, with the properties and methods called on
 * it.
 */
final class OperandReader {
  private static final Set<String> NO_MEMBERS =
      ImmutableSet.of("class", "new", "super", "true", "false", "null");

  private final Cursor cursor;

  OperandReader(Cursor cursor) {
    this.cursor = cursor;
  }

  Expression operand() {
    Expression operand = sum();
    refuseWhatFollows();
    return operand;
  }

  private Expression sum() {
    int first = cursor.index();
    int operations = 0;
    Expression sum = product();
    Arithmetic operation = CalculationStart.operation(cursor.peek());
    while (operation != null && operation.isSum()) {
      refuseIdWithoutQuotes();
      refuseOrMore();
      cursor.enter(cursor.next());
      operations++;
      sum = new Expression.Calculation(sum, operation, product(), cursor.spanFrom(first));
      operation = CalculationStart.operation(cursor.peek());
    }
    cursor.returnTo(cursor.depth() - operations);
    return sum;
  }

  private Expression product() {
    int first = cursor.index();
    int operations = 0;
    Expression product = factor();
    Arithmetic operation = CalculationStart.operation(cursor.peek());
    while (operation != null && !operation.isSum()) {
      cursor.enter(cursor.next());
      operations++;
      product = new Expression.Calculation(product, operation, factor(), cursor.spanFrom(first));
      operation = CalculationStart.operation(cursor.peek());
    }
    cursor.returnTo(cursor.depth() - operations);
    return product;
  }

  private Expression factor() {
    Token first = cursor.peek();
    return switch (first.kind()) {
      case TEXT -> text();
      case NUMBER -> number(first);
      case WORD -> word();
      case SYMBOL, UNREADABLE, END -> symbol();
    };
  }

  /** {@code hours >= 20+}. */
  private void refuseOrMore() {
    Token sign = cursor.peek();
    Token next = cursor.peek(1);
    if (sign.isSymbol("+") && (next.isSymbol(")") || next.isSymbol(","))) {
      throw cursor.fail(
          sign,
          ConditionFaults.unexpectedSymbolInstead(
              cursor.written(sign), "leave it out: `>=` says that more is enough too"));
    }
  }

  /** {@code host-feedback}: with spaces, or of names with a dollar sign, it is a difference. */
  private void refuseIdWithoutQuotes() {
    boolean named =
        cursor.previous().text().startsWith("$") || cursor.peek(1).text().startsWith("$");
    GiveUp id = named ? null : Slips.idWithoutQuotes(cursor);
    if (id != null) {
      throw id;
    }
  }

  /** {@code ( $a + $b )}, within a calculation or beside a comparison. */
  private Expression parentheses() {
    Token parenthesis = cursor.peek();
    cursor.enter(parenthesis);
    cursor.open();
    Expression inside = sum();
    refuseWhatFollows();
    cursor.close("`+`, `-`, `*`, `/` or `)`");
    cursor.leave();
    if (!(inside instanceof Expression.Calculation)
        && CalculationStart.operation(cursor.peek()) == null) {
      throw cursor.fail(parenthesis, ConstraintFaults.valueInParentheses());
    }
    return inside;
  }

  /** {@code ( "JOB", "CO_OP" )}. */
  Expression.Listing listing() {
    int first = cursor.index();
    if (!cursor.at("(")) {
      throw cursor.fail(
          cursor.peek(), ConstraintFaults.listWithoutParentheses(SeveralValues.list(cursor)));
    }
    cursor.enter(cursor.peek());
    cursor.open();
    if (cursor.at(")")) {
      throw cursor.fail(cursor.peek(), ConstraintFaults.emptyList());
    }
    List<Expression> values = new ArrayList<>();
    do {
      values.add(operand());
      SeveralValues.refuseOtherSeparator(cursor);
    } while (cursor.accept(","));
    cursor.close("`,` or `)`");
    cursor.leave();
    return new Expression.Listing(values, cursor.spanFrom(first));
  }

  private Expression text() {
    Token text = cursor.next();
    if (cursor.at(".")) {
      throw cursor.fail(cursor.peek(), RefusedFaults.callOnText());
    }
    return new Expression.Text(text.text(), cursor.span(text));
  }

  private Expression number(Token first) {
    boolean negative = cursor.accept("-");
    Token number = cursor.next();
    BigDecimal value = new BigDecimal(number.text());
    return new Expression.Number(
        negative ? value.negate() : value, cursor.span(first).to(cursor.span(number)));
  }

  private Expression symbol() {
    Token symbol = cursor.peek();
    if (symbol.isSymbol("-") && cursor.peek(1).kind() == Token.Kind.NUMBER) {
      return number(symbol);
    }
    if (symbol.isSymbol(".") && cursor.peek(1).kind() == Token.Kind.NUMBER) {
      throw cursor.fail(symbol, TextFaults.badNumberWithoutDigit());
    }
    if (symbol.isSymbol("-") || symbol.isSymbol("+")) {
      throw Refusals.arithmetic(cursor);
    }
    if (symbol.isSymbol("(")) {
      return parentheses();
    }
    if (symbol.isSymbol("[")) {
      throw cursor.fail(symbol, ConstraintFaults.listInBrackets());
    }
    if (symbol.isSymbol("!")) {
      throw cursor.fail(symbol, ConstraintFaults.negatedValue());
    }
    Misplaced.refuseExpression(cursor);
    throw cursor.unexpected("a field, a variable or a value");
  }

  private Expression word() {
    Token word = cursor.peek();
    switch (word.text()) {
      case "true", "false" -> {
        return new Expression.Truth(cursor.next().text().equals("true"), cursor.span(word));
      }
      case "null" -> {
        cursor.next();
        return new Expression.Null(cursor.span(word));
      }
      case "new" -> throw Refusals.construction(cursor);
      case "eval" -> throw Refusals.eval(cursor);
      default -> {
        return path();
      }
    }
  }

  private Expression path() {
    int first = cursor.index();
    Token base = cursor.peek();
    if (Words.RESERVED.contains(base.text())) {
      throw cursor.atEndOfConditions()
          ? cursor.unexpected("a field, a variable or a value")
          : Refusals.reserved(cursor, base, "field");
    }
    if (cursor.peek(1).isSymbol(".")) {
      Refusals.refuseClassReference(cursor);
    }
    cursor.next();
    SourceSpan span = cursor.span(base);
    Expression value;
    if (base.text().equals("this")) {
      value = new Expression.This(span);
    } else if (base.text().startsWith("$")) {
      value = new Expression.Variable(base.text(), span);
    } else {
      value = new Expression.Field(base.text(), span);
    }
    if (cursor.at("(")) {
      throw Refusals.functionCall(cursor, base);
    }
    int links = 0;
    while (cursor.at(".")) {
      cursor.enter(cursor.peek());
      links++;
      value = link(first, value);
    }
    cursor.returnTo(cursor.depth() - links);
    return value;
  }

  private Expression link(int first, Expression target) {
    cursor.next();
    Token name = cursor.peek();
    if (name.isSymbol("(")) {
      throw cursor.fail(name, RefusedFaults.groupedFields());
    }
    if (!name.isWord()) {
      throw cursor.unexpected("a field or a method after `.`");
    }
    if (NO_MEMBERS.contains(name.text())) {
      throw Refusals.reserved(cursor, name, "field");
    }
    cursor.next();
    if (!cursor.at("(")) {
      return new Expression.Property(
          target, name.text(), cursor.span(name), cursor.spanFrom(first));
    }
    cursor.open();
    List<Expression> arguments = new ArrayList<>();
    if (!cursor.at(")")) {
      do {
        arguments.add(operand());
      } while (cursor.accept(","));
    }
    cursor.close("`,` or `)`");
    return new Expression.Call(
        target, name.text(), cursor.span(name), arguments, cursor.spanFrom(first));
  }

  /** {@code hours -> 20}, and code. */
  private GiveUp arrow(Token arrow) {
    Token right = cursor.peek(1);
    boolean compares = right.isText() || right.kind() == Token.Kind.NUMBER;
    return cursor.fail(
        arrow,
        compares
            ? ConstraintFaults.unknownOperator("->", right.isText() ? "write `==`" : "write `>=`")
            : RefusedFaults.lambda());
  }

  private void refuseWhatFollows() {
    Token token = cursor.peek();
    if (token.kind() != Token.Kind.SYMBOL) {
      return;
    }
    switch (token.text()) {
      case "%", "++", "--", "<<", ">>", ">>>", "^", "~" -> throw Refusals.arithmetic(cursor);
      case "[" -> throw cursor.fail(token, RefusedFaults.indexAccess());
      case "#" -> throw cursor.fail(token, RefusedFaults.cast());
      case "!.", "?." -> throw cursor.fail(token, RefusedFaults.nullSafeAccess(token.text()));
      case "?" -> throw cursor.fail(token, RefusedFaults.conditionalValue());
      case "->" -> throw arrow(token);
      case "::" -> throw cursor.fail(token, RefusedFaults.classReferenceMethod());
      default -> {
        // The caller knows what may follow.
      }
    }
  }
}
