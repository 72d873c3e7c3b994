package io.credentialrules.internal.read.condition;

import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.fault.LimitFaults;
import io.credentialrules.internal.fault.RefusedFaults;
import io.credentialrules.internal.limit.RegularExpressionSize;
import io.credentialrules.internal.limit.RuleSize;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.read.token.Words;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one constraint: {@code $hours : hours >= 3 && hours < 10}. */
final class ConstraintReader {
  private final Cursor cursor;
  private final OperandReader operands;
  private final OperatorReader operators;

  ConstraintReader(Cursor cursor, OperandReader operands) {
    this.cursor = cursor;
    this.operands = operands;
    this.operators = new OperatorReader(cursor);
  }

  /** Adds the constraint here; two of them where a value is both named and compared. */
  void constraint(ConstraintListReader.Place place, List<Constraint> into) {
    Misplaced.refuseBindingFromBehind(cursor);
    boolean binds =
        cursor.peek().isWord()
            && (cursor.peek(1).isSymbol(":")
                || (cursor.peek(1).isSymbol(":=") && cursor.peek().text().startsWith("$")));
    if (binds) {
      bound(place, into);
    } else {
      into.add(either(null));
    }
  }

  private void bound(ConstraintListReader.Place place, List<Constraint> into) {
    int first = cursor.index();
    String variable = variable(place);
    if ((cursor.at("(") && !CalculationStart.isAt(cursor)) || cursor.at("!")) {
      throw cursor.fail(cursor.peek(), ConstraintFaults.bindingOfExpression(variable));
    }
    if (cursor.at("-")) {
      throw cursor.fail(cursor.peek(), ConstraintFaults.bindingOfExpressionSigned());
    }
    int value = cursor.index();
    Expression bound = operands.operand();
    into.add(new Constraint.Bind(variable, bound, cursor.textFrom(first), cursor.spanFrom(first)));
    if (!cursor.at(",") && !cursor.at(")")) {
      Started started = new Started(value, bound);
      boolean goesOn = goesOn(cursor.peek());
      if (goesOn) {
        into.add(either(started));
      }
    }
  }

  private boolean goesOn(Token token) {
    return token.kind() == Token.Kind.SYMBOL
        ? !token.isSymbol(";") && !token.isSymbol("(")
        : token.isWord() && (Words.RESERVED.contains(token.text()) || !token.startsLine());
  }

  private String variable(ConstraintListReader.Place place) {
    Token name = cursor.peek();
    String variable = Variables.read(cursor);
    if (place == ConstraintListReader.Place.ACCUMULATE) {
      cursor.report(name, ConstraintFaults.bindingInAccumulate());
    }
    return variable;
  }

  /** The left side of a comparison that was read already, because a name is bound to it too. */
  private record Started(int first, Expression left) {}

  private Constraint either(@Nullable Started started) {
    int first = started == null ? cursor.index() : started.first();
    List<Constraint> parts = new ArrayList<>();
    parts.add(both(started));
    while (atJoint("||", "|", "or")) {
      parts.add(both(null));
    }
    return parts.size() == 1
        ? parts.get(0)
        : new Constraint.Either(parts, cursor.textFrom(first), cursor.spanFrom(first));
  }

  private Constraint both(@Nullable Started started) {
    int first = started == null ? cursor.index() : started.first();
    List<Constraint> parts = new ArrayList<>();
    parts.add(single(started));
    while (atJoint("&&", "&", "and")) {
      parts.add(single(null));
    }
    return parts.size() == 1
        ? parts.get(0)
        : new Constraint.Both(parts, cursor.textFrom(first), cursor.spanFrom(first));
  }

  /** Reads {@code &&}, or what was meant to be it. */
  private boolean atJoint(String symbol, String half, String word) {
    Token token = cursor.peek();
    if (token.isSymbol(symbol)) {
      cursor.next();
      return true;
    }
    if (!token.isSymbol(half) && !(token.isWord() && token.text().equalsIgnoreCase(word))) {
      return false;
    }
    cursor.next();
    if (cursor.at(")")) {
      Misplaced.refuseTrailing(cursor, "constraint");
    }
    cursor.report(
        token,
        ConstraintFaults.wordBetweenConstraints(
            token.text(), symbol.equals("&&") ? "`&&` or a comma" : "`||`"));
    return true;
  }

  private Constraint single(@Nullable Started started) {
    int first = started == null ? cursor.index() : started.first();
    Token token = cursor.peek();
    if (started == null && token.isSymbol("!")) {
      return opposite();
    }
    if (started == null && token.isSymbol("(") && !CalculationStart.isAt(cursor)) {
      return group();
    }
    if (started == null) {
      Misplaced.refuseTrailing(cursor, "constraint");
      refuseWrongStart(token);
    }
    Expression left = started == null ? operands.operand() : started.left();
    Operator operator = operators.operator();
    if (operator == null) {
      return truth(first, left, token);
    }
    boolean isOfList = operator == Operator.IN || operator == Operator.NOT_IN;
    if (!isOfList && (cursor.at("(") || cursor.at("{"))) {
      SeveralValues.refuse(cursor, first, operator);
    }
    Expression right = isOfList ? operands.listing() : operands.operand();
    if (RuleSize.isRegularExpression(operator) && right instanceof Expression.Text text) {
      checkSize(text);
    }
    if (Refusals.startsComparison(cursor.peek())) {
      throw cursor.fail(cursor.peek(), ConstraintFaults.chainedComparison(Ranges.ofThree(cursor)));
    }
    return new Constraint.Compare(
        left, operator, right, cursor.textFrom(first), cursor.spanFrom(first));
  }

