package io.credentialrules.testkit.internal.change;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why nobody notices a change, as the author of the rule says in a comment above the line, or on
 * it: what {@code mutate} prints of the change, from <q>nobody notices</q> on, then a colon and the
 * reason. Comments on the lines below go on with it. A condition without a change is each change of
 * it. A comment that begins so and has another form explains nothing.
 *
 * @param rule in which the comment is
 * @param place of the comment
 * @param line that it is about, from 1
 * @param unnoticed the condition between backticks, and the change in words if one is named
 * @param reason why; empty where the comment has another form
 */
public record SurvivorComment(
    PolicyRule rule, SourceSpan place, int line, String unnoticed, String reason) {
  private static final String START = "nobody notices";
  private static final Pattern FORM =
      Pattern.compile(START + "\\s+(`[^`]*`(?:[^:`]|`[^`]*`)*?)\\s*:\\s+(\\S.*)");

  static List<SurvivorComment> in(PolicyRule rule, SourceText text) {
    List<SurvivorComment> found = new ArrayList<>();
    SourceSpan span = rule.header().span();
    for (int line = span.line(); line <= span.endLine(); line++) {
      if (text.comment(line).startsWith(START)) {
        found.add(at(line, rule, text));
      }
    }
    return found;
  }

  private static SurvivorComment at(int start, PolicyRule rule, SourceText text) {
    StringBuilder comment = new StringBuilder(text.comment(start));
    int line = start;
    boolean goesOn = !text.hasCode(start);
    while (!text.hasCode(line) && line < rule.header().span().endLine()) {
      line++;
      goesOn &= !text.hasCode(line) && !text.comment(line).startsWith(START);
      if (goesOn) {
        comment.append(' ').append(text.comment(line));
      }
    }
    SourceSpan place = new SourceSpan(rule.header().span().file(), start, 1, start, 1);
    Matcher form = FORM.matcher(comment.toString().strip());
    return form.matches()
        ? new SurvivorComment(rule, place, line, form.group(1), form.group(2))
        : new SurvivorComment(rule, place, line, "", "");
  }

  /**
   * Whether it is of a change.
   *
   * @param words what describes the change
   * @param edited the line on which something is replaced
   */
  boolean isOf(RuleChange change, String words, int edited) {
    String condition = "`" + change.written() + "`";
    return rule.equals(change.rule())
        && (line == change.place().line() || line == edited)
        && (unnoticed.equals(condition) || unnoticed.equals(condition + " " + words));
  }
}
