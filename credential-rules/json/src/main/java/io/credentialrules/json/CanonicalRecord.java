package io.credentialrules.json;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("learner", FactWriting.fact(record.learner()));
    FactWriting.put(document, "policyDate", record.policyDate());
    Map<String, List<Object>> types = new TreeMap<>();
    for (Fact fact : record.facts()) {
      types
          .computeIfAbsent(FactForm.of(fact).name(), type -> new ArrayList<>())
          .add(FactWriting.fact(fact));
    }
    Map<String, Object> facts = new TreeMap<>();
    types.forEach((type, ofType) -> facts.put(type, sorted(ofType)));
    document.put("facts", facts);
    document.put("waivers", sorted(record.waivers().stream().map(FactWriting::waiver).toList()));
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
