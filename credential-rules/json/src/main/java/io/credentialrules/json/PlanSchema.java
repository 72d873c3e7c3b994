package io.credentialrules.json;

import static io.credentialrules.json.Schema.list;
import static io.credentialrules.json.Schema.name;
import static io.credentialrules.json.Schema.object;
import static io.credentialrules.json.Schema.ref;
import static io.credentialrules.json.Schema.text;
import static io.credentialrules.json.Schema.word;

import io.credentialrules.Plan;
import io.credentialrules.policy.Vocabulary;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema (draft 2020-12) of plans. That of the standard vocabulary is published within the
 * jar as {@code io/credentialrules/json/plan.schema.json}.
 */
public final class PlanSchema {
  private static final Map<String, Object> TRUTH = Schema.of("type", "boolean");

  private PlanSchema() {}

  /** The schema of plans whose facts are of these types. */
  public static String of(Vocabulary vocabulary) {
    Map<String, Object> definitions = EvaluationSchema.definitions(vocabulary);
    definitions.put(
        "step",
        object(
            Schema.of(
                "action", word(Plan.Action.values()),
                "credential", name(),
                "requirement", name(),
                "name", text(),
                "fact", ref("fact"),
                "replaces", ref("fact"),
                "adds", Schema.of("type", "number"),
                "measure", ref("measure"),
                "condition", text(),
                "place", ref("place")),
            "replaces",
            "adds",
            "measure"));
    definitions.put(
        "obstacle",
        object(
            Schema.of(
                "reason", word(Plan.Reason.values()),
                "isCertain", TRUTH,
                "credential", name(),
                "requirement", name(),
                "name", text(),
                "condition", text(),
                "place", ref("place"),
                "facts", list(ref("fact")),
                "measure", ref("measure")),
            "measure"));
    definitions.put(
        "closedRoute",
        object(
            Schema.of("rule", text(), "place", ref("place"), "obstacles", list(ref("obstacle")))));
    Map<String, Object> root =
        Schema.of(
            "oneOf",
            List.of(
                object(Schema.of("credential", ref("credential"), "plan", constant("EARNED"))),
                object(
                    Schema.of(
                        "credential", ref("credential"),
                        "plan", constant("STEPS"),
                        "steps", list(ref("step")))),
                object(
                    Schema.of(
                        "credential", ref("credential"),
                        "plan", constant("UNREACHABLE"),
                        "isCertain", TRUTH,
                        "routes", list(ref("closedRoute"))))));
    return JsonPrinter.print(
        Schema.document("plan", "Plan", root, Schema.reachable(root, definitions)));
  }

  private static Map<String, Object> constant(String word) {
    return Schema.of("const", word);
  }
}
