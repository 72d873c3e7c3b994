package io.credentialrules.json;

import io.credentialrules.LearnerRecord;
import io.credentialrules.Waiver;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form of learner records: facts grouped by their type. What is empty is left out. */
final class RecordForm {
  private static final String LEARNER = Learner.class.getSimpleName();

  private RecordForm() {}

  /**
   * The form of a record whose fact types are defined under their names.
   *
   * @param prefix begins the names of these definitions, to tell them from those of facts that
   *     stand alone
   */
  static ObjectForm<LearnerRecord> prefixed(String prefix) {
    Form<Map<String, List<Fact>>> facts =
        ValueForms.form(RecordForm::write, definitions -> factsSchema(prefix, definitions));
    Form<Fact> learner =
        ValueForms.form(FactWriting::write, definitions -> type(prefix, LEARNER, definitions));
    return ObjectForm.<LearnerRecord>inPlace()
        .with("learner", learner, LearnerRecord::learner)
        .optional("policyDate", ValueForms.DATE, LearnerRecord::policyDate)
        .optional("facts", facts, RecordForm::byType)
        .optional("waivers", ValueForms.list(CommonForms.WAIVER), RecordForm::waivers);
  }

  private static void write(Map<String, List<Fact>> groups, JsonOutput out) throws IOException {
    out.startObject();
    for (Map.Entry<String, List<Fact>> group : groups.entrySet()) {
      out.name(group.getKey());
      out.startList();
      for (Fact fact : group.getValue()) {
        FactWriting.write(fact, out);
      }
      out.endList();
    }
    out.endObject();
  }

  private static @Nullable Map<String, List<Fact>> byType(LearnerRecord record) {
    Map<String, List<Fact>> groups = new LinkedHashMap<>();
    for (Fact fact : record.facts()) {
      groups.computeIfAbsent(FactForm.of(fact).name(), name -> new ArrayList<>()).add(fact);
    }
    return groups.isEmpty() ? null : groups;
  }

  private static @Nullable List<Waiver> waivers(LearnerRecord record) {
    return record.waivers().isEmpty() ? null : record.waivers();
  }

  private static Map<String, Object> factsSchema(String prefix, Definitions definitions) {
    Map<String, Object> types = new LinkedHashMap<>();
    for (String name : definitions.facts().keySet()) {
      if (!name.equals(LEARNER)) {
        types.put(name, Schema.list(type(prefix, name, definitions)));
      }
    }
    return Schema.object(types, List.of());
  }

  private static Map<String, Object> type(String prefix, String name, Definitions definitions) {
    FactForm form = Objects.requireNonNull(definitions.facts().get(name));
    return definitions.reference(prefix + name, () -> FactSchema.of(form));
  }
}
