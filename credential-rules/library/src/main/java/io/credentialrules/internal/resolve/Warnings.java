package io.credentialrules.internal.resolve;

import io.credentialrules.internal.fault.Fault;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.RuleHeader;
import io.credentialrules.policy.syntax.Silence;

/** Warnings of rules, which their authors can silence with a reason. */
public final class Warnings {
  private Warnings() {}

  /** Warns unless the rule says that this is meant. */
  public static void warn(Findings findings, RuleHeader header, SourceSpan span, Fault fault) {
    for (Silence silence : header.silences()) {
      if (silence.code().equals(fault.code())) {
        findings.silenced(silence);
        return;
      }
    }
    findings.warning(header, span, fault);
  }
}
