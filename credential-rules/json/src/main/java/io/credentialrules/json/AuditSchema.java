package io.credentialrules.json;

import io.credentialrules.policy.Vocabulary;

/**
 * The JSON Schema (draft 2020-12) of {@link AuditRecord}s. That of the standard vocabulary is
 * published within the jar as {@code io/credentialrules/json/audit-record.schema.json}. Amounts are
 * texts in an audit record, which are exact everywhere; the schemas of records and evaluations are
 * the same otherwise.
 */
public final class AuditSchema {
  private AuditSchema() {}

  /** The schema of audit records whose records hold facts of these types. */
  public static String of(Vocabulary vocabulary) {
    return Definitions.canonical(vocabulary)
        .document("audit-record", "Audit record", AuditForms.AUDIT);
  }
}
