package io.credentialrules.openbadges;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What kind of result an achievement can have (Open Badges 3.0 and CLR 1.0: {@code
 * ResultDescription}).
 *
 * @param id its id
 * @param name its name
 * @param resultType such as {@code Percent}
 * @param allowedValues from low to high
 * @param levels the levels of a rubric by their ids, in no order that means anything
 * @param requiredValue the least value that is required; null where none is
 * @param requiredLevel the id of the least level that is required; null where none is
 */
record ResultDescription(
    String id,
    @Nullable String name,
    String resultType,
    List<String> allowedValues,
    Map<String, Level> levels,
    @Nullable String requiredValue,
    @Nullable String requiredLevel) {

  /** A level of a rubric. */
  record Level(String word, @Nullable BigDecimal points) {}

  /** All result descriptions of an achievement, by their ids. */
  static Map<String, ResultDescription> of(Node achievement, MemberNames spelling) {
    Map<String, ResultDescription> descriptions = new LinkedHashMap<>();
    for (Node node : achievement.list(spelling.resultDescriptions())) {
      if (!spelling.isOf(node, "ResultDescription")) {
        continue;
      }
      ObjectForms.alignments(node, spelling.alignments());
      String id = node.requireText("id");
      String type = node.requireText("resultType");
      if (id == null || type == null) {
        continue;
      }
      ResultDescription description =
          new ResultDescription(
              id,
              node.text("name"),
              type,
              node.texts(spelling.allowedValues()),
              levels(node, spelling),
              node.text("requiredValue"),
              node.text("requiredLevel"));
      if (descriptions.putIfAbsent(id, description) != null) {
        node.reference("has the id of another result description", "give each an id of its own");
      }
      description.check(node);
    }
    return descriptions;
  }

  private static Map<String, Level> levels(Node description, MemberNames spelling) {
    Map<String, Level> levels = new LinkedHashMap<>();
    for (Node node : description.list(spelling.levels())) {
      if (!spelling.isOf(node, "RubricCriterionLevel")) {
        continue;
      }
      ObjectForms.alignments(node, spelling.alignments());
      String id = node.requireText("id");
      String word = node.text("level");
      if (word == null) {
        word = node.text("name");
      }
      if (id == null) {
        continue;
      }
      if (word == null) {
        node.malformed("has neither `level` nor `name`");
        continue;
      }
      String points = node.text("points");
      if (levels.putIfAbsent(id, new Level(word, points == null ? null : Node.decimal(points)))
          != null) {
        node.reference("has the id of another level", "give each an id of its own");
      }
    }
    return levels;
  }

  private void check(Node node) {
    if (requiredLevel != null && !levels.containsKey(requiredLevel)) {
      node.reference(
          "requires the level " + Quote.of(requiredLevel) + ", which it does not have", "");
    }
    if (requiredValue != null
        && !allowedValues.isEmpty()
        && !allowedValues.contains(requiredValue)) {
      node.reference(
          "requires the value " + Quote.of(requiredValue) + ", which it does not allow", "");
    }
  }

  /** The scale of its values or levels; null where it has none. */
  @Nullable ImportedScale scale(String rubric, String criterion, AchievementMapping mapping) {
    if (levels.isEmpty()) {
      return allowedValues.isEmpty()
          ? null
          : new StatedScale(rubric, criterion, allowedValues, true, requiredValue);
    }
    List<String> words = new ArrayList<>();
    levels.values().forEach(level -> words.add(level.word()));
    boolean ordered = allowedValues.size() == words.size() && allowedValues.containsAll(words);
    Level required = requiredLevel == null ? null : levels.get(requiredLevel);
    return new StatedScale(
        rubric,
        criterion,
        (ordered ? allowedValues : words).stream().map(mapping::level).toList(),
        ordered,
        required == null ? null : mapping.level(required.word()));
  }
}
