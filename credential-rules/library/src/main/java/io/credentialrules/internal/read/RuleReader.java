package io.credentialrules.internal.read;

import io.credentialrules.internal.limit.Alternatives;
import io.credentialrules.internal.limit.RuleSize;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.policy.Condition;
import io.credentialrules.policy.PolicyRule;
import io.credentialrules.policy.RuleHeader;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one rule, from {@code rule} to {@code end}. */
final class RuleReader {
  private final Cursor cursor;
  private final String pack;
  private final RuleAnnotations annotations;
  private final HeaderReader header;
  private final int problemsBefore;
  private final int first;
  private long expandedConditions;

  RuleReader(Cursor cursor, String pack) {
    this.cursor = cursor;
    this.pack = pack;
    this.annotations = new RuleAnnotations(cursor.problems());
    this.header = new HeaderReader(cursor, annotations);
    this.problemsBefore = cursor.problems().count();
    this.first = cursor.index();
  }

  /**
   * The rule here; null where it has a problem, which is reported. The cursor is behind it in
   * either case.
   */
  @Nullable PolicyRule rule() {
    cursor.next();
    Token name = header.name();
    boolean hasWhen = header.read();
    Window window = header.window();
    SourceSpan nameSpan = cursor.span(name);
    annotations.check(name.text(), nameSpan);
    Token when = cursor.previous();
    int firstCondition = cursor.index();
    List<Condition> conditions = hasWhen ? new ConditionsReader(cursor).conditions() : List.of();
    Condition.All all =
        conditions.isEmpty()
            ? new Condition.All(conditions, "", cursor.span(when))
            : new Condition.All(
                conditions, cursor.textFrom(firstCondition), cursor.spanFrom(firstCondition));
    readConsequence(name);
    checkSize(all, nameSpan);
    if (cursor.problems().count() > problemsBefore) {
      return null;
    }
    RuleHeader read =
        new RuleHeader(
            pack,
            name.text(),
            nameSpan,
            cursor.spanFrom(first),
            annotations.source(),
            window,
            annotations.scale(),
            annotations.silences());
    return annotations.rule(read, all);
  }

  /** The ids of what the rule proves or awards, as far as they could be read. */
  List<String> ids() {
    return annotations.ids();
  }

  /** How much the rule adds to the conditions of all rules once each {@code or} is expanded. */
  long expandedConditions() {
    return expandedConditions;
  }

  private void checkSize(Condition.All all, SourceSpan nameSpan) {
    int mostAlternatives = cursor.limits().maxAlternatives();
    long alternatives = Alternatives.of(all, mostAlternatives);
    RuleSize size = RuleSize.of(all);
    if (alternatives > mostAlternatives) {
      cursor.report(
          nameSpan,
          "limit-alternatives",
          "the rule has more than "
              + mostAlternatives
              + " alternatives once each `or` is expanded (limit `maxAlternatives`)",
          "split it into requirements, and join them with `Met( … )`");
    }
    int mostConditions = cursor.limits().maxConditions();
    if (size.conditions() > mostConditions) {
      cursor.report(
          nameSpan,
          "limit-conditions",
          "the rule has "
              + size.conditions()
              + " conditions, constraints and listed values; the limit `maxConditions` is "
              + mostConditions,
          "split it into requirements, and join them with `Met( … )`");
    }
    if (cursor.problems().count() == problemsBefore) {
      expandedConditions = size.expanded(alternatives);
    }
  }

  private void readConsequence(Token name) {
    Token then = cursor.peek();
    if (then.isWord() && then.text().equalsIgnoreCase("then")) {
      readKeyword("then");
      refuseCode();
    } else if (then.isWord() && then.text().equalsIgnoreCase("end")) {
      cursor.report(then, "missing-then", "`then` is missing before `end`", "write `then`");
    }
    Token end = cursor.peek();
    if (end.isWord() && end.text().equalsIgnoreCase("end")) {
      readKeyword("end");
    } else {
      cursor.missing(
          name,
          "missing-end",
          "the rule does not end",
          "write `then` and `end` behind its conditions, each on a line of its own");
    }
  }

  private void readKeyword(String keyword) {
    Token token = cursor.next();
    if (!token.text().equals(keyword)) {
      cursor.report(
          token,
          "wrong-case",
          "the word " + Quoted.of(token.text()) + " is written in small letters",
          "write `" + keyword + "`");
    }
  }

  /**
   * Between {@code then} and {@code end} anything may stand in DRL, and nothing may stand in a
   * policy.
   */
  private void refuseCode() {
    if (cursor.atWord("end") || cursor.peek().isEnd() || cursor.atRuleEnd()) {
      return;
    }
    if (cursor.at("[")) {
      cursor.report(
          cursor.peek(),
          "named-consequence",
          "consequences have no names here, as there is only the empty one",
          "write `then` and `end`");
    } else {
      cursor.report(
          cursor.peek(),
          "consequence-not-empty",
          "a rule of a policy does nothing: what it proves is in its annotation",
          "delete everything between `then` and `end`");
    }
    while (!cursor.atRuleEnd()) {
      cursor.skip();
    }
  }
}
