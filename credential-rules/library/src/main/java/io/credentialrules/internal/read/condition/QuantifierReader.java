package io.credentialrules.internal.read.condition;

import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.read.token.Words;
import io.credentialrules.policy.syntax.Condition;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code not}, {@code exists} and {@code forall}. */
final class QuantifierReader {
  private final Cursor cursor;
  private final ConditionReader conditions;
  private final PatternReader patterns;

  QuantifierReader(Cursor cursor, ConditionReader conditions, PatternReader patterns) {
    this.cursor = cursor;
    this.conditions = conditions;
    this.patterns = patterns;
  }

  /** {@code not} and {@code exists}: before a pattern, or before conditions in parentheses. */
  Condition quantified() {
    int first = cursor.index();
    Token word = cursor.next();
    cursor.enter(word);
    Condition part;
    Token inner = cursor.peek();
    if (conditions.atPrefixed("and")) {
      part = conditions.prefixed("and");
    } else if (conditions.atPrefixed("or")) {
      part = conditions.prefixed("or");
    } else if (inner.isSymbol("(")) {
      part = conditions.group();
    } else if (inner.isWord() && Words.CONDITIONS.contains(inner.text())) {
      if (!inner.isWord("eval")) {
        cursor.report(inner, ConditionFaults.parenthesesNeeded(inner.text(), word.text()));
      }
      part = conditions.single();
    } else {
      part = conditions.pattern();
    }
    cursor.leave();
    String text = cursor.textFrom(first);
    return word.isWord("not")
        ? new Condition.Not(part, text, cursor.spanFrom(first))
        : new Condition.Exists(part, text, cursor.spanFrom(first));
  }

  /** {@code forall( A() B() )}: each fact that fits the first pattern fits the others. */
  Condition forAll() {
    int first = cursor.index();
    cursor.enter(cursor.next());
    if (!cursor.at("(")) {
      throw cursor.unexpected("`(` after `forall`");
    }
    cursor.open();
    List<Condition.Pattern> inside = new ArrayList<>();
    do {
      inside.add(patternOfForAll());
      cursor.accept(",");
    } while (!cursor.at(")") && conditions.startsCondition());
    cursor.close("a pattern or `)`");
    cursor.leave();
    String text = cursor.textFrom(first);
    Condition.Pattern each = inside.get(0);
    if (inside.size() > 1) {
      return new Condition.ForAll(
          each, inside.subList(1, inside.size()), text, cursor.spanFrom(first));
    }
    Condition.Pattern any =
        new Condition.Pattern(
            null,
            each.type(),
            each.typeSpan(),
            List.of(),
            each.including(),
            each.type() + "()",
            each.span());
    return new Condition.ForAll(any, inside, text, cursor.spanFrom(first));
  }

  private Condition.Pattern patternOfForAll() {
    Token token = cursor.peek();
    if (token.isSymbol("(") || (token.isWord() && Words.CONDITIONS.contains(token.text()))) {
      throw cursor.fail(token, ConditionFaults.patternInForall(cursor.written(token)));
    }
    return patterns.pattern();
  }
}
