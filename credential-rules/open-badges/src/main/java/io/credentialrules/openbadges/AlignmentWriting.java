package io.credentialrules.openbadges;

import io.credentialrules.policy.AlignmentTarget;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a badge is aligned to. */
final class AlignmentWriting {
  private AlignmentWriting() {}

  /** What the host tells, then what the rules say, each address once. */
  static List<JsonObject> of(List<Alignment> told, List<AlignmentTarget> ofRules) {
    Map<String, Alignment> aligned = new LinkedHashMap<>();
    for (Alignment one : told) {
      aligned.putIfAbsent(one.targetUrl(), one);
    }
    for (AlignmentTarget target : ofRules) {
      aligned.putIfAbsent(
          target.url(),
          Alignment.of(target.url(), target.name(), target.code(), target.framework()));
    }
    return aligned.values().stream().map(AlignmentWriting::written).toList();
  }

  private static JsonObject written(Alignment alignment) {
    JsonObjectBuilder object = Json.object("Alignment").add("targetUrl", alignment.targetUrl());
    Json.add(
        object,
        "targetName",
        alignment.targetName() == null ? alignment.targetUrl() : alignment.targetName());
    Json.add(object, "targetCode", alignment.targetCode());
    Json.add(object, "targetFramework", alignment.targetFramework());
    return object.build();
  }
}
