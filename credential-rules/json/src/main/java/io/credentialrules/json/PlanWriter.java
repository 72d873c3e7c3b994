package io.credentialrules.json;

import io.credentialrules.Plan;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes plans as JSON, described by {@link PlanSchema}: for equal plans the same bytes. What is
 * absent is left out; lists are there even when they are empty.
 */
public final class PlanWriter {
  private PlanWriter() {}

  /** The plan, and a line feed at the end. */
  public static String write(Plan plan) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("credential", EvaluationWriter.credential(plan.credential()));
    if (plan instanceof Plan.Steps steps) {
      object.put("plan", "STEPS");
      object.put("steps", steps.steps().stream().map(PlanWriter::step).toList());
    } else if (plan instanceof Plan.Unreachable unreachable) {
      object.put("plan", "UNREACHABLE");
      object.put("isCertain", unreachable.isCertain());
      object.put("routes", unreachable.routes().stream().map(PlanWriter::route).toList());
    } else {
      object.put("plan", "EARNED");
    }
    return JsonPrinter.print(object);
  }

  private static Map<String, Object> step(Plan.Step step) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("action", step.action().name());
    object.put("credential", step.credential());
    object.put("requirement", step.requirement());
    object.put("name", step.name());
    object.put("fact", FactWriting.typed(step.fact()));
    if (step.replaces() != null) {
      object.put("replaces", FactWriting.typed(step.replaces()));
    }
    FactWriting.put(object, "adds", step.adds());
    if (step.measure() != null) {
      object.put("measure", ShortfallWriting.measure(step.measure()));
    }
    object.put("condition", step.condition());
    object.put("place", ShortfallWriting.place(step.place()));
    return object;
  }

  private static Map<String, Object> route(Plan.ClosedRoute route) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rule", route.rule());
    object.put("place", ShortfallWriting.place(route.place()));
    object.put("obstacles", route.obstacles().stream().map(PlanWriter::obstacle).toList());
    return object;
  }

  private static Map<String, Object> obstacle(Plan.Obstacle obstacle) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("reason", obstacle.reason().name());
    object.put("isCertain", obstacle.isCertain());
    object.put("credential", obstacle.credential());
    object.put("requirement", obstacle.requirement());
    object.put("name", obstacle.name());
    object.put("condition", obstacle.condition());
    object.put("place", ShortfallWriting.place(obstacle.place()));
    object.put("facts", ShortfallWriting.facts(obstacle.facts()));
    if (obstacle.measure() != null) {
      object.put("measure", ShortfallWriting.measure(obstacle.measure()));
    }
    return object;
  }
}
