package io.credentialrules.internal.read.condition;

import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.GiveUp;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.policy.syntax.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the conditions of a rule, and finds the next one after a problem in one, so that all
 * problems are found at once and none is found twice. Where the parentheses fit, they show where a
 * condition ends; where one is missing, the layout does.
 */
public final class WhenReader {
  private final Cursor cursor;
  private final ConditionReader reader;
  private Token start;
  private int startIndex;
  private int openBefore;
  private int depthBefore;

  public WhenReader(Cursor cursor) {
    this.cursor = cursor;
    this.reader = new ConditionReader(cursor);
    this.start = cursor.peek();
  }

  /**
   * All conditions up to the end of the rule's {@code when}; those with a problem are reported and
   * left out.
   */
  public List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    while (!cursor.atEndOfConditions()) {
      startHere();
      try {
        addFlat(reader.either(), conditions);
        separator();
      } catch (GiveUp problemInCondition) {
        skipCondition();
      }
    }
    return conditions;
  }

  /** {@code A() and B()} on its own says the same as one after the other. */
  private static void addFlat(Condition condition, List<Condition> into) {
    if (condition instanceof Condition.All all) {
      into.addAll(all.parts());
    } else {
      into.add(condition);
    }
  }

  private void separator() {
    if (cursor.at(",")) {
      Refusals.reportComma(cursor);
    } else if (cursor.at(")")) {
      cursor.next();
      cursor.report(cursor.previous(), ConditionFaults.unexpectedParenthesis());
    }
  }

  /** A condition begins here. */
  private void startHere() {
    start = cursor.peek();
    startIndex = cursor.index();
    openBefore = cursor.openCount();
    depthBefore = cursor.depth();
  }

  /** Goes past the condition with the problem. */
  private void skipCondition() {
    boolean fits = true;
    if (cursor.openCount() > openBefore) {
      int outermost = cursor.opened(openBefore);
      fits = cursor.hasPartner(outermost);
      cursor.skipTo(fits ? cursor.partner(outermost) + 1 : cursor.index());
    }
    cursor.forgetOpenBeyond(openBefore);
    cursor.returnTo(depthBefore);
    if (cursor.index() == startIndex) {
      skipOne();
    }
    while (!cursor.atEndOfConditions() && !startsNext(fits)) {
      skipOne();
    }
    while (atJoint()) {
      cursor.skip();
    }
  }

  private boolean startsNext(boolean parenthesesFit) {
    Token token = cursor.peek();
    return (parenthesesFit && atJoint())
        || (token.startsLine()
            && token.line() > start.line()
            && (parenthesesFit || token.column() <= start.column()));
  }

  private void skipOne() {
    boolean pair = cursor.at("(") && cursor.hasPartner(cursor.index());
    cursor.skipTo(pair ? cursor.partner(cursor.index()) + 1 : cursor.index() + 1);
  }

  private boolean atJoint() {
    return cursor.atWord("and")
        || cursor.atWord("or")
        || cursor.at("&&")
        || cursor.at("||")
        || cursor.at(";");
  }
}
