package io.credentialrules.json;

import io.credentialrules.Credential;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.NotCounted;
import io.credentialrules.Progress;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Alternative;
import io.credentialrules.Route;
import io.credentialrules.policy.CredentialSettings;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes evaluations as JSON, described by {@link EvaluationSchema}: for equal evaluations the same
 * bytes. What is absent is left out; lists are there even when they are empty.
 */
public final class EvaluationWriter {
  private EvaluationWriter() {}

  /**
   * Which decisions are written.
   *
   * @param include ids of credentials; empty for all
   * @param exclude ids of credentials, left out even where they are included
   */
  public record Options(Set<String> include, Set<String> exclude) {

    /** All decisions. */
    public static final Options ALL = new Options(Set.of(), Set.of());

    /** Copies the ids. */
    public Options {
      include = Set.copyOf(include);
      exclude = Set.copyOf(exclude);
    }

    private boolean takes(Decision decision) {
      String id = decision.credential().id();
      return (include.isEmpty() || include.contains(id)) && !exclude.contains(id);
    }
  }

  /** The evaluation with all decisions, and a line feed at the end. */
  public static String write(Evaluation evaluation) {
    return write(evaluation, Options.ALL);
  }

  /**
   * The evaluation with some of the decisions, in the order of the catalogue, and a line feed at
   * the end.
   */
  public static String write(Evaluation evaluation, Options options) {
    return JsonPrinter.print(document(evaluation, options));
  }

  /** The evaluation as a value to print. */
  static Map<String, Object> document(Evaluation evaluation, Options options) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("learner", evaluation.record().learner().id());
    document.put("asOf", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(evaluation.asOf()));
    document.put("zone", evaluation.asOf().getZone().getId());
    document.put("policyDigest", evaluation.policyDigest());
    document.put(
        "decisions",
        evaluation.decisions().stream()
            .filter(options::takes)
            .map(EvaluationWriter::decision)
            .toList());
    document.put("notCounted", notCounted(evaluation.notCounted()));
    document.put(
        "unknownWaivers", evaluation.unknownWaivers().stream().map(FactWriting::waiver).toList());
    return document;
  }

  private static Map<String, Object> decision(Decision decision) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("credential", credential(decision.credential()));
    object.put("decision", decision.isEarned() ? "EARNED" : "NOT_EARNED");
    if (decision instanceof Decision.Earned earned) {
      FactWriting.put(object, "since", earned.since());
      FactWriting.put(object, "until", earned.until());
      if (earned.held() != null) {
        object.put("held", FactWriting.typed(earned.held()));
      }
      putRoutes(object, earned.route() == null ? List.of() : List.of(earned.route()));
    } else if (decision instanceof Decision.NotEarned missed) {
      putRoutes(object, missed.routes());
      object.put("lapsed", notCounted(missed.lapsed()));
    }
    return object;
  }

  static Map<String, Object> credential(Credential credential) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", credential.id());
    object.put("name", credential.name());
    FactWriting.put(object, "pathway", credential.pathway());
    FactWriting.put(object, "level", credential.level());
    object.put("pack", credential.pack());
    return object;
  }

  private static void putRoutes(Map<String, Object> object, List<Route> routes) {
    if (!routes.isEmpty()) {
      object.put("progress", progress(routes.get(0).progress()));
    }
    object.put("routes", routes.stream().map(EvaluationWriter::route).toList());
  }

  private static Map<String, Object> progress(Progress progress) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("done", progress.done());
    object.put("total", progress.total());
    object.put("percent", progress.percent());
    return object;
  }

  private static Map<String, Object> route(Route route) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rule", route.rule());
    object.put("place", ShortfallWriting.place(route.place()));
    object.put("progress", progress(route.progress()));
    object.put("requirements", requirements(route.requirements()));
    object.put("recommendations", requirements(route.recommendations()));
    object.put("settings", settings(route.settings()));
    object.put("version", version(route));
    return object;
  }

  private static Map<String, Object> settings(CredentialSettings settings) {
    Map<String, Object> object = new LinkedHashMap<>();
    FactWriting.put(
        object, "validFor", settings.validFor() == null ? null : settings.validFor().toString());
    object.put("lapses", settings.lapses().name());
    object.put("versionBy", settings.versionBy().name());
    object.put("evidence", settings.evidence().name());
    return object;
  }

  private static Map<String, Object> version(Route route) {
    Map<String, Object> object = new LinkedHashMap<>();
    FactWriting.put(object, "from", route.window().from());
    FactWriting.put(object, "until", route.window().until());
    object.put("chosenBy", route.versionDate().toString());
    return object;
  }

  private static List<Map<String, Object>> requirements(List<RequirementResult> results) {
    return results.stream().map(EvaluationWriter::requirement).toList();
  }

  private static Map<String, Object> requirement(RequirementResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", result.id());
    object.put("kind", result.kind().name());
    object.put("name", result.name());
    object.put("state", result.state().name());
    object.put("evidence", ShortfallWriting.facts(result.evidence()));
    if (result.measure() != null) {
      object.put("measure", ShortfallWriting.measure(result.measure()));
    }
    object.put("notCounted", notCounted(result.notCounted()));
    object.put("blockedBy", result.blockedBy());
    object.put(
        "alternatives", result.alternatives().stream().map(EvaluationWriter::alternative).toList());
    if (result.waiver() != null) {
      object.put("waiver", FactWriting.waiver(result.waiver()));
    }
    return object;
  }

  private static Map<String, Object> alternative(Alternative alternative) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rule", alternative.rule());
    object.put("place", ShortfallWriting.place(alternative.place()));
    object.put("shortfalls", ShortfallWriting.shortfalls(alternative.shortfalls()));
    return object;
  }

  private static List<Map<String, Object>> notCounted(List<NotCounted> notCounted) {
    return notCounted.stream().map(EvaluationWriter::notCounted).toList();
  }

  private static Map<String, Object> notCounted(NotCounted notCounted) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("fact", FactWriting.typed(notCounted.fact()));
    object.put("reason", notCounted.reason().name());
    return object;
  }
}
