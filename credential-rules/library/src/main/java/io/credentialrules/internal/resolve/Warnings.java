package io.credentialrules.internal.resolve;

import io.credentialrules.policy.RuleHeader;
import io.credentialrules.policy.Silence;
import io.credentialrules.policy.SourceSpan;

/** Warnings of rules, which their authors can silence with a reason. */
public final class Warnings {
  private Warnings() {}

  /** Warns unless the rule says that this is meant. */
  public static void warn(
      Findings findings,
      RuleHeader header,
      String code,
      SourceSpan span,
      String message,
      String hint) {
    for (Silence silence : header.silences()) {
      if (silence.code().equals(code)) {
        findings.silenced(silence);
        return;
      }
    }
    findings.warning(code, span, message, hint);
  }
}
