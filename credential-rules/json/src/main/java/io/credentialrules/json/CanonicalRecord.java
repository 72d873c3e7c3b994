package io.credentialrules.json;

import io.credentialrules.LearnerRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A record in the one form that equal knowledge has: facts and waivers once each, in the order of
 * their canonical texts, because their order in a record means nothing.
 */
final class CanonicalRecord {
  private CanonicalRecord() {}

  /** The record as a value to print. Throws as {@link LearnerRecordWriter#write}. */
  static Map<String, Object> of(LearnerRecord record) {
    LearnerRecordWriter.requireRoom(record);
    Map<String, Object> document =
        JsonTree.of(out -> LearnerRecordWriter.FORM.write(record, out), 1);
    Map<String, Object> facts = new TreeMap<>();
    if (document.get("facts") instanceof Map<?, ?> types) {
      types.forEach((type, ofType) -> facts.put((String) type, sorted((List<?>) ofType)));
    }
    document.put("facts", facts);
    document.put(
        "waivers",
        document.get("waivers") instanceof List<?> waivers ? sorted(waivers) : List.of());
    return document;
  }

  /** SHA-256 of the canonical text of the record. */
  static String digest(LearnerRecord record) {
    return Digest.sha256(CanonicalJson.print(of(record)));
  }

  private static Collection<Object> sorted(List<?> values) {
    Map<String, Object> byText = new TreeMap<>();
    values.forEach(value -> byText.put(CanonicalJson.print(value), value));
    return byText.values();
  }
}
