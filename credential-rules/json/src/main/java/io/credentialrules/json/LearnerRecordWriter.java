package io.credentialrules.json;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes learner records as JSON, in the form that {@link LearnerRecordReader} reads: what is
 * written is read as the same record. Facts are grouped by their type, types and facts in the order
 * of the record, which means nothing.
 */
public final class LearnerRecordWriter {
  private LearnerRecordWriter() {}

  /**
   * The record as JSON, with a line feed at the end.
   *
   * @throws IllegalArgumentException when the form has no room for what the record holds: an {@code
   *     id} of the learner's provenance, beside the learner's own, or a learner among the facts
   */
  public static String write(LearnerRecord record) {
    requireRoom(record);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("learner", FactWriting.fact(record.learner()));
    FactWriting.put(document, "policyDate", record.policyDate());
    if (!record.facts().isEmpty()) {
      document.put("facts", byType(record.facts()));
    }
    if (!record.waivers().isEmpty()) {
      document.put("waivers", record.waivers().stream().map(FactWriting::waiver).toList());
    }
    return JsonPrinter.print(document);
  }

  /** Refuses what the form has no room for. */
  static void requireRoom(LearnerRecord record) {
    if (record.learner().provenance().id() != null) {
      throw new IllegalArgumentException(
          "the provenance of the learner has an id, which JSON has no room for; the learner's own"
              + " id is enough");
    }
    if (record.facts().stream().anyMatch(Learner.class::isInstance)) {
      throw new IllegalArgumentException("a learner is among the facts; a record has one learner");
    }
  }

  private static Map<String, List<Object>> byType(List<Fact> facts) {
    Map<String, List<Object>> groups = new LinkedHashMap<>();
    for (Fact fact : facts) {
      groups
          .computeIfAbsent(FactForm.of(fact).name(), name -> new ArrayList<>())
          .add(FactWriting.fact(fact));
    }
    return groups;
  }
}
