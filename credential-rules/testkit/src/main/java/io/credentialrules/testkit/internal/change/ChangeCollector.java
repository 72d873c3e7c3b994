package io.credentialrules.testkit.internal.change;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.PolicyRule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The changes of one rule as they are found. */
final class ChangeCollector {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final PolicyRule rule;
  private final SourceText text;
  private final List<RuleChange> changes = new ArrayList<>();

  ChangeCollector(PolicyRule rule, SourceText text) {
    this.rule = rule;
    this.text = text;
  }

  PolicyRule rule() {
    return rule;
  }

  SourceText text() {
    return text;
  }

  /** In the order of their places; of one place, in the order in which they were found. */
  List<RuleChange> changes() {
    return changes.stream().sorted(java.util.Comparator.comparing(RuleChange::place)).toList();
  }

  /** Another text in the place of a span. */
  void replace(RuleChange.Kind kind, SourceSpan shown, SourceSpan replaced, String by) {
    replace(kind, shown, text.start(replaced), text.end(replaced), by, Window.ALWAYS);
  }

  /** Another text from a position to another. */
  void replace(RuleChange.Kind kind, SourceSpan shown, int from, int to, String by, Window window) {
    String written = SPACE.matcher(text.code(text.start(shown), text.end(shown))).replaceAll(" ");
    changes.add(
        new RuleChange(rule, kind, shown, new Edit(shown.file(), from, to, by), written, window));
  }

  /** Each of several parts is left out, with what separates it from the next. */
  void leaveOutEach(RuleChange.Kind kind, List<SourceSpan> parts) {
    List<int[]> extents = text.extents(parts);
    for (int i = 0; i < parts.size(); i++) {
      leaveOut(kind, parts, extents, i);
    }
  }

  /** The whole rule is left out. */
  void leaveOutRule() {
    replace(RuleChange.Kind.WITHOUT_RULE, rule.header().nameSpan(), rule.header().span(), "");
  }

  /** One of several parts is left out. */
  void leaveOut(RuleChange.Kind kind, List<SourceSpan> parts, List<int[]> extents, int which) {
    int from = which == 0 ? extents.get(0)[0] : extents.get(which - 1)[1];
    int to = which == 0 && parts.size() > 1 ? extents.get(1)[0] : extents.get(which)[1];
    replace(kind, parts.get(which), from, to, "", Window.ALWAYS);
  }
}
