package io.credentialrules.json;

import static io.credentialrules.json.Schema.list;
import static io.credentialrules.json.Schema.name;
import static io.credentialrules.json.Schema.object;
import static io.credentialrules.json.Schema.ref;
import static io.credentialrules.json.Schema.text;
import static io.credentialrules.json.Schema.word;

import io.credentialrules.Difference;
import io.credentialrules.RequirementState;
import io.credentialrules.policy.Vocabulary;
import java.util.Map;

/**
 * The JSON Schemas (draft 2020-12) of differences and impacts, published within the jar as {@code
 * io/credentialrules/json/difference.schema.json} and {@code impact.schema.json}.
 */
public final class DifferenceSchema {
  private static final Map<String, Object> COUNT = Schema.of("type", "integer", "minimum", 0);

  private DifferenceSchema() {}

  /** The schema of differences between two evaluations. */
  public static String ofDifference() {
    Map<String, Object> root =
        object(
            Schema.of("before", ref("side"), "after", ref("side"), "changes", list(ref("change"))));
    return print("difference", "Difference", root);
  }

  /** The schema of impacts of a change of policy. */
  public static String ofImpact() {
    Map<String, Object> root =
        object(
            Schema.of(
                "asOf", Schema.time(),
                "zone", name(),
                "policyBefore", name(),
                "policyAfter", name(),
                "records", COUNT,
                "counts", list(ref("count")),
                "effects", list(ref("effect")),
                "failures", list(ref("failure"))));
    return print("impact", "Impact", root);
  }

  private static String print(String name, String title, Map<String, Object> root) {
    return JsonPrinter.print(
        Schema.document(name, title, root, Schema.reachable(root, definitions())));
  }

  private static Map<String, Object> definitions() {
    Map<String, Object> definitions = EvaluationSchema.definitions(Vocabulary.standard());
    definitions.put(
        "side",
        object(
            Schema.of(
                "learner", name(), "asOf", Schema.time(), "zone", name(), "policyDigest", name())));
    definitions.put(
        "change",
        object(
            Schema.of(
                "credential", ref("credential"),
                "kind", word(Difference.Kind.values()),
                "presence", word(Difference.Presence.values()),
                "requirements", list(ref("requirementChange")),
                "decisive", list(text()),
                "details", list(ref("detail")))));
    definitions.put(
        "requirementChange",
        object(
            Schema.of(
                "id", name(),
                "name", text(),
                "before", word(RequirementState.values()),
                "after", word(RequirementState.values()),
                "measureBefore", ref("measure"),
                "measureAfter", ref("measure")),
            "before",
            "after",
            "measureBefore",
            "measureAfter"));
    definitions.put(
        "detail",
        object(Schema.of("name", name(), "before", text(), "after", text()), "before", "after"));
    definitions.put(
        "count",
        object(
            Schema.of(
                "credential", name(),
                "before", COUNT,
                "after", COUNT,
                "gained", COUNT,
                "lost", COUNT)));
    definitions.put("effect", object(Schema.of("learner", name(), "changes", list(ref("change")))));
    definitions.put(
        "failure", object(Schema.of("learner", name(), "limit", name(), "message", text())));
    return definitions;
  }
}
