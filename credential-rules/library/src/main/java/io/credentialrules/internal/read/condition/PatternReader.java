package io.credentialrules.internal.read.condition;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Maps;
import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.fault.RefusedFaults;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.GiveUp;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.read.token.Words;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Including;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads patterns: {@code $w : WorkExperience( hours >= 200 )}. */
final class PatternReader {
  private static final Set<String> LOWER_CASE_WORDS =
      ImmutableSet.of(
          "when", "then", "end", "rule", "and", "or", "not", "exists", "forall", "accumulate");

  private static final String INCLUDING = "including";

  private static final ImmutableMap<String, Including> INCLUDED =
      Maps.uniqueIndex(EnumSet.allOf(Including.class), Including::written);

  private final Cursor cursor;
  private final ConstraintListReader constraints;

  PatternReader(Cursor cursor, ConstraintListReader constraints) {
    this.cursor = cursor;
    this.constraints = constraints;
  }

  Condition.Pattern pattern() {
    int first = cursor.index();
    String variable = Variables.isNext(cursor) ? Variables.read(cursor) : null;
    return typed(first, variable);
  }

  private Condition.Pattern typed(int first, @Nullable String variable) {
    Token type = cursor.peek();
    if (type.isSymbol("/") || type.isSymbol("?/")) {
      throw Refusals.path(cursor);
    }
    if (type.isWord()) {
      Misplaced.refuseWordAtCondition(cursor);
    } else {
      Misplaced.refuseAtCondition(cursor);
    }
    Slips.refuseWordsForCondition(cursor);
    Misplaced.refuseTrailing(cursor, "condition");
    if (!type.isWord()) {
      throw cursor.unexpected("a condition");
    }
    if (Words.RESERVED.contains(type.text())) {
      throw refusedWord(type);
    }
    refuseWrongCase(type);
    cursor.next();
    if (cursor.at(".")) {
      type = qualified(type);
    }
    SourceSpan typeSpan = cursor.span(type);
    if (cursor.at("#")) {
      throw cursor.fail(cursor.peek(), RefusedFaults.cast());
    }
    List<Constraint> inside = List.of();
    if (cursor.at("(")) {
      inside = inParentheses();
    } else {
      withoutParentheses(type);
    }
    Condition.Pattern pattern =
        new Condition.Pattern(
            variable,
            type.text(),
            typeSpan,
            inside,
            including(),
            cursor.textFrom(first),
            cursor.spanFrom(first));
    refuseWhatFollows();
    return pattern;
  }

  /** What follows a pattern as {@code @including( "in-progress", "expired" )}. */
  private ImmutableSortedSet<Including> including() {
    if (!cursor.at("@")) {
      return ImmutableSortedSet.of();
    }
    ImmutableSortedSet.Builder<Including> further = ImmutableSortedSet.naturalOrder();
    while (cursor.at("@") && cursor.peek(1).isWord(INCLUDING)) {
      cursor.next();
      Token name = cursor.next();
      if (!cursor.at("(") || cursor.peek(1).isSymbol(")")) {
        throw cursor.fail(name, ConditionFaults.unknownIncluding("", words()));
      }
      cursor.enter(cursor.peek());
      cursor.open();
      do {
        Token word = cursor.next();
        Including known = word.isText() ? INCLUDED.get(word.text()) : null;
        if (known == null) {
          throw cursor.fail(word, ConditionFaults.unknownIncluding(word.text(), words()));
        }
        further.add(known);
      } while (cursor.accept(","));
      cursor.close("`,` or `)`");
      cursor.leave();
    }
    return further.build();
  }

  private static String words() {
    return "`\"" + String.join("\"`, `\"", INCLUDED.keySet()) + "\"`";
  }

  private List<Constraint> inParentheses() {
    cursor.enter(cursor.peek());
    int parenthesis = cursor.open();
    List<Constraint> inside =
        cursor.at(")")
            ? List.of()
            : constraints.constraints(parenthesis, ConstraintListReader.Place.PATTERN);
    cursor.close("`,` or `)`");
    cursor.leave();
    return inside;
  }

  private void withoutParentheses(Token type) {
    Misplaced.refuseWithoutParentheses(cursor, type);
    cursor.report(type, ConditionFaults.missingParentheses(type.text()));
    Token next = cursor.peek();
    boolean readable = next.startsLine() || cursor.atEndOfConditions() || next.isSymbol(")");
    if (!readable) {
      throw new GiveUp();
    }
  }

  private Token qualified(Token start) {
    int first = cursor.index() - 1;
    Token last = start;
    while (cursor.at(".") && cursor.peek(1).isWord()) {
      cursor.next();
      last = cursor.next();
    }
    cursor.report(cursor.spanFrom(first), ConditionFaults.qualifiedType(last.text()));
    return last;
  }

  private GiveUp refusedWord(Token word) {
    return switch (word.text()) {
      case "eval" -> Refusals.eval(cursor);
      case "collect" -> Refusals.collect(cursor);
      case "from" -> Refusals.from(cursor);
      case "groupby" -> cursor.fail(word, RefusedFaults.groupbyNotAllowed());
      case "if" -> cursor.fail(word, RefusedFaults.conditionalConsequenceIf());
      case "else", "break", "do" ->
          cursor.fail(word, RefusedFaults.conditionalConsequence(word.text()));
      case "over" -> Refusals.window(cursor);
      case "and", "or" ->
          cursor.fail(
              word,
              ConditionFaults.unexpectedWordOfSentence(
                  word.text(), "delete it: it is between two conditions"));
      case "new" -> Refusals.construction(cursor);
      default ->
          cursor.atEndOfConditions()
              ? cursor.unexpected("a condition")
              : cursor.fail(
                  word, ConditionFaults.unexpectedWord("a condition", Quoted.of(word.text())));
    };
  }

  private void refuseWrongCase(Token word) {
    String lower = word.text().toLowerCase(Locale.ROOT);
    boolean wrong = !lower.equals(word.text()) && LOWER_CASE_WORDS.contains(lower);
    if (wrong && !cursor.peek(1).isSymbol(".")) {
      throw cursor.fail(word, RuleFaults.wrongCase(word.text(), lower));
    }
  }

  private void refuseWhatFollows() {
    if (cursor.at("@")) {
      throw cursor.fail(cursor.peek(), RuleFaults.annotationOnPattern());
    }
    if (cursor.atWord("over")) {
      throw Refusals.window(cursor);
    }
    if (cursor.atWord("from")) {
      throw Refusals.from(cursor);
    }
    if ((cursor.atWord("if") && !cursor.peek().startsLine()) || cursor.atWord("do")) {
      throw cursor.fail(cursor.peek(), RefusedFaults.conditionalConsequence(cursor.peek().text()));
    }
  }
}
