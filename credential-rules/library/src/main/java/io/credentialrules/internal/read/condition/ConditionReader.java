package io.credentialrules.internal.read.condition;

import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.RefusedFaults;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.GiveUp;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.read.token.Words;
import io.credentialrules.policy.syntax.Condition;
import java.util.ArrayList;
import java.util.List;

/** Reads a condition: patterns joined by {@code and} and {@code or}, in parentheses or not. */
final class ConditionReader {
  private final Cursor cursor;
  private final PatternReader patterns;
  private final QuantifierReader quantifiers;
  private final AccumulateReader accumulates;

  ConditionReader(Cursor cursor) {
    OperandReader operands = new OperandReader(cursor);
    ConstraintListReader constraints = new ConstraintListReader(cursor, operands);
    this.cursor = cursor;
    this.patterns = new PatternReader(cursor, constraints);
    this.quantifiers = new QuantifierReader(cursor, this, patterns);
    this.accumulates = new AccumulateReader(cursor, this, constraints, operands);
  }

  /** Conditions joined by {@code or}. */
  Condition either() {
    int first = cursor.index();
    if (atPrefixed("or")) {
      return alone(prefixed("or"));
    }
    List<Condition> parts = new ArrayList<>();
    parts.add(both());
    while (atJoint("or", "||", "|")) {
      parts.add(both());
    }
    return parts.size() == 1
        ? parts.get(0)
        : new Condition.Any(parts, cursor.textFrom(first), cursor.spanFrom(first));
  }

  /** Conditions joined by {@code and}. */
  Condition both() {
    int first = cursor.index();
    if (atPrefixed("and")) {
      return notFollowedBy("and", prefixed("and"));
    }
    List<Condition> parts = new ArrayList<>();
    parts.add(single());
    while (atJoint("and", "&&", "&")) {
      parts.add(single());
    }
    return parts.size() == 1
        ? parts.get(0)
        : new Condition.All(parts, cursor.textFrom(first), cursor.spanFrom(first));
  }

  private boolean atJoint(String word, String symbol, String half) {
    Token token = cursor.peek();
    if (token.isWord(word)) {
      cursor.next();
      return true;
    }
    boolean wrongCase =
        token.isWord() && token.text().equalsIgnoreCase(word) && !cursor.peek(1).isSymbol("(");
    if (!token.isSymbol(symbol) && !token.isSymbol(half) && !wrongCase) {
      return false;
    }
    cursor.next();
    cursor.report(
        token,
        wrongCase
            ? RuleFaults.wrongCase(token.text(), word)
            : ConditionFaults.symbolBetweenConditions(token.text(), word));
    return true;
  }

  /** One condition, or several in parentheses. */
  Condition single() {
    Token token = cursor.peek();
    Condition condition;
    if (token.isSymbol("(")) {
      condition = atPrefixed("and") || atPrefixed("or") ? misplacedPrefixed() : group();
    } else if (token.isWord() && !cursor.peek(1).isSymbol(":")) {
      condition =
          switch (token.text()) {
            case "not", "exists" -> quantifiers.quantified();
            case "forall" -> quantifiers.forAll();
            case "accumulate", "acc" -> accumulates.accumulate();
            default -> pattern();
          };
    } else if (token.isSymbol("?")) {
      throw cursor.fail(token, RefusedFaults.queryCall());
    } else if (token.isSymbol("/") || token.isSymbol("?/")) {
      throw Refusals.path(cursor);
    } else {
      condition = pattern();
    }
    cursor.accept(";");
    return condition;
  }

  /** A pattern, with the name of its fact. */
  Condition pattern() {
    boolean binds = Variables.isNext(cursor);
    if (!binds || isPatternBehindBinding()) {
      return patterns.pattern();
    }
    int first = cursor.index();
    String variable = Variables.read(cursor);
    throw cursor.failFrom(first, ConditionFaults.bindingOnGroup(variable));
  }

  private boolean isPatternBehindBinding() {
    Token after = cursor.peek(2);
    return !after.isSymbol("(") && !(after.isWord() && Words.CONDITIONS.contains(after.text()));
  }

  /** {@code ( … )}: one condition, or several joined by words. */
  Condition group() {
    cursor.enter(cursor.peek());
    int first = cursor.index();
    int parenthesis = cursor.open();
    if (cursor.at(")")) {
      throw emptyGroup();
    }
    List<Condition> parts = new ArrayList<>();
    parts.add(either());
    while (cursor.hasPartner(parenthesis) && !cursor.at(")") && startsCondition()) {
      if (cursor.at(",")) {
        Refusals.reportComma(cursor);
      } else {
        cursor.report(cursor.peek(), ConditionFaults.missingAnd(cursor.written(cursor.peek())));
      }
      parts.add(either());
    }
    cursor.close("`and`, `or` or `)`");
    cursor.leave();
    return parts.size() == 1
        ? parts.get(0)
        : new Condition.All(parts, cursor.textFrom(first), cursor.spanFrom(first));
  }

  boolean startsCondition() {
    Token token = cursor.peek();
    return token.isSymbol(",")
        || token.isSymbol("(")
        || (token.isWord()
            && !cursor.atEndOfConditions()
            && (!Words.RESERVED.contains(token.text()) || Words.CONDITIONS.contains(token.text())));
  }

  private GiveUp emptyGroup() {
    return cursor.fail(cursor.previous(), ConditionFaults.emptyGroup());
  }

  boolean atPrefixed(String word) {
    return cursor.at("(") && cursor.peek(1).isWord(word);
  }

  /** {@code (and A() B())} or {@code (or A() B())}. */
  Condition prefixed(String word) {
    cursor.enter(cursor.peek());
    int first = cursor.index();
    cursor.open();
    cursor.next();
    List<Condition> parts = new ArrayList<>();
    while (!cursor.at(")")) {
      parts.add(word.equals("or") ? both() : single());
      if (cursor.at(",")) {
        Refusals.reportComma(cursor);
      }
      if (!cursor.at(")") && !startsCondition()) {
        throw cursor.unexpected("a condition or `)`");
      }
    }
    if (parts.isEmpty()) {
      throw emptyGroup();
    }
    cursor.close("a condition or `)`");
    cursor.leave();
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return word.equals("or")
        ? new Condition.Any(parts, cursor.textFrom(first), cursor.spanFrom(first))
        : new Condition.All(parts, cursor.textFrom(first), cursor.spanFrom(first));
  }

  private Condition alone(Condition prefixed) {
    return notFollowedBy("and", notFollowedBy("or", prefixed));
  }

  private Condition notFollowedBy(String word, Condition prefixed) {
    if (cursor.atWord(word)) {
      throw cursor.fail(cursor.peek(), ConditionFaults.prefixAndInfix(word));
    }
    return prefixed;
  }

  private Condition misplacedPrefixed() {
    String word = cursor.peek(1).text();
    cursor.report(cursor.peek(1), ConditionFaults.misplacedPrefix(word));
    return prefixed(word);
  }
}