  private void checkSize(Expression.Text regularExpression) {
    int most = cursor.limits().maxRegularExpression();
    if (RegularExpressionSize.of(regularExpression.value(), most) > most) {
      cursor.report(regularExpression.span(), LimitFaults.limitRegularExpression(most));
    }
  }

  private void refuseWrongStart(Token token) {
    if (token.isWord("not")) {
      Token negated = cursor.peek(1);
      boolean isField = negated.isWord() && endsConstraint(cursor.peek(2));
      throw cursor.fail(
          token, ConstraintFaults.negatedConstraint(isField ? "!" + negated.text() : "!( … )"));
    }
    if (token.isSymbol(",") || (token.isWord() && token.text().equals("exists"))) {
      refuseBeforeField(token);
    }
    if (Refusals.startsComparison(token)
        || (token.isWord() && Words.OPERATORS.contains(token.text()))) {
      throw cursor.fail(token, ConstraintFaults.halfConstraint("field", token.text()));
    }
    if (token.kind() == Token.Kind.NUMBER) {
      CommasInNumbers.refuse(cursor);
    }
    if (token.isWord() && cursor.peek(1).isSymbol(":")) {
      throw cursor.fail(token, ConstraintFaults.bindingInsideConstraint(token.text()));
    }
  }

  /** {@code WorkExperience( , paid )} and {@code TrainingCompletion( exists score )}. */
  private void refuseBeforeField(Token token) {
    Token field = cursor.peek(1);
    if (token.isSymbol(",")) {
      throw cursor.fail(
          token,
          ConditionFaults.unexpectedSymbolInstead(cursor.written(token), "delete the comma"));
    }
    if (field.isWord() && endsConstraint(cursor.peek(2))) {
      throw cursor.fail(
          token,
          ConditionFaults.unexpectedSymbolInstead(
              cursor.written(token), "write `" + field.text() + " != null`"));
    }
  }

  private static boolean endsConstraint(Token token) {
    return token.isSymbol(",") || token.isSymbol(")");
  }

  private Constraint truth(int first, Expression value, Token token) {
    boolean literal =
        value instanceof Expression.Text
            || value instanceof Expression.Number
            || value instanceof Expression.Truth
            || value instanceof Expression.Null;
    if (literal) {
      Token type = cursor.tokenAt(first - 2);
      boolean names =
          value instanceof Expression.Text && (type.isWord("Met") || type.isWord("Earned"));
      cursor.report(
          cursor.spanFrom(first),
          names
              ? ConstraintFaults.valueAloneOfReference(
                  cursor.written(token),
                  type.isWord("Met") ? "requirement" : "credential",
                  cursor.unquoted(token))
              : ConstraintFaults.valueAlone(
                  cursor.written(token), SeveralValues.again(cursor, first)));
    }
    return new Constraint.IsTrue(value, cursor.textFrom(first), cursor.spanFrom(first));
  }

  private Constraint opposite() {
    int first = cursor.index();
    Token negation = cursor.peek();
    cursor.enter(negation);
    cursor.next();
    Token inner = cursor.peek();
    Constraint part;
    if (inner.isSymbol("!")) {
      part = opposite();
    } else if (inner.isSymbol("(")) {
      part = group();
    } else {
      int value = cursor.index();
      part = truth(value, operands.operand(), inner);
      Token following = cursor.peek();
      boolean compares =
          Refusals.startsComparison(following)
              || (following.isWord() && Words.OPERATORS.contains(following.text()));
      if (compares) {
        throw cursor.fail(negation, ConstraintFaults.negatedComparison());
      }
    }
    cursor.leave();
    return new Constraint.Opposite(part, cursor.textFrom(first), cursor.spanFrom(first));
  }

  private Constraint group() {
    Token parenthesis = cursor.peek();
    cursor.enter(parenthesis);
    cursor.open();
    Constraint inside = either(null);
    cursor.close("`&&`, `||` or `)`");
    cursor.leave();
    Token following = cursor.peek();
    boolean named = inside instanceof Constraint.IsTrue only && isName(only.value());
    if (named && following.isWord() && !Words.RESERVED.contains(following.text())) {
      throw cursor.fail(parenthesis, RefusedFaults.castParentheses());
    }
    if (following.isSymbol("->")) {
      throw cursor.fail(following, RefusedFaults.lambda());
    }
    if (Refusals.startsComparison(following)
        || (following.isWord() && Words.OPERATORS.contains(following.text()))) {
      throw cursor.fail(parenthesis, ConstraintFaults.valueInParentheses());
    }
    return inside;
  }

  private static boolean isName(Expression value) {
    return value instanceof Expression.Field
        || (value instanceof Expression.Property property && isName(property.target()));
  }
}
