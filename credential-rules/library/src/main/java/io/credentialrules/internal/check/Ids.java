package io.credentialrules.internal.check;

import io.credentialrules.internal.fault.PolicyFaults;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds names and ids that would mean two things. */
public final class Ids {
  private Ids() {}

  public static void check(PolicyModel model, Findings findings) {
    ruleNames(model, findings);
    kinds(model, findings);
    places(model, findings);
  }

  /** Other DRL tools refuse them as well, and explanations could not tell the two apart. */
  private static void ruleNames(PolicyModel model, Findings findings) {
    Map<String, RuleHeader> names = new HashMap<>();
    for (PolicyRule rule : model.rules()) {
      RuleHeader header = rule.header();
      RuleHeader other = names.putIfAbsent(header.pack() + "\n" + header.name(), header);
      if (other != null) {
        findings.error(header.nameSpan(), PolicyFaults.duplicateRuleName(other.nameSpan()));
      }
    }
  }

  private static void kinds(PolicyModel model, Findings findings) {
    Map<String, SourceSpan> requirements = new HashMap<>();
    Map<String, SourceSpan> credentials = new HashMap<>();
    for (PolicyRule rule : model.rules()) {
      boolean isCredential = rule instanceof CredentialRule;
      SourceSpan other = (isCredential ? requirements : credentials).get(rule.id());
      SourceSpan own =
          (isCredential ? credentials : requirements).putIfAbsent(rule.id(), rule.idSpan());
      if (other != null && own == null) {
        findings.error(
            rule.idSpan(),
            PolicyFaults.idOfTwoKinds(
                rule.id(), isCredential ? "requirement" : "credential", other));
      }
    }
  }

  /** All rules of a credential must put it on the same level of the same pathway. */
  private static void places(PolicyModel model, Findings findings) {
    Map<String, CredentialRule> pathways = new HashMap<>();
    Map<String, CredentialRule> levels = new HashMap<>();
    for (PolicyRule rule : model.rules()) {
      if (rule instanceof CredentialRule credential) {
        compare("pathway", credential, credential.pathway(), pathways, findings);
        compare("level", credential, credential.level(), levels, findings);
      }
    }
  }

  private static void compare(
      String what,
      CredentialRule rule,
      @Nullable Object value,
      Map<String, CredentialRule> first,
      Findings findings) {
    CredentialRule other = value == null ? null : first.putIfAbsent(rule.id(), rule);
    if (other == null) {
      return;
    }
    Object otherValue = what.equals("level") ? other.level() : other.pathway();
    boolean onePack = rule.header().pack().equals(other.header().pack());
    if (onePack && !Objects.equals(value, otherValue)) {
      findings.error(
          rule.idSpan(),
          PolicyFaults.contradictingRules(
              rule.id(), what, String.valueOf(value), String.valueOf(otherValue), other.idSpan()));
    }
  }
}
