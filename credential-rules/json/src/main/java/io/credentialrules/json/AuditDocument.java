package io.credentialrules.json;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RequirementRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an audit record says, and its canonical text. */
final class AuditDocument {
  static final String FORMAT = "urn:credential-rules:schema:audit-record";
  static final String DIGEST = "digest";

  private AuditDocument() {}

  /**
   * What an audit record is made of.
   *
   * @param library the version of the library that it names
   * @param redaction how personal data was replaced, as {@link Redaction.Redacted} or as a document
   *     says; null where it was not
   */
  record Contents(
      CredentialRules rules, Evaluation evaluation, String library, @Nullable Object redaction) {

    /** The rules that are in force for a time only. */
    List<Version> versions() {
      return rules.policy().rules().stream()
          .filter(rule -> !rule.header().window().equals(Window.ALWAYS))
          .map(this::version)
          .toList();
    }

    private Version version(PolicyRule rule) {
      VersionBy versionBy =
          rule instanceof CredentialRule credential
              ? credential.settings().versionBy()
              : ((RequirementRule) rule).versionBy();
      return new Version(
          rule,
          versionBy,
          versionBy.date(evaluation.record().policyDate(), evaluation.asOf().toLocalDate()));
    }
  }

  /**
   * A rule as one version of the policy.
   *
   * @param chosenBy the date that tells whether it is in force
   */
  record Version(PolicyRule rule, VersionBy versionBy, LocalDate chosenBy) {
    Window window() {
      return rule.header().window();
    }
  }

  /** The canonical text of an audit record. */
  static String print(Contents contents) {
    Map<String, Object> members =
        JsonTree.of(
            out -> AuditForms.AUDIT.write(contents, out),
            EvaluationWriter.Options.DEFAULT_MOST_LISTED);
    members.remove(DIGEST);
    members.put(DIGEST, Digest.sha256(CanonicalJson.print(members)));
    return CanonicalJson.print(members);
  }
}
