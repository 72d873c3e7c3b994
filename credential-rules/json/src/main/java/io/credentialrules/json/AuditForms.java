package io.credentialrules.json;

import static io.credentialrules.json.ValueForms.DATE;
import static io.credentialrules.json.ValueForms.DIGEST;
import static io.credentialrules.json.ValueForms.NAME;
import static io.credentialrules.json.ValueForms.TEXT;
import static io.credentialrules.json.ValueForms.TIME;
import static io.credentialrules.json.ValueForms.TRUTH;
import static io.credentialrules.json.ValueForms.list;
import static io.credentialrules.json.ValueForms.word;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.AuditDocument.Contents;
import io.credentialrules.json.AuditDocument.Version;
import io.credentialrules.json.DecisionForms.Answer;
import io.credentialrules.json.tree.JsonValue;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import java.util.List;
import java.util.Map;

/** The form of audit records. */
final class AuditForms {
  private static final ObjectForm<Version> VERSION =
      ObjectForm.<Version>inPlace()
          .with("id", NAME, version -> version.rule().id())
          .with("rule", TEXT, version -> version.rule().header().name())
          .with("place", CommonForms.PLACE, version -> version.rule().header().span())
          .optional("from", DATE, version -> version.window().from())
          .optional("until", DATE, version -> version.window().until())
          .with("versionBy", word(VersionBy.class), Version::versionBy)
          .with("chosenBy", DATE, Version::chosenBy)
          .with("inForce", TRUTH, version -> version.window().contains(version.chosenBy()));

  private static final ObjectForm<Map.Entry<String, String>> PACK =
      ObjectForm.<Map.Entry<String, String>>inPlace()
          .with("name", NAME, Map.Entry::getKey)
          .with(AuditDocument.DIGEST, DIGEST, Map.Entry::getValue);

  private static final ObjectForm<Contents> POLICY =
      ObjectForm.<Contents>named("policy")
          .with(AuditDocument.DIGEST, DIGEST, contents -> contents.rules().digest())
          .with("packs", list(PACK), contents -> packs(contents.rules()))
          .with("versions", list(VERSION), Contents::versions);

  private static final Form<LearnerRecord> RECORD =
      ValueForms.form(
          (record, out) -> out.value(CanonicalRecord.of(record)),
          definitions ->
              definitions.reference(
                  "record", () -> RecordForm.prefixed("recorded").schema(definitions)));

  private static final Form<Answer> EVALUATION =
      ValueForms.form(
          DecisionForms.EVALUATION::write,
          definitions ->
              definitions.reference(
                  "evaluation", () -> DecisionForms.EVALUATION.schema(definitions)));

  private static final ObjectForm<Redaction.Treatment> TREATMENT =
      ObjectForm.<Redaction.Treatment>inPlace()
          .with("type", NAME, Redaction.Treatment::type)
          .with("field", NAME, Redaction.Treatment::field)
          .with("action", word(Redaction.Action.class), Redaction.Treatment::action)
          .with("why", TEXT, Redaction.Treatment::why);

  private static final ObjectForm<Redaction.Redacted> REDACTED =
      ObjectForm.<Redaction.Redacted>named("redaction")
          .constant("scheme", "HMAC-SHA-256")
          .with("key", NAME, Redaction.Redacted::key)
          .with("original", DIGEST, Redaction.Redacted::original)
          .with("fields", list(TREATMENT), Redaction.Redacted::treatments);

  /** How personal data was replaced: as it was, or as a document says that is replayed. */
  private static final Form<Object> REDACTION =
      ValueForms.form(
          (redaction, out) -> {
            if (redaction instanceof Redaction.Redacted redacted) {
              REDACTED.write(redacted, out);
            } else {
              out.ofDocument((JsonValue) redaction);
            }
          },
          REDACTED::schema);

  /** All of an audit record; its digest is that of the rest, and empty until the rest is there. */
  static final ObjectForm<Contents> AUDIT =
      ObjectForm.<Contents>inPlace()
          .constant("format", AuditDocument.FORMAT)
          .with("library", NAME, Contents::library)
          .with("asOf", TIME, contents -> contents.evaluation().asOf())
          .with("zone", NAME, contents -> contents.evaluation().asOf().getZone().getId())
          .with("policy", POLICY, contents -> contents)
          .with("record", RECORD, contents -> contents.evaluation().record())
          .with(
              "recordDigest",
              DIGEST,
              contents -> CanonicalRecord.digest(contents.evaluation().record()))
          .optional("redaction", REDACTION, Contents::redaction)
          .with("evaluation", EVALUATION, contents -> Answer.audited(contents.evaluation()))
          .with(AuditDocument.DIGEST, DIGEST, contents -> "");

  private AuditForms() {}

  private static List<Map.Entry<String, String>> packs(CredentialRules rules) {
    return List.copyOf(rules.packs().entrySet());
  }
}
