package io.credentialrules;

import io.credentialrules.vocabulary.Affiliation;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.Endorsement;
import io.credentialrules.vocabulary.EndorserType;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EnrolmentLevel;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.FeedbackOutcome;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.Setting;
import io.credentialrules.vocabulary.SignOff;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** A record with a fact of every kind, counting and not, for policies that are not known before. */
public final class SampleRecord {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final Provenance VETTED =
      Provenance.vettedBy("Dr. Reviewer", ReviewerRole.FACULTY, DAY);
  private static final Provenance IN_PROGRESS =
      new Provenance(
          null,
          null,
          FactStatus.IN_PROGRESS,
          Vetting.by("Dr. Reviewer", ReviewerRole.FACULTY, DAY),
          null,
          null);
  private static final Provenance EXPIRED =
      new Provenance(
          null,
          null,
          FactStatus.COMPLETED,
          Vetting.by("Dr. Reviewer", ReviewerRole.FACULTY, DAY),
          null,
          Instant.parse("2026-04-01T00:00:00Z"));

  private SampleRecord() {}

  public static Evaluation evaluate(CredentialRules rules) {
    return rules.evaluate(record(), LocalDate.of(2026, 5, 1), ZoneId.of("America/New_York"));
  }

  /** The record. */
  public static LearnerRecord record() {
    Learner learner =
        new Learner("learner-1", LocalDate.of(2000, 1, 1), "UM", Set.of("STUDENT"), VETTED);
    return LearnerRecord.builder(learner)
        .addAll(
            List.of(
                work("harvest", "200", VETTED),
                work("orchard", "12.5", VETTED),
                work("nursery", "500", IN_PROGRESS),
                quiz("80", VETTED),
                quiz("79.99", Provenance.UNVETTED),
                training("course-1", "3", VETTED),
                training("course-2", "1", EXPIRED),
                new RubricScore(
                    "teamwork", "listening", "PROFICIENT", new BigDecimal(3), null, DAY, VETTED),
                new RubricScore(
                    "teamwork", "speaking", "NOT_YET", BigDecimal.ONE, null, DAY, VETTED),
                new PerformanceFeedback(
                    FeedbackOutcome.POSITIVE,
                    ReviewerRole.SUPERVISOR,
                    "Host",
                    "harvest",
                    null,
                    DAY,
                    VETTED),
                new SubmittedEvidence(
                    EvidenceType.REFLECTION,
                    "me",
                    "\"quoted\"",
                    null,
                    true,
                    new BigDecimal(300),
                    DAY,
                    VETTED),
                new Participation(
                    ParticipationType.MEETING,
                    "meeting-1",
                    null,
                    "member",
                    Setting.CAMPUS,
                    true,
                    new BigDecimal(2),
                    DAY,
                    VETTED),
                new IndustryCertification("A+", "CompTIA", "1", DAY, VETTED),
                new HeldCredential("held-1", "UM", DAY, VETTED),
                new Endorsement(EndorserType.EMPLOYER, "Acme", null, true, DAY, VETTED),
                new SignOff("capstone", "Dr. Reviewer", ReviewerRole.FACULTY, DAY, null, VETTED),
                new Enrolment(
                    EnrolmentLevel.UNDERGRADUATE, "UM", "forestry", "2026", DAY, null, VETTED),
                new Affiliation("FACULTY", "UM", DAY, DAY, VETTED)))
        .waive(
            List.of(Waiver.of("waived", "Registrar", ReviewerRole.REGISTRAR, "transfer", DAY))
                .toArray(new Waiver[0]))
        .policyDate(DAY)
        .build();
  }

  private static WorkExperience work(String id, String hours, Provenance provenance) {
    return new WorkExperience(
        WorkExperienceType.APPRENTICESHIP,
        id,
        "Acme",
        null,
        null,
        "horticulture",
        "site-1",
        true,
        true,
        false,
        new BigDecimal(hours),
        new BigDecimal(10),
        LocalDate.of(2025, 1, 1),
        LocalDate.of(2025, 2, 1),
        LocalDate.of(2025, 12, 1),
        provenance);
  }

  private static AssessmentResult quiz(String score, Provenance provenance) {
    return new AssessmentResult(
        AssessmentType.QUIZ, "quiz-1", "safety", new BigDecimal(score), true, DAY, provenance);
  }

  private static TrainingCompletion training(String id, String credits, Provenance provenance) {
    return new TrainingCompletion(
        TrainingType.COURSE,
        id,
        null,
        null,
        "safety",
        true,
        true,
        null,
        new BigDecimal(4),
        new BigDecimal(credits),
        null,
        "A",
        DAY,
        DAY,
        provenance);
  }
}
