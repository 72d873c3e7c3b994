package io.credentialrules.json;

import static io.credentialrules.json.Schema.list;
import static io.credentialrules.json.Schema.name;
import static io.credentialrules.json.Schema.object;
import static io.credentialrules.json.Schema.ref;
import static io.credentialrules.json.Schema.text;
import static io.credentialrules.json.Schema.word;

import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementState;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The JSON Schema (draft 2020-12) of evaluations. That of the standard vocabulary is published as
 * {@code docs/schema/evaluation.schema.json} and within the jar as {@code
 * io/credentialrules/json/evaluation.schema.json}.
 */
public final class EvaluationSchema {
  private static final Map<String, Object> NUMBER = Schema.of("type", "number");
  private static final Map<String, Object> POSITIVE = Schema.of("type", "integer", "minimum", 1);
  private static final Map<String, Object> COUNT = Schema.of("type", "integer", "minimum", 0);

  private EvaluationSchema() {}

  /** The schema of evaluations of records with facts of these types. */
  public static String of(Vocabulary vocabulary) {
    return JsonPrinter.print(
        Schema.document("evaluation", "Evaluation", root(), definitions(vocabulary)));
  }

  /** Everything that an evaluation refers to. */
  static Map<String, Object> definitions(Vocabulary vocabulary) {
    Map<String, FactForm> forms = FactForm.byName(vocabulary);
    Map<String, Object> definitions = FactSchema.definitions();
    putAll(definitions, forms, NUMBER);
    forms.forEach((name, form) -> definitions.put(name, FactSchema.typed(form)));
    return definitions;
  }

  static Map<String, Object> root() {
    return object(
        Schema.of(
            "learner", name(),
            "asOf", Schema.time(),
            "zone", name(),
            "policyDigest", name(),
            "decisions", list(ref("decision")),
            "notCounted", list(ref("notCounted")),
            "unknownWaivers", list(ref("waiver"))));
  }

  /**
   * Everything that an evaluation refers to but the fact types; amounts have a form of their own.
   */
  static void putAll(
      Map<String, Object> definitions, Map<String, FactForm> forms, Map<String, Object> amount) {
    definitions.put("fact", Schema.of("oneOf", forms.keySet().stream().map(Schema::ref).toList()));
    putDecision(definitions);
    putRequirement(definitions, amount);
    putShortfall(definitions);
  }

  private static void putDecision(Map<String, Object> definitions) {
    definitions.put("decision", Schema.of("oneOf", List.of(ref("earned"), ref("notEarned"))));
    definitions.put(
        "earned",
        object(
            Schema.of(
                "credential", ref("credential"),
                "decision", Schema.of("const", "EARNED"),
                "since", ref("date"),
                "until", ref("date"),
                "held", ref("HeldCredential"),
                "progress", ref("progress"),
                "routes", Schema.of("type", "array", "items", ref("route"), "maxItems", 1)),
            "since",
            "until",
            "held",
            "progress"));
    definitions.put(
        "notEarned",
        object(
            Schema.of(
                "credential", ref("credential"),
                "decision", Schema.of("const", "NOT_EARNED"),
                "progress", ref("progress"),
                "routes", list(ref("route")),
                "lapsed", list(ref("notCounted"))),
            "progress"));
    definitions.put(
        "credential",
        object(
            Schema.of(
                "id", name(),
                "name", text(),
                "pathway", text(),
                "level", POSITIVE,
                "pack", text()),
            "pathway",
            "level"));
    definitions.put(
        "progress",
        object(
            Schema.of(
                "done", COUNT,
                "total", COUNT,
                "percent", Schema.of("type", "integer", "minimum", 0, "maximum", 100))));
    definitions.put(
        "route",
        object(
            Schema.of(
                "rule", text(),
                "place", ref("place"),
                "progress", ref("progress"),
                "requirements", list(ref("requirement")),
                "recommendations", list(ref("requirement")),
                "settings", ref("settings"),
                "version", ref("version"))));
    definitions.put(
        "settings",
        object(
            Schema.of(
                "validFor", text(),
                "lapses", word(CredentialSettings.Lapses.values()),
                "versionBy", word(CredentialSettings.VersionBy.values()),
                "evidence", word(CredentialSettings.EvidenceUse.values())),
            "validFor"));
    definitions.put(
        "version",
        object(
            Schema.of("from", ref("date"), "until", ref("date"), "chosenBy", ref("date")),
            "from",
            "until"));
    definitions.put(
        "place",
        object(
            Schema.of(
                "file", text(),
                "line", POSITIVE,
                "column", POSITIVE,
                "endLine", POSITIVE,
                "endColumn", POSITIVE)));
  }

  private static void putRequirement(Map<String, Object> definitions, Map<String, Object> amount) {
    definitions.put(
        "requirement",
        object(
            Schema.of(
                "id", name(),
                "kind", word(RequirementResult.Kind.values()),
                "name", text(),
                "state", word(RequirementState.values()),
                "evidence", list(ref("fact")),
                "measure", ref("measure"),
                "notCounted", list(ref("notCounted")),
                "blockedBy", list(text()),
                "alternatives", list(ref("alternative")),
                "waiver", ref("waiver")),
            "measure",
            "waiver"));
    definitions.put(
        "alternative",
        object(
            Schema.of(
                "rule", text(),
                "place", ref("place"),
                "shortfalls", list(ref("shortfall")))));
    definitions.put(
        "measure",
        object(
            Schema.of(
                "has",
                amount,
                "operator",
                Schema.of(
                    "enum",
                    Stream.of(
                            Operator.EQUAL,
                            Operator.NOT_EQUAL,
                            Operator.LESS,
                            Operator.AT_MOST,
                            Operator.MORE,
                            Operator.AT_LEAST)
                        .map(Operator::symbol)
                        .toList()),
                "needs",
                amount,
                "unit",
                name()),
            "has"));
    definitions.put(
        "notCounted",
        object(Schema.of("fact", ref("fact"), "reason", word(NotCounted.Reason.values()))));
  }

  private static void putShortfall(Map<String, Object> definitions) {
    definitions.put(
        "shortfall",
        Schema.of(
            "oneOf",
            List.of(
                shortfall(
                    "MISSING_FACT",
                    FactWriting.FACT_TYPE,
                    text(),
                    "nearest",
                    list(ref("nearFact"))),
                shortfall("AMOUNT", "measure", ref("measure"), "counted", list(ref("fact"))),
                shortfall("TOTAL", "counted", list(ref("fact"))),
                shortfall("MISSING_CREDENTIAL", "credentials", list(text())),
                shortfall("MISSING_REQUIREMENT", "requirements", list(text())),
                shortfall("EXCLUDED", "facts", list(ref("fact"))),
                shortfall(
                    "WITHDRAWN",
                    "held",
                    ref("HeldCredential"),
                    "reason",
                    word(NotCounted.Reason.values())),
                shortfall("IN_USE", "facts", list(ref("fact")), "requirements", list(text())),
                shortfall("LAPSED", "achieved", ref("date"), "until", ref("date")))));
    definitions.put(
        "nearFact", object(Schema.of("fact", ref("fact"), "misses", list(ref("miss")))));
    definitions.put(
        "miss",
        object(
            Schema.of(
                "constraint", text(),
                "place", ref("place"),
                "has", text(),
                "measure", ref("measure")),
            "has",
            "measure"));
  }

  private static Map<String, Object> shortfall(String kind, Object... own) {
    Map<String, Object> members =
        Schema.of("kind", Schema.of("const", kind), "condition", text(), "place", ref("place"));
    members.putAll(Schema.of(own));
    return object(members);
  }
}
