package io.credentialrules.openbadges;

import com.google.common.base.Ascii;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an achievement, which Open Badges 3.0, CLR 2.0 and CLR 1.0 describe in the same
 * terms: the credential itself, the training that it was, its results and its evidence.
 */
final class AchievementFacts {
  private static final Map<String, TrainingType> TRAININGS =
      Map.of("Course", TrainingType.COURSE, "LearningProgram", TrainingType.PROGRAM);
  private static final Set<String> CERTIFICATIONS = Set.of("Certification", "License");

  private final UnverifiedCredential claims;
  private final MemberNames spelling;
  private final AchievementMapping mapping;

  AchievementFacts(UnverifiedCredential claims, MemberNames spelling, AchievementMapping mapping) {
    this.claims = claims;
    this.spelling = spelling;
    this.mapping = mapping;
  }

  /**
   * Reads them.
   *
   * @param achievement what was achieved
   * @param subject what says how: results, credits, dates
   * @param evidence what holds the evidence
   */
  void read(Node achievement, Node subject, Node evidence) {
    String id = achievement.requireText("id");
    String name = achievement.text("name");
    if (id == null) {
      return;
    }
    if (!ObjectForms.isAbsolute(id)) {
      // Such an id could be that of a credential of the policy, which only the mapping names.
      achievement.malformed(
          "has the id " + Quote.of(id) + ", which is not an address", "write an address or a URN");
      return;
    }
    claims.achievement = id;
    claims.achievementName = name;
    claims.credential = mapping.credential(claims.issuer.id(), id, name);
    alignments(achievement);
    ResultReading results =
        new ResultReading(claims, spelling, mapping, ResultDescription.of(achievement, spelling));
    results.read(subject);
    FactStatus status = results.status();
    claims.draft(
        "credential",
        status,
        provenance ->
            new HeldCredential(
                claims.subject(), claims.issuer.label(), claims.awardedOn(), provenance));
    String type = achievement.text("achievementType");
    if (type != null && CERTIFICATIONS.contains(type)) {
      String license = subject.text("licenseNumber");
      claims.draft(
          "certification",
          status,
          provenance ->
              new IndustryCertification(
                  claims.subject(),
                  claims.issuer.label(),
                  license,
                  claims.awardedOn(),
                  provenance));
    }
    trainings(achievement, subject, results);
    evidence(evidence);
  }

  private void alignments(Node achievement) {
    for (Node node : achievement.list(spelling.alignments())) {
      if (spelling.isOf(node, "Alignment")) {
        String url = node.text("targetUrl");
        if (url != null) {
          claims.alignments.add(
              new StatedAlignment(
                  url,
                  node.text("targetName"),
                  node.text("targetCode"),
                  node.text("targetFramework")));
        }
      }
    }
  }

  private void trainings(Node achievement, Node subject, ResultReading results) {
    BigDecimal credits = subject.number("creditsEarned");
    if (credits != null && credits.signum() < 0) {
      subject.malformed("has negative `creditsEarned`");
      return;
    }
    TrainingType training = TRAININGS.get(achievement.object().getString("achievementType", ""));
    if (training == null && credits == null && results.grades().isEmpty()) {
      return;
    }
    TrainingType type = training == null ? TrainingType.OTHER : training;
    String term = subject.text("term");
    Instant start = subject.instant("activityStartDate");
    Instant end = subject.instant("activityEndDate");
    if (start != null && end != null && end.isBefore(start)) {
      subject.malformed("has an `activityEndDate` before its `activityStartDate`");
      return;
    }
    LocalDate startedOn = start == null ? null : claims.day(start);
    LocalDate completedOn = end == null ? claims.awardedOn() : claims.day(end);
    LocalDate begun =
        startedOn != null && completedOn != null && completedOn.isBefore(startedOn)
            ? null
            : startedOn;
    List<ResultReading.Grade> grades = new ArrayList<>(results.grades());
    if (grades.isEmpty()) {
      claims.draft(
          "training",
          results.status(),
          provenance -> training(type, credits, null, term, begun, completedOn, provenance));
    }
    for (ResultReading.Grade grade : grades) {
      // Credits are those of the achievement: with each of several grades they would count again.
      BigDecimal counted = grade.equals(grades.get(0)) ? credits : null;
      FactStatus status =
          grade.status() == FactStatus.COMPLETED ? results.status() : grade.status();
      claims.draft(
          grade.part(),
          status,
          provenance ->
              training(type, counted, grade.grade(), term, begun, completedOn, provenance));
    }
  }

  private TrainingCompletion training(
      TrainingType type,
      @Nullable BigDecimal credits,
      @Nullable String grade,
      @Nullable String term,
      @Nullable LocalDate startedOn,
      @Nullable LocalDate completedOn,
      Provenance provenance) {
    return TrainingCompletion.builder()
        .type(type)
        .training(claims.subject())
        .title(claims.achievementName)
        .provider(claims.assessor().label())
        .credits(credits)
        .grade(grade)
        .term(term)
        .startedOn(startedOn)
        .completedOn(completedOn)
        .provenance(provenance)
        .build();
  }

  /** The evidence of a credential. */
  void evidence(Node holder) {
    int number = 0;
    for (Node node : holder.list("evidence")) {
      String part = "evidence/" + number++;
      if (node.isText()) {
        String url = node.asText();
        claims.draft(
            part, FactStatus.COMPLETED, p -> evidence(EvidenceType.OTHER, null, url, null, p));
        continue;
      }
      if (spelling.isTyped() ? !node.requireType("Evidence") : !spelling.isOf(node, "Evidence")) {
        continue;
      }
      String url = node.text("id");
      String title = node.text("name");
      String genre = node.text("genre");
      String narrative = node.text("narrative");
      if (url == null && title == null && !node.has("narrative")) {
        node.leftOut("says neither where it is nor what it is called", "");
        continue;
      }
      claims.draft(
          part,
          FactStatus.COMPLETED,
          provenance ->
              evidence(
                  type(genre),
                  title,
                  url != null && url.startsWith("http") ? url : null,
                  narrative,
                  provenance));
    }
  }

  private SubmittedEvidence evidence(
      EvidenceType type,
      @Nullable String title,
      @Nullable String url,
      @Nullable String narrative,
      Provenance provenance) {
    return new SubmittedEvidence(
        type, claims.subject(), title, url, false, null, narrative, claims.awardedOn(), provenance);
  }

  /** The type that a genre names; any other genre is another type. */
  private static EvidenceType type(@Nullable String genre) {
    for (EvidenceType type : EvidenceType.values()) {
      if (genre != null && type.name().equals(Ascii.toUpperCase(genre))) {
        return type;
      }
    }
    return EvidenceType.OTHER;
  }
}
