package io.credentialrules.pathways;

import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.CredentialSettings.Lapses;
import io.credentialrules.policy.CredentialSettings.Renews;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.Reference;
import io.credentialrules.policy.syntax.RuleHeader;
import io.credentialrules.policy.syntax.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule says in annotations, for the policy language. CTDL has no words for most of it. */
final class Settings {
  private Settings() {}

  /** Of a rule as a whole: what it is, and how long it lasts. */
  static List<String> of(PolicyRule rule, String name) {
    List<String> written = new ArrayList<>();
    written.add(annotation("name", name));
    if (rule instanceof CredentialRule credential) {
      if (credential.pathway() != null) {
        written.add(annotation("pathway", credential.pathway()));
      }
      if (credential.level() != null) {
        written.add("@level( " + credential.level() + " )");
      }
      if (!credential.recommends().isEmpty()) {
        written.add(
            annotation(
                "recommends",
                credential.recommends().stream().map(Reference::id).toArray(String[]::new)));
      }
      settings(credential.settings(), written);
    }
    RuleHeader header = rule.header();
    if (header.source() != null) {
      written.add(annotation("source", header.source()));
    }
    for (AlignmentTarget target : header.alignments()) {
      written.add(
          annotation(
              "alignment",
              Stream.of(target.name(), target.url(), target.framework(), target.code())
                  .filter(Objects::nonNull)
                  .toArray(String[]::new)));
    }
    return written;
  }

  /** What the conditions of a rule need beside them: its orders of levels and grades. */
  static List<String> scales(RuleHeader header) {
    return header.scales().isEmpty()
        ? List.of()
        : List.of(
            annotation(
                "scale", header.scales().stream().map(Scale::written).toArray(String[]::new)));
  }

  private static void settings(CredentialSettings settings, List<String> written) {
    CredentialSettings otherwise = CredentialSettings.DEFAULT;
    if (settings.validFor() != null) {
      written.add(
          settings.validTo() == null
              ? annotation("validFor", settings.validFor().toString())
              : annotation(
                  "validFor", settings.validFor().toString(), settings.validTo().toString()));
    }
    if (settings.renews() != otherwise.renews()) {
      written.add(annotation("renews", word(settings.renews())));
    }
    if (settings.lapses() != otherwise.lapses()) {
      written.add(annotation("lapses", word(settings.lapses())));
    }
    if (settings.evidence() != otherwise.evidence()) {
      written.add(annotation("evidence", word(settings.evidence())));
    }
  }

  /** Whether it matters to the settings how conditions are put together. */
  static boolean areOfParts(PolicyRule rule) {
    return rule instanceof CredentialRule credential
        && (credential.settings().evidence() == EvidenceUse.EXCLUSIVE
            || (credential.settings().validFor() != null
                && credential.settings().renews() != Renews.WHOLE)
            || credential.settings().lapses() == Lapses.NEVER);
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String annotation(String name, String... values) {
    return Stream.of(values)
        .map(ForeignText::written)
        .collect(Collectors.joining(", ", "@" + name + "( ", " )"));
  }
}
