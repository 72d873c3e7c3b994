package io.credentialrules.json;

import io.credentialrules.Difference;
import io.credentialrules.Impact;
import io.credentialrules.Measure;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes differences and impacts as JSON, described by {@link DifferenceSchema}: for equal ones the
 * same bytes. What is absent is left out; lists are there even when they are empty.
 */
public final class DifferenceWriter {
  private DifferenceWriter() {}

  /** The difference between two evaluations, and a line feed at the end. */
  public static String write(Difference difference) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("before", side(difference.before()));
    object.put("after", side(difference.after()));
    object.put("changes", changes(difference.changes()));
    return JsonPrinter.print(object);
  }

  /** The impact of a change of policy, and a line feed at the end. */
  public static String write(Impact impact) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("asOf", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(impact.asOf()));
    object.put("zone", impact.asOf().getZone().getId());
    object.put("policyBefore", impact.policyBefore());
    object.put("policyAfter", impact.policyAfter());
    object.put("records", impact.records());
    object.put("counts", impact.counts().stream().map(DifferenceWriter::count).toList());
    object.put("effects", impact.effects().stream().map(DifferenceWriter::effect).toList());
    object.put("failures", impact.failures().stream().map(DifferenceWriter::failure).toList());
    return JsonPrinter.print(object);
  }

  private static Map<String, Object> side(Difference.Side side) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("learner", side.learner());
    object.put("asOf", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(side.asOf()));
    object.put("zone", side.asOf().getZone().getId());
    object.put("policyDigest", side.policyDigest());
    return object;
  }

  private static List<Map<String, Object>> changes(List<Difference.Change> changes) {
    return changes.stream().map(DifferenceWriter::change).toList();
  }

  private static Map<String, Object> change(Difference.Change change) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("credential", EvaluationWriter.credential(change.credential()));
    object.put("kind", change.kind().name());
    object.put("presence", change.presence().name());
    object.put(
        "requirements", change.requirements().stream().map(DifferenceWriter::requirement).toList());
    object.put(
        "decisive", change.decisive().stream().map(Difference.RequirementChange::id).toList());
    object.put("details", change.details().stream().map(DifferenceWriter::detail).toList());
    return object;
  }

  private static Map<String, Object> requirement(Difference.RequirementChange change) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", change.id());
    object.put("name", change.name());
    FactWriting.put(object, "before", change.before());
    FactWriting.put(object, "after", change.after());
    putMeasure(object, "measureBefore", change.measureBefore());
    putMeasure(object, "measureAfter", change.measureAfter());
    return object;
  }

  private static void putMeasure(
      Map<String, Object> object, String name, @Nullable Measure measure) {
    if (measure != null) {
      object.put(name, ShortfallWriting.measure(measure));
    }
  }

  private static Map<String, Object> detail(Difference.Detail detail) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", detail.name());
    FactWriting.put(object, "before", detail.before());
    FactWriting.put(object, "after", detail.after());
    return object;
  }

  private static Map<String, Object> count(Impact.Count count) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("credential", count.credential());
    object.put("before", count.before());
    object.put("after", count.after());
    object.put("gained", count.gained());
    object.put("lost", count.lost());
    return object;
  }

  private static Map<String, Object> effect(Impact.Effect effect) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("learner", effect.learner());
    object.put("changes", changes(effect.changes()));
    return object;
  }

  private static Map<String, Object> failure(Impact.Failure failure) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("learner", failure.learner());
    object.put("limit", failure.limit());
    object.put("message", failure.message());
    return object;
  }
}
