package io.credentialrules.openbadges;

import io.credentialrules.Measure;
import io.credentialrules.RequirementResult;
import io.credentialrules.policy.Operator;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.TrainingCompletion;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The results of a badge from the facts that decided: scores in percent, levels of rubrics, grades.
 * A result description is named after the requirement and what was measured, so that it is the same
 * for all learners.
 */
final class ResultWriting {
  private final String achievement;
  private final Map<String, JsonObjectBuilder> descriptions = new LinkedHashMap<>();
  private final Map<String, Map<String, JsonObject>> levels = new LinkedHashMap<>();
  private final List<JsonObject> results = new ArrayList<>();
  private final Set<Fact> written = new HashSet<>();

  ResultWriting(String achievement) {
    this.achievement = achievement;
  }

  void add(RequirementResult requirement) {
    for (Fact fact : requirement.evidence()) {
      // A fact that meets several requirements is one result, so that nobody counts it twice.
      if (!written.add(fact)) {
        continue;
      }
      if (fact instanceof AssessmentResult assessment && assessment.score() != null) {
        String id = id(requirement, "percent", assessment.assessment(), null);
        JsonObjectBuilder description = describe(id, requirement, "Percent");
        description.add("valueMin", "0").add("valueMax", "100");
        Measure measure = requirement.measure();
        if (measure != null
            && measure.unit().equals("percent")
            && measure.operator() == Operator.AT_LEAST) {
          description.add("requiredValue", measure.needs().toPlainString());
        }
        results.add(result(id).add("value", assessment.score().toPlainString()).build());
      } else if (fact instanceof RubricScore score && score.level() != null) {
        String id = id(requirement, "level", score.rubric(), score.criterion());
        describe(id, requirement, "RubricCriterionLevel");
        String level = level(id, score);
        results.add(result(id).add("achievedLevel", level).build());
      } else if (fact instanceof RubricScore score && score.score() != null) {
        String id = id(requirement, "points", score.rubric(), score.criterion());
        describe(id, requirement, "RubricScore");
        results.add(result(id).add("value", score.score().toPlainString()).build());
      } else if (fact instanceof TrainingCompletion training && training.grade() != null) {
        String id = id(requirement, "grade", training.training(), null);
        describe(id, requirement, "LetterGrade");
        results.add(result(id).add("value", training.grade()).build());
      }
    }
  }

  private String level(String description, RubricScore score) {
    String word = String.valueOf(score.level());
    String points = score.score() == null ? null : score.score().toPlainString();
    String id = description + "/" + encoded(word) + (points == null ? "" : "/" + points);
    JsonObjectBuilder level =
        Json.object("RubricCriterionLevel").add("id", id).add("name", word).add("level", word);
    Json.add(level, "points", points);
    levels.computeIfAbsent(description, key -> new LinkedHashMap<>()).put(id, level.build());
    return id;
  }

  private JsonObjectBuilder describe(String id, RequirementResult requirement, String type) {
    return descriptions.computeIfAbsent(
        id,
        key ->
            Json.object("ResultDescription")
                .add("id", id)
                .add("name", requirement.name())
                .add("resultType", type));
  }

  private static JsonObjectBuilder result(String description) {
    return Json.object("Result").add("resultDescription", description);
  }

  private String id(
      RequirementResult requirement,
      String kind,
      @Nullable String measured,
      @Nullable String criterion) {
    return achievement
        + "#"
        + encoded(requirement.id())
        + "/"
        + kind
        + (measured == null ? "" : "/" + encoded(measured))
        + (criterion == null ? "" : "/" + encoded(criterion));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  List<JsonObject> descriptions() {
    List<JsonObject> all = new ArrayList<>();
    descriptions.forEach(
        (id, description) -> {
          Json.add(description, "rubricCriterionLevel", levels.getOrDefault(id, Map.of()).values());
          all.add(description.build());
        });
    return all;
  }

  List<JsonObject> results() {
    return results;
  }
}
