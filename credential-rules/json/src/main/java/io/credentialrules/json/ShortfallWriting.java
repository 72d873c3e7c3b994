package io.credentialrules.json;

import io.credentialrules.Measure;
import io.credentialrules.Shortfall;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns shortfalls into values to print, each with its {@code kind}. */
final class ShortfallWriting {
  private ShortfallWriting() {}

  static List<Map<String, Object>> shortfalls(List<Shortfall> shortfalls) {
    return shortfalls.stream().map(ShortfallWriting::shortfall).toList();
  }

  private static Map<String, Object> shortfall(Shortfall shortfall) {
    if (shortfall instanceof Shortfall.MissingFact missing) {
      Map<String, Object> object = start("MISSING_FACT", missing);
      object.put(FactWriting.FACT_TYPE, missing.factType());
      object.put("nearest", missing.nearest().stream().map(ShortfallWriting::near).toList());
      return object;
    } else if (shortfall instanceof Shortfall.Amount amount) {
      Map<String, Object> object = start("AMOUNT", amount);
      object.put("measure", measure(amount.measure()));
      object.put("counted", facts(amount.counted()));
      return object;
    } else if (shortfall instanceof Shortfall.Total total) {
      Map<String, Object> object = start("TOTAL", total);
      object.put("counted", facts(total.counted()));
      return object;
    } else if (shortfall instanceof Shortfall.MissingCredential missing) {
      Map<String, Object> object = start("MISSING_CREDENTIAL", missing);
      object.put("credentials", missing.credentials());
      return object;
    } else if (shortfall instanceof Shortfall.MissingRequirement missing) {
      Map<String, Object> object = start("MISSING_REQUIREMENT", missing);
      object.put("requirements", missing.requirements());
      return object;
    } else if (shortfall instanceof Shortfall.Excluded excluded) {
      Map<String, Object> object = start("EXCLUDED", excluded);
      object.put("facts", facts(excluded.facts()));
      return object;
    } else if (shortfall instanceof Shortfall.Lapsed lapsed) {
      Map<String, Object> object = start("LAPSED", lapsed);
      FactWriting.put(object, "achieved", lapsed.achieved());
      FactWriting.put(object, "until", lapsed.until());
      return object;
    }
    if (shortfall instanceof Shortfall.Withdrawn withdrawn) {
      Map<String, Object> object = start("WITHDRAWN", withdrawn);
      object.put("held", FactWriting.typed(withdrawn.held().fact()));
      object.put("reason", withdrawn.held().reason().name());
      return object;
    } else if (shortfall instanceof Shortfall.InUse inUse) {
      Map<String, Object> object = start("IN_USE", inUse);
      object.put("facts", facts(inUse.facts()));
      object.put("requirements", inUse.requirements());
      return object;
    }
    throw new IllegalStateException("a new kind of shortfall: " + shortfall);
  }

  private static Map<String, Object> start(String kind, Shortfall shortfall) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("kind", kind);
    object.put("condition", shortfall.condition());
    object.put("place", place(shortfall.place()));
    return object;
  }

  private static Map<String, Object> near(Shortfall.NearFact near) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("fact", FactWriting.typed(near.fact()));
    object.put("misses", near.misses().stream().map(ShortfallWriting::miss).toList());
    return object;
  }

  private static Map<String, Object> miss(Shortfall.Miss miss) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("constraint", miss.constraint());
    object.put("place", place(miss.place()));
    if (!miss.has().isEmpty()) {
      object.put("has", miss.has());
    }
    if (miss.measure() != null) {
      object.put("measure", measure(miss.measure()));
    }
    return object;
  }

  static Map<String, Object> measure(Measure measure) {
    Map<String, Object> object = new LinkedHashMap<>();
    FactWriting.put(object, "has", measure.has());
    object.put("operator", measure.operator().symbol());
    object.put("needs", measure.needs());
    object.put("unit", measure.unit());
    return object;
  }

  static Map<String, Object> place(SourceSpan place) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", place.file());
    object.put("line", place.line());
    object.put("column", place.column());
    object.put("endLine", place.endLine());
    object.put("endColumn", place.endColumn());
    return object;
  }

  static List<Map<String, Object>> facts(List<Fact> facts) {
    return facts.stream().map(FactWriting::typed).toList();
  }
}
