package io.credentialrules.internal.resolve;

import io.credentialrules.policy.PolicyRule;
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
            "id-in-two-packs",
            rule.idSpan(),
            "the "
                + what
                + " `"
                + rule.id()
                + "` is defined in the pack `"
                + owner.header().pack()
                + "` already, at "
                + owner.idSpan(),
            "give it another id, such as one that starts with the name of the pack");
      }
    }
  }
}
