package io.credentialrules.internal.read.rule;

import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.GiveUp;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an annotation: a name and, in parentheses, texts, numbers and names of values. */
final class AnnotationReader {
  private final Cursor cursor;

  AnnotationReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /**
   * The annotation here; null where it cannot be read, which is reported. The cursor is after it in
   * either case.
   */
  @Nullable Annotation annotation() {
    int first = cursor.index();
    int open = cursor.openCount();
    cursor.next();
    try {
      Token name = cursor.peek();
      if (!name.isWord()) {
        throw cursor.unexpected("the name of an annotation after `@`");
      }
      cursor.next();
      List<Annotation.Value> values = new ArrayList<>();
      if (cursor.at("(")) {
        readValues(name, values);
      } else if (cursor.peek().isText() && !cursor.peek().startsLine()) {
        throw cursor.fail(cursor.peek(), ConditionFaults.missingParenthesesAnnotation(name.text()));
      }
      return new Annotation(name.text(), cursor.span(name), values, cursor.spanFrom(first));
    } catch (GiveUp problemInAnnotation) {
      skip(open);
      return null;
    }
  }

  private void readValues(Token name, List<Annotation.Value> values) {
    cursor.open();
    if (!cursor.at(")")) {
      do {
        values.add(value(name));
      } while (cursor.accept(","));
    }
    Token unit = cursor.peek();
    Token number = cursor.previous();
    if (unit.isWord() && number.kind() == Token.Kind.NUMBER && name.isWord("validFor")) {
      throw cursor.fail(unit, RuleFaults.badPeriodUnquoted(number.text(), unit.text()));
    }
    cursor.close("`,` or `)`");
  }

  private Annotation.Value value(Token name) {
    Token token = cursor.peek();
    SourceSpan span = cursor.span(token);
    if (token.isText()) {
      return new Annotation.Value(true, cursor.next().text(), span);
    }
    if (token.kind() == Token.Kind.NUMBER) {
      return new Annotation.Value(false, cursor.next().text(), span);
    }
    if (token.isSymbol("-") && cursor.peek(1).kind() == Token.Kind.NUMBER) {
      cursor.next();
      Token number = cursor.next();
      return new Annotation.Value(false, "-" + number.text(), span.to(cursor.span(number)));
    }
    boolean ofNamedValue = name.isWord("value") || name.isWord("from");
    if (ofNamedValue && (token.isWord("true") || token.isWord("false"))) {
      return new Annotation.Value(false, cursor.next().text(), span);
    }
    boolean isName =
        token.isWord() && token.text().charAt(0) >= 'A' && token.text().charAt(0) <= 'Z';
    if (isName && name.isWord("scale")) {
      return new Annotation.Value(false, cursor.next().text(), span);
    }
    if (token.isWord() && cursor.allOpenHavePartners()) {
      throw cursor.fail(token, RuleFaults.annotationValueNotQuoted(name.text(), token.text()));
    }
    throw cursor.unexpected("a text in quotes or a number");
  }

  /** After the closing parenthesis where there is one, else to the next line. */
  private void skip(int openBefore) {
    if (cursor.openCount() > openBefore && cursor.hasPartner(cursor.opened(openBefore))) {
      cursor.skipTo(cursor.partner(cursor.opened(openBefore)) + 1);
    } else {
      while (!cursor.peek().startsLine() && !cursor.peek().isEnd() && !atHeaderWord()) {
        cursor.skip();
      }
    }
    cursor.forgetOpenBeyond(openBefore);
  }

  private boolean atHeaderWord() {
    return cursor.at("@") || cursor.atWord("when") || cursor.atWord("then");
  }
}
