package io.credentialrules.testkit.internal.change;

import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RequirementRule;
import io.credentialrules.policy.syntax.Scale;
import org.jspecify.annotations.Nullable;

/**
 * A rule once more, with the same window, scales and conditions: a requirement again as a
 * requirement, with a credential that requires it alone, so that the checks say of it what they
 * would say of the rule. How long a credential lasts, and what it is worth for others, is left out:
 * what matters is only whether the conditions hold.
 */
final class RuleCopy {
  /** What is left without a condition may be something that everybody has. */
  private static final String SILENCE = "@silence( \"empty-record\", \"a condition is left out\" )";

  private RuleCopy() {}

  /**
   * The text of the copy, with one of its conditions changed.
   *
   * @param edit an edit within the conditions; null for none
   */
  static String of(PolicyRule rule, SourceText source, String id, @Nullable Edit edit) {
    boolean isRequirement = rule instanceof RequirementRule;
    String proven = isRequirement ? id + "-met" : id;
    StringBuilder text = new StringBuilder("rule \"" + proven + "\"\n");
    text.append(isRequirement ? "  @requirement( \"" : "  @credential( \"")
        .append(proven)
        .append("\" )\n");
    scales(rule, text);
    if (rule.versionBy() == VersionBy.POLICY_DATE) {
      text.append("  @versionBy( \"policy-date\" )\n");
    }
    text.append("  ").append(SILENCE).append('\n');
    window(rule.header().window(), text);
    text.append("when\n").append(when(rule, source, edit)).append("\nthen\nend\n");
    if (isRequirement) {
      text.append("rule \"").append(id).append("\" @credential( \"").append(id);
      text.append("\" ) ").append(SILENCE);
      text.append(" when Met( requirement == \"").append(proven).append("\" ) then end\n");
    }
    return text.toString();
  }

  /** A rule and its change as alternatives of a requirement that nothing refers to. */
  static String pairOf(RuleChange change, SourceText source, int number) {
    StringBuilder text = new StringBuilder();
    half(change.rule(), source, "original", null, number, text);
    half(change.rule(), source, "changed", change.edit(), number, text);
    return text.toString();
  }

  private static void half(
      PolicyRule rule,
      SourceText source,
      String which,
      @Nullable Edit edit,
      int number,
      StringBuilder text) {
    text.append("rule \"").append(which).append(' ').append(number);
    text.append("\" @requirement( \"pair-").append(number).append("\" )\n");
    scales(rule, text);
    text.append("when\n").append(when(rule, source, edit)).append("\nthen\nend\n");
  }

  private static void scales(PolicyRule rule, StringBuilder text) {
    for (Scale scale : rule.header().scales()) {
      String order = scale.named() == null ? '"' + scale.written() + '"' : scale.named();
      text.append("  @scale( ").append(order).append(" )\n");
    }
  }

  private static void window(Window window, StringBuilder text) {
    if (window.from() != null) {
      text.append("  date-effective \"").append(window.from()).append("\"\n");
    }
    if (window.until() != null) {
      text.append("  date-expires \"").append(window.until()).append("\"\n");
    }
  }

  private static String when(PolicyRule rule, SourceText source, @Nullable Edit edit) {
    SourceSpan span = rule.when().span();
    int from = Math.min(source.start(span), edit == null ? Integer.MAX_VALUE : edit.from());
    int to = Math.max(source.end(span), edit == null ? 0 : edit.to());
    String when = source.text().substring(from, to);
    return edit == null
        ? when
        : when.substring(0, edit.from() - from)
            + edit.replacement()
            + when.substring(edit.to() - from);
  }
}
