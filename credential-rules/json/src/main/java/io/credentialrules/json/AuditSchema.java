package io.credentialrules.json;

import static io.credentialrules.json.Schema.list;
import static io.credentialrules.json.Schema.name;
import static io.credentialrules.json.Schema.object;
import static io.credentialrules.json.Schema.ref;
import static io.credentialrules.json.Schema.text;
import static io.credentialrules.json.Schema.word;

import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Vocabulary;
import java.util.Map;

/**
 * The JSON Schema (draft 2020-12) of {@link AuditRecord}s. That of the standard vocabulary is
 * published within the jar as {@code io/credentialrules/json/audit-record.schema.json}. Amounts are
 * texts in an audit record, which are exact everywhere; the schemas of records and evaluations are
 * the same otherwise.
 */
public final class AuditSchema {
  private static final Map<String, Object> DIGEST =
      Schema.of("type", "string", "pattern", "^[0-9a-f]{64}$");

  private AuditSchema() {}

  /** The schema of audit records whose records hold facts of these types. */
  public static String of(Vocabulary vocabulary) {
    Map<String, FactForm> forms = FactForm.byName(vocabulary);
    Map<String, Object> definitions = FactSchema.definitions();
    EvaluationSchema.putAll(
        definitions, forms, Schema.of("type", "string", "pattern", "^" + Scalars.DECIMAL + "$"));
    forms.forEach((name, form) -> definitions.put(name, FactSchema.typed(form)));
    forms.forEach((name, form) -> definitions.put("recorded" + name, FactSchema.of(form)));
    definitions.put("record", RecordSchema.root(forms, "recorded"));
    definitions.put("evaluation", EvaluationSchema.root());
    putPolicy(definitions);
    putRedaction(definitions);
    Map<String, Object> root =
        object(
            Schema.of(
                "format", Schema.of("const", AuditDocument.FORMAT),
                "library", name(),
                "asOf", Schema.time(),
                "zone", name(),
                "policy", ref("policy"),
                "record", ref("record"),
                "recordDigest", DIGEST,
                "redaction", ref("redaction"),
                "evaluation", ref("evaluation"),
                "digest", DIGEST),
            "redaction");
    return JsonPrinter.print(Schema.document("audit-record", "Audit record", root, definitions));
  }

  private static void putPolicy(Map<String, Object> definitions) {
    Map<String, Object> version =
        object(
            Schema.of(
                "id", name(),
                "rule", text(),
                "place", ref("place"),
                "from", ref("date"),
                "until", ref("date"),
                "versionBy", word(VersionBy.values()),
                "chosenBy", ref("date"),
                "inForce", Schema.of("type", "boolean")),
            "from",
            "until");
    definitions.put(
        "policy",
        object(
            Schema.of(
                "digest",
                DIGEST,
                "packs",
                list(object(Schema.of("name", name(), "digest", DIGEST))),
                "versions",
                list(version))));
  }

  private static void putRedaction(Map<String, Object> definitions) {
    Map<String, Object> field =
        object(
            Schema.of(
                "type", name(),
                "field", name(),
                "action", word(Redaction.Action.values()),
                "why", text()));
    definitions.put(
        "redaction",
        object(
            Schema.of(
                "scheme",
                Schema.of("const", "HMAC-SHA-256"),
                "key",
                name(),
                "original",
                DIGEST,
                "fields",
                list(field))));
  }
}
