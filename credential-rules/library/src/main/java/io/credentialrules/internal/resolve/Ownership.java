package io.credentialrules.internal.resolve;

import io.credentialrules.internal.fault.PolicyFaults;
import io.credentialrules.policy.syntax.PolicyRule;
import java.util.List;

/**
 * An id belongs to one pack: rules of another pack would change what it means without its owner
 * knowing.
 */
public final class Ownership {
  private Ownership() {}

  public static void check(String what, List<? extends PolicyRule> rules, Findings findings) {
    PolicyRule owner = rules.get(0);
    for (PolicyRule rule : rules) {
      if (!rule.header().pack().equals(owner.header().pack())) {
        findings.error(
            rule.idSpan(),
            PolicyFaults.idInTwoPacks(what, rule.id(), owner.header().pack(), owner.idSpan()));
      }
    }
  }
}
