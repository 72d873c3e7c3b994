package io.credentialrules.internal.check;

import io.credentialrules.internal.fault.NamedValueFaults;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import java.util.HashSet;
import java.util.Set;

/** Finds named values that no rule names, and those that are called like something else. */
final class NamesOfValues {
  private NamesOfValues() {}

  static void taken(PolicyModel model, Vocabulary vocabulary, Findings findings) {
    for (NamedValue value : model.values()) {
      if (vocabulary.type(value.name()) != null) {
        findings.error(value.nameSpan(), NamedValueFaults.valueNameTakenType(value.name()));
      }
      for (VocabularyType type : vocabulary.types()) {
        if (type.field(value.name()) != null) {
          findings.error(
              value.nameSpan(), NamedValueFaults.valueNameTakenField(value.name(), type.name()));
        }
      }
    }
  }

  /** Only where all rules could be read. */
  static void unused(PolicyModel model, Findings findings) {
    if (model.values().isEmpty()) {
      return;
    }
    Set<String> used = new HashSet<>();
    for (PolicyRule rule : model.rules()) {
      rule.namedValues().forEach(use -> used.add(rule.header().pack() + "/" + use.name()));
    }
    for (NamedValue value : model.values()) {
      if (!used.contains(value.pack() + "/" + value.name())) {
        findings.error(value.nameSpan(), NamedValueFaults.unusedValue(value.name()));
      }
    }
  }
}
