package io.credentialrules.internal.read.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.fault.StatementFaults;
import io.credentialrules.internal.fault.TextFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.read.token.Words;
import io.credentialrules.internal.text.Characters;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.Window;
import java.util.List;
import java.util.Set;

/** Reads what is between {@code rule} and the conditions: the name, annotations and attributes. */
final class HeaderReader {
  private static final Set<String> NO_NAMES =
      ImmutableSet.of("when", "then", "end", "extends", "true", "false", "null");

  private static final List<String> EXPECTED =
      ImmutableList.of("when", AttributeReader.EFFECTIVE, AttributeReader.EXPIRES, "attributes");

  private static final Set<String> ANNOTATIONS =
      ImmutableSet.of(
          "credential",
          "requirement",
          "pathway",
          "level",
          "source",
          "alignment",
          "description",
          "name",
          "scale",
          "validFor",
          "recommends");

  private final Cursor cursor;
  private final RuleAnnotations annotations;
  private final AnnotationReader annotationReader;
  private final AttributeReader attributes;
  private boolean attributesBegun;

  HeaderReader(Cursor cursor, RuleAnnotations annotations) {
    this.cursor = cursor;
    this.annotations = annotations;
    this.annotationReader = new AnnotationReader(cursor);
    this.attributes = new AttributeReader(cursor);
  }

  /** The name of the rule: the token here, or the one before where the name is missing. */
  Token name() {
    Token name = cursor.peek();
    boolean word = name.isWord() && !NO_NAMES.contains(name.text());
    if (name.isText() || word) {
      cursor.next();
      boolean readable = !name.text().isBlank() && !hasControl(name.text());
      if (!readable && name.fault() == null) {
        cursor.report(name, RuleFaults.badRuleName());
      }
      return name;
    }
    annotations.addUnread();
    if (name.fault() != null) {
      cursor.next();
      return name;
    }
    cursor.missing(cursor.previous(), RuleFaults.missingRuleName());
    return cursor.previous();
  }

  private static boolean hasControl(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Characters.isControl(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  Window window() {
    return attributes.window();
  }

  /** Reads up to the first condition; whether there can be one. */
  boolean read() {
    if (cursor.atWord("extends")) {
      refuseExtends();
    }
    while (true) {
      if (cursor.at("@")) {
        annotation();
      } else if (AttributeReader.atAttribute(cursor)) {
        attributes.attribute();
        attributesBegun = true;
      } else if (cursor.atWord("attributes") && !attributesBegun) {
        cursor.next();
        cursor.accept(":");
        attributesBegun = true;
      } else if (cursor.atWord("when")) {
        cursor.next();
        cursor.accept(":");
        refuseSecondWhen();
        return true;
      } else if (cursor.atEndOfConditions()) {
        if (!cursor.atStatement() && !cursor.peek().isEnd()) {
          reportMissingWhen();
        }
        return false;
      } else if (isAnnotationWithoutSign()) {
        refuseAnnotationWithoutSign();
      } else if (startsCondition()) {
        reportMissingWhen();
        return true;
      } else if (refuseOther()) {
        return true;
      }
    }
  }

  private void refuseSecondWhen() {
    while (cursor.atWord("when")) {
      cursor.report(
          cursor.peek(),
          ConditionFaults.unexpectedWordOfSentence("when", "delete it: it is written once"));
      cursor.skip();
    }
  }

  private void annotation() {
    Token at = cursor.peek();
    if (attributesBegun) {
      cursor.report(at, RuleFaults.annotationBehindAttribute());
    }
    Annotation annotation = annotationReader.annotation();
    if (annotation == null) {
      annotations.addUnread();
    } else {
      annotations.add(annotation);
    }
  }

  private void refuseExtends() {
    Token extension = cursor.next();
    cursor.report(extension, StatementFaults.extendsNotAllowed());
    if (cursor.peek().isText() || !cursor.peek().startsLine()) {
      cursor.skip();
    }
  }

  private void reportMissingWhen() {
    cursor.missing(cursor.peek(), RuleFaults.missingWhen(cursor.written(cursor.peek())));
  }

  /** {@code credential( "c" )} and {@code level: 1}. */
  private boolean isAnnotationWithoutSign() {
    Token token = cursor.peek();
    Token next = cursor.peek(1);
    boolean isValue = next.isText() || next.kind() == Token.Kind.NUMBER;
    return token.isWord()
        && ANNOTATIONS.contains(token.text())
        && (next.isSymbol("(") || next.isSymbol(":") || next.isSymbol("=") || isValue);
  }

  private void refuseAnnotationWithoutSign() {
    Token token = cursor.peek();
    annotations.addUnread();
    cursor.report(
        token,
        RuleFaults.unexpectedInHeader(
            cursor.written(token), "write `@" + token.text() + "( … )`, with its sign"));
    cursor.skip();
    if (cursor.at("(") && cursor.hasPartner(cursor.index())) {
      cursor.skipTo(cursor.partner(cursor.index()) + 1);
    } else {
      cursor.skip();
      cursor.skip();
    }
  }

  private boolean startsCondition() {
    Token token = cursor.peek();
    Token after = cursor.peek(1);
    return token.isSymbol("(")
        || (token.isWord()
            && (after.isSymbol("(")
                || after.isSymbol(":")
                || Words.CONDITIONS.contains(token.text())));
  }

  /** Reports what belongs to no header and skips it; whether it was meant to be {@code when}. */
  private boolean refuseOther() {
    Token token = cursor.peek();
    annotations.addUnread();
    if (token.fault() != null) {
      cursor.next();
    } else if (cursor.previous().isText() && token.isWord() && token.touches(cursor.previous())) {
      cursor.report(token, TextFaults.quoteInText(token.text()));
      cursor.skip();
    } else {
      String name = AttributeReader.name(cursor);
      String nearest = name.isEmpty() ? null : NearestWord.of(name, EXPECTED);
      String quotes = token.startsLine() ? "" : "put the whole name of the rule in quotes";
      cursor.report(
          token,
          RuleFaults.unexpectedInHeader(
              cursor.written(token), nearest == null ? quotes : "maybe `" + nearest + "`"));
      cursor.skip();
      if ("when".equals(nearest)) {
        return true;
      }
    }
    while (!cursor.peek().startsLine()
        && !cursor.at("@")
        && !cursor.atWord("when")
        && !cursor.atEndOfConditions()
        && !AttributeReader.atAttribute(cursor)) {
      cursor.skip();
    }
    return false;
  }
}
