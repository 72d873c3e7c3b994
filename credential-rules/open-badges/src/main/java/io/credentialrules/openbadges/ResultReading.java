package io.credentialrules.openbadges;

import com.google.common.base.CaseFormat;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.RubricScore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The results of an achievement: percentages become assessment results, levels become rubric
 * scores, letter grades the grade of a training, a status that of the credential. A result that
 * does not fit its description becomes nothing, and is reported.
 */
final class ResultReading {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Set<String> STATUSES =
      Set.of("Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew");

  /** A letter grade, and of what. */
  record Grade(String part, String grade, FactStatus status) {}

  private final UnverifiedCredential claims;
  private final MemberNames spelling;
  private final AchievementMapping mapping;
  private final Map<String, ResultDescription> descriptions;
  private final List<Grade> grades = new ArrayList<>();
  private FactStatus status = FactStatus.COMPLETED;

  ResultReading(
      UnverifiedCredential claims,
      MemberNames spelling,
      AchievementMapping mapping,
      Map<String, ResultDescription> descriptions) {
    this.claims = claims;
    this.spelling = spelling;
    this.mapping = mapping;
    this.descriptions = descriptions;
  }

  void read(Node subject) {
    for (ResultDescription description : descriptions.values()) {
      ImportedScale scale = description.scale(rubric(description), criterion(description), mapping);
      if (scale != null) {
        claims.scales.add(scale);
      }
    }
    int number = 0;
    for (Node result : subject.list(spelling.results())) {
      if (spelling.isOf(result, "Result")) {
        ObjectForms.alignments(result, spelling.alignments());
        result(result, "result/" + number);
      }
      number++;
    }
  }

  /** The letter grades. */
  List<Grade> grades() {
    return grades;
  }

  /** How far the achievement has come, by a result that says so. */
  FactStatus status() {
    return status;
  }

  private void result(Node result, String part) {
    String reference = result.text("resultDescription");
    if (reference == null) {
      result.leftOut("names no `resultDescription`, so that nobody knows what it measures", "");
      return;
    }
    ResultDescription description = descriptions.get(reference);
    if (description == null) {
      member(result, "resultDescription")
          .reference(
              "is " + Quote.of(reference) + ", which no result description of it has as its id",
              "correct the id, or add the result description");
      return;
    }
    FactStatus own = statusOf(result);
    if (own == null) {
      return;
    }
    switch (description.resultType()) {
      case "Status" -> status(result, own);
      case "Percent" -> percent(result, description, part, own);
      case "LetterGrade" -> grade(result, description, part, own);
      case "RubricCriterionLevel", "RubricCriterion", "PerformanceLevel" ->
          level(result, description, part, own);
      case "RubricScore" -> points(result, description, part, own);
      default ->
          result.leftOut(
              "is a result of type "
                  + Quote.of(description.resultType())
                  + ", for which the vocabulary has no fact",
              "");
    }
  }

  private @Nullable FactStatus statusOf(Node result) {
    String word = result.text("status");
    if (word == null) {
      return FactStatus.COMPLETED;
    }
    if (!STATUSES.contains(word)) {
      member(result, "status").malformed("is " + Quote.of(word) + ", which is no status");
      return null;
    }
    return FactStatus.valueOf(CaseFormat.UPPER_CAMEL.to(CaseFormat.UPPER_UNDERSCORE, word));
  }

  private void status(Node result, FactStatus own) {
    if (!result.has("status")) {
      result.reference("has no `status`, which its result description is about", "");
      return;
    }
    status = own;
  }

  private void percent(Node result, ResultDescription description, String part, FactStatus own) {
    BigDecimal score = amount(result);
    if (score == null) {
      return;
    }
    if (score.signum() < 0 || score.compareTo(HUNDRED) > 0) {
      member(result, "value").reference("is not between 0 and 100 percent", "");
      return;
    }
    BigDecimal required =
        description.requiredValue() == null ? null : Node.decimal(description.requiredValue());
    claims.draft(
        part,
        own,
        provenance ->
            new AssessmentResult(
                AssessmentType.OTHER,
                criterion(description),
                rubric(description),
                score,
                required != null && score.compareTo(required) >= 0,
                claims.awardedOn(),
                provenance));
  }

  private void grade(Node result, ResultDescription description, String part, FactStatus own) {
    String grade = value(result);
    if (grade == null) {
      return;
    }
    if (!description.allowedValues().isEmpty() && !description.allowedValues().contains(grade)) {
      member(result, "value")
          .reference(
              "is " + Quote.of(grade) + ", which its result description does not allow",
              "write one of `" + String.join("`, `", description.allowedValues()) + "`");
      return;
    }
    grades.add(new Grade(part, grade, own));
  }

  private void level(Node result, ResultDescription description, String part, FactStatus own) {
    String achieved = result.text("achievedLevel");
    if (achieved == null) {
      String value = result.text("value");
      if (value != null && description.allowedValues().contains(value)) {
        score(description, part, own, mapping.level(value), null);
      } else {
        result.reference("has no `achievedLevel`, which its result description is about", "");
      }
      return;
    }
    ResultDescription.Level level = description.levels().get(achieved);
    if (level == null) {
      member(result, "achievedLevel")
          .reference(
              "is "
                  + Quote.of(achieved)
                  + ", which is no level of its result description"
                  + other(achieved),
              "name a level of " + Quote.of(description.id()));
      return;
    }
    score(description, part, own, mapping.level(level.word()), level.points());
  }

  private String other(String level) {
    return descriptions.values().stream()
        .filter(description -> description.levels().containsKey(level))
        .findFirst()
        .map(description -> " but of " + Quote.of(description.id()))
        .orElse("");
  }

  private void points(Node result, ResultDescription description, String part, FactStatus own) {
    BigDecimal points = amount(result);
    if (points != null) {
      score(description, part, own, null, points);
    }
  }

  private void score(
      ResultDescription description,
      String part,
      FactStatus own,
      @Nullable String level,
      @Nullable BigDecimal points) {
    claims.draft(
        part,
        own,
        provenance ->
            new RubricScore(
                rubric(description),
                criterion(description),
                level,
                points,
                null,
                claims.awardedOn(),
                provenance));
  }

  private @Nullable String value(Node result) {
    String value = result.text("value");
    if (value == null) {
      result.reference(
          "has no `value`, which its result description is about"
              + (result.has("achievedLevel") ? "; it has an `achievedLevel`" : ""),
          "correct the `resultDescription`");
    }
    return value;
  }

  private @Nullable BigDecimal amount(Node result) {
    String value = value(result);
    BigDecimal amount = value == null ? null : Node.decimal(value);
    if (value != null && amount == null) {
      member(result, "value").reference("is " + Quote.of(value) + ", which is not a number", "");
    }
    return amount;
  }

  private String rubric(ResultDescription description) {
    AchievementMapping.Criterion own = mapping.criterion(description.id());
    return own == null ? claims.subject() : own.rubric();
  }

  private String criterion(ResultDescription description) {
    AchievementMapping.Criterion own = mapping.criterion(description.id());
    return own == null ? description.id() : own.criterion();
  }

  private static Node member(Node node, String name) {
    Node member = node.member(name);
    return member == null ? node : member;
  }
}
