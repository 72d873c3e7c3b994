package io.credentialrules;

import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/** Facts and policies that several tests use. */
final class Records {
  static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
  static final ZoneId ZONE = ZoneId.of("America/New_York");
  static final Provenance VETTED =
      Provenance.vettedBy("Dr. Reviewer", ReviewerRole.FACULTY, LocalDate.of(2026, 2, 5));

  private Records() {}

  static LearnerRecord record(Fact... facts) {
    return LearnerRecord.of(
        new Learner("learner-1", LocalDate.of(2000, 1, 1), "UM", Set.of(), Provenance.UNVETTED),
        facts);
  }

  static AssessmentResult quiz(String score, Provenance provenance) {
    return new AssessmentResult(
        AssessmentType.QUIZ,
        "quiz",
        null,
        new BigDecimal(score),
        false,
        LocalDate.of(2026, 3, 1),
        provenance);
  }

  static SubmittedEvidence reflection(Provenance provenance) {
    return new SubmittedEvidence(
        EvidenceType.REFLECTION,
        null,
        null,
        null,
        false,
        null,
        LocalDate.of(2026, 3, 2),
        provenance);
  }

  static WorkExperience work(String id, String hours) {
    return new WorkExperience(
        WorkExperienceType.JOB,
        id,
        null,
        null,
        null,
        null,
        null,
        true,
        false,
        false,
        new BigDecimal(hours),
        null,
        null,
        LocalDate.of(2026, 1, 1),
        LocalDate.of(2026, 2, 1),
        VETTED);
  }

  static HeldCredential held(String credential, Provenance provenance) {
    return new HeldCredential(credential, null, LocalDate.of(2025, 1, 1), provenance);
  }

  static CredentialRules rules(String drl) {
    return CredentialRules.compile(pack(drl));
  }

  static PolicyPack pack(String drl) {
    return PolicyPack.of("test", java.util.Map.of("test.drl", drl));
  }

  static Evaluation evaluate(CredentialRules rules, Fact... facts) {
    return rules.evaluate(record(facts), TODAY, ZONE);
  }
}
