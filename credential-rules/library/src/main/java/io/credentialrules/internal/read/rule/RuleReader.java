package io.credentialrules.internal.read.rule;

import io.credentialrules.internal.fault.LimitFaults;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.limit.Alternatives;
import io.credentialrules.internal.limit.RuleSize;
import io.credentialrules.internal.read.condition.WhenReader;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.Reference;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one rule, from {@code rule} to {@code end}. */
public final class RuleReader {
  private final Cursor cursor;
  private final String pack;
  private final RuleAnnotations annotations;
  private final HeaderReader header;
  private final int problemsBefore;
  private final int first;
  private long expandedConditions;

  public RuleReader(Cursor cursor, String pack) {
    this.cursor = cursor;
    this.pack = pack;
    this.annotations = new RuleAnnotations(cursor.problems());
    this.header = new HeaderReader(cursor, annotations);
    this.problemsBefore = cursor.problems().count();
    this.first = cursor.index();
  }

  /**
   * The rule here; null where it has a problem, which is reported. The cursor is after it in either
   * case.
   */
  public @Nullable PolicyRule rule() {
    cursor.next();
    Token name = header.name();
    boolean hasWhen = header.read();
    Window window = header.window();
    SourceSpan nameSpan = cursor.span(name);
    annotations.check(name.text(), nameSpan);
    Token when = cursor.previous();
    int firstCondition = cursor.index();
    List<Condition> conditions = hasWhen ? new WhenReader(cursor).conditions() : List.of();
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
            annotations.scales(),
            annotations.called(),
            annotations.described(),
            annotations.alignments(),
            annotations.silences());
    return annotations.rule(read, all);
  }

  /** The ids of what the rule proves or awards, as far as they could be read. */
  public List<String> ids() {
    return annotations.ids();
  }

  /** The time zone of the pack, where this rule says it. */
  public @Nullable StatedZone zone() {
    return annotations.zone();
  }

  /** The credentials that this rule says are awarded elsewhere. */
  public List<Reference> external() {
    return annotations.external();
  }

  /** How much the rule adds to the conditions of all rules once each {@code or} is expanded. */
  public long expandedConditions() {
    return expandedConditions;
  }

  private void checkSize(Condition.All all, SourceSpan nameSpan) {
    int mostAlternatives = cursor.limits().maxAlternatives();
    long alternatives = Alternatives.of(all, mostAlternatives);
    RuleSize size = RuleSize.of(all);
    if (alternatives > mostAlternatives) {
      cursor.report(nameSpan, LimitFaults.limitAlternatives(mostAlternatives));
    }
    int mostConditions = cursor.limits().maxConditions();
    if (size.conditions() > mostConditions) {
      cursor.report(nameSpan, LimitFaults.limitConditions(size.conditions(), mostConditions));
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
      cursor.report(then, RuleFaults.missingThen());
    }
    Token end = cursor.peek();
    if (end.isWord() && end.text().equalsIgnoreCase("end")) {
      readKeyword("end");
    } else {
      cursor.missing(name, RuleFaults.missingEnd());
    }
  }

  private void readKeyword(String keyword) {
    Token token = cursor.next();
    if (!token.text().equals(keyword)) {
      cursor.report(token, RuleFaults.wrongCase(token.text(), keyword));
    }
  }

  /** Between {@code then} and {@code end} DRL allows anything, and a policy nothing. */
  private void refuseCode() {
    if (cursor.atWord("end") || cursor.peek().isEnd() || cursor.atRuleEnd()) {
      return;
    }
    if (cursor.at("[")) {
      cursor.report(cursor.peek(), RuleFaults.namedConsequence());
    } else {
      cursor.report(cursor.peek(), RuleFaults.consequenceNotEmpty());
    }
    while (!cursor.atRuleEnd()) {
      cursor.skip();
    }
  }
}
