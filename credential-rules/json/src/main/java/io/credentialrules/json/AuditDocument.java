package io.credentialrules.json;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.policy.CredentialRule;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.PolicyRule;
import io.credentialrules.policy.RequirementRule;
import io.credentialrules.policy.Window;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an audit record, as values to print. */
final class AuditDocument {
  static final String FORMAT = "urn:credential-rules:schema:audit-record";
  static final String DIGEST = "digest";

  private final CredentialRules rules;
  private final Evaluation evaluation;

  private AuditDocument(CredentialRules rules, Evaluation evaluation) {
    this.rules = rules;
    this.evaluation = evaluation;
  }

  /**
   * The canonical text of an audit record.
   *
   * @param library the version of the library that it names
   * @param redaction how personal data was replaced; null where it was not
   */
  static String print(
      CredentialRules rules, Evaluation evaluation, String library, @Nullable Object redaction) {
    Map<String, Object> members = new AuditDocument(rules, evaluation).members(library, redaction);
    members.put(DIGEST, Digest.sha256(CanonicalJson.print(members)));
    return CanonicalJson.print(members);
  }

  private Map<String, Object> members(String library, @Nullable Object redaction) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("format", FORMAT);
    members.put("library", library);
    members.put("asOf", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(evaluation.asOf()));
    members.put("zone", evaluation.asOf().getZone().getId());
    members.put("policy", policy());
    members.put("record", CanonicalRecord.of(evaluation.record()));
    members.put("recordDigest", CanonicalRecord.digest(evaluation.record()));
    if (redaction != null) {
      members.put("redaction", redaction);
    }
    members.put("evaluation", EvaluationWriter.document(evaluation, EvaluationWriter.Options.ALL));
    return members;
  }

  private Map<String, Object> policy() {
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put(DIGEST, rules.digest());
    List<Object> packs = new ArrayList<>();
    rules.packs().forEach((name, digest) -> packs.add(Map.of("name", name, DIGEST, digest)));
    policy.put("packs", packs);
    policy.put(
        "versions",
        rules.policy().rules().stream()
            .filter(rule -> !rule.header().window().equals(Window.ALWAYS))
            .map(this::version)
            .toList());
    return policy;
  }

  private Map<String, Object> version(PolicyRule rule) {
    Window window = rule.header().window();
    VersionBy versionBy = versionBy(rule);
    LocalDate policyDate = evaluation.record().policyDate();
    LocalDate date =
        versionBy == VersionBy.POLICY_DATE && policyDate != null
            ? policyDate
            : evaluation.asOf().toLocalDate();
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("id", rule.id());
    version.put("rule", rule.header().name());
    version.put("place", ShortfallWriting.place(rule.header().span()));
    FactWriting.put(version, "from", window.from());
    FactWriting.put(version, "until", window.until());
    version.put("versionBy", versionBy.name());
    version.put("chosenBy", date.toString());
    version.put("inForce", window.contains(date));
    return version;
  }

  private static VersionBy versionBy(PolicyRule rule) {
    return rule instanceof CredentialRule credential
        ? credential.settings().versionBy()
        : ((RequirementRule) rule).versionBy();
  }
}
