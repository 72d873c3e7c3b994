package io.credentialrules.json;

import io.credentialrules.policy.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema (draft 2020-12) of learner records. That of the standard vocabulary is published
 * as {@code docs/schema/learner-record.schema.json} and within the jar as {@code
 * io/credentialrules/json/learner-record.schema.json}. What no schema can say is left to {@link
 * LearnerRecordReader}: repeated names, dates that the calendar does not have or that are in the
 * wrong order, and the bounds of amounts that are written as texts.
 */
public final class RecordSchema {
  private static final String LEARNER = "Learner";

  private RecordSchema() {}

  /** The schema of records with facts of these types. */
  public static String of(Vocabulary vocabulary) {
    Map<String, FactForm> forms = FactForm.byName(vocabulary);
    Map<String, Object> definitions = FactSchema.definitions();
    forms.forEach((name, form) -> definitions.put(name, FactSchema.of(form)));
    return JsonPrinter.print(
        Schema.document("learner-record", "Learner record", root(forms, ""), definitions));
  }

  /** A record whose fact types are defined under their names with a prefix. */
  static Map<String, Object> root(Map<String, FactForm> forms, String prefix) {
    List<String> names = new ArrayList<>(forms.keySet());
    names.remove(LEARNER);
    Map<String, Object> facts = Schema.of();
    names.forEach(name -> facts.put(name, Schema.list(Schema.ref(prefix + name))));
    return Schema.object(
        Schema.of(
            "learner", Schema.ref(prefix + LEARNER),
            "policyDate", Schema.ref("date"),
            "facts", Schema.object(facts, names.toArray(String[]::new)),
            "waivers", Schema.list(Schema.ref("waiver"))),
        "policyDate",
        "facts",
        "waivers");
  }
}
