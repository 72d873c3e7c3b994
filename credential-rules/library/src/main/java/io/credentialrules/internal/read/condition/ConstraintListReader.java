package io.credentialrules.internal.read.condition;

import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.ConstraintFaults;
import io.credentialrules.internal.fault.RefusedFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.GiveUp;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.policy.syntax.Constraint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads constraints: what is between the parentheses of a pattern, or after the functions of an
 * accumulate.
 */
final class ConstraintListReader {

  /** What the constraints belong to. */
  enum Place {
    PATTERN,
    ACCUMULATE
  }

  private final Cursor cursor;
  private final ConstraintReader reader;

  ConstraintListReader(Cursor cursor, OperandReader operands) {
    this.cursor = cursor;
    this.reader = new ConstraintReader(cursor, operands);
  }

  /**
   * Constraints up to the closing parenthesis, which is not read. A problem ends its constraint
   * only; reading goes on after the next comma.
   */
  List<Constraint> constraints(int parenthesis, Place place) {
    List<Constraint> constraints = new ArrayList<>();
    int open = cursor.openCount();
    int depth = cursor.depth();
    while (true) {
      try {
        reader.constraint(place, constraints);
        if (cursor.at(")")) {
          return constraints;
        }
        if (!cursor.accept(",")) {
          throw unexpectedBehindConstraint(place);
        }
        if (cursor.at(")")) {
          throw cursor.fail(cursor.previous(), ConstraintFaults.trailingComma());
        }
      } catch (GiveUp problemInConstraint) {
        cursor.returnTo(depth);
        skipConstraint(parenthesis, open);
        if (cursor.at(")")) {
          return constraints;
        }
        cursor.skip();
      }
    }
  }

  /** Goes to the next comma that separates constraints, or to the closing parenthesis. */
  private void skipConstraint(int parenthesis, int openBefore) {
    if (!cursor.hasPartner(parenthesis)) {
      throw new GiveUp();
    }
    if (cursor.openCount() > openBefore) {
      int inner = cursor.opened(openBefore);
      cursor.forgetOpenBeyond(openBefore);
      if (!cursor.hasPartner(inner)) {
        throw new GiveUp();
      }
      cursor.skipTo(cursor.partner(inner) + 1);
    }
    int close = cursor.partner(parenthesis);
    int brackets = 0;
    while (cursor.index() < close && !(cursor.at(",") && brackets == 0)) {
      if (cursor.at("[") || cursor.at("{")) {
        brackets++;
      } else if ((cursor.at("]") || cursor.at("}")) && brackets > 0) {
        brackets--;
      }
      int next = cursor.at("(") ? cursor.partner(cursor.index()) : cursor.index();
      cursor.skipTo(next + 1);
    }
  }

  /** {@code is passed} and {@code total hours >= 20}. */
  private @Nullable GiveUp auxiliary(Token field) {
    Token word = cursor.previous();
    boolean begins = cursor.tokenAt(cursor.index() - 2).isSymbol("(");
    if (!begins || !field.isWord() || !Slips.AUXILIARIES.contains(word.text())) {
      return null;
    }
    return cursor.fail(
        word,
        ConditionFaults.unexpectedSymbolInstead(
            cursor.written(word), "leave it out: `" + field.text() + "` is the field"));
  }

  private GiveUp unexpectedBehindConstraint(Place place) {
    Token token = cursor.peek();
    if (token.isSymbol(";") && place == Place.PATTERN) {
      return cursor.fail(token, RefusedFaults.positionalValue());
    }
    GiveUp slip = cursor.allOpenHavePartners() ? Slips.betweenValues(cursor) : null;
    if (slip != null) {
      return slip;
    }
    GiveUp auxiliary = cursor.allOpenHavePartners() ? auxiliary(token) : null;
    if (auxiliary != null) {
      return auxiliary;
    }
    boolean startsConstraint =
        token.isText()
            || token.kind() == Token.Kind.NUMBER
            || (token.isWord() && !cursor.atEndOfConditions())
            || token.isSymbol("(")
            || token.isSymbol("!");
    GiveUp amount = cursor.allOpenHavePartners() ? Slips.afterNumber(cursor) : null;
    if (amount != null) {
      return amount;
    }
    if (startsConstraint && cursor.allOpenHavePartners()) {
      return cursor.fail(
          token,
          cursor.previous().kind() == Token.Kind.NUMBER && Slips.isUnit(token)
              ? ConstraintFaults.missingCommaUnit(token.text())
              : ConstraintFaults.missingComma(cursor.written(token)));
    }
    return cursor.unexpected("`,` or `)`");
  }
}
