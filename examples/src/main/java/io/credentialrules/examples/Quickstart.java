package io.credentialrules.examples;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.RequirementResult;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The program of the README: one pack, one learner, an earned and a not-earned decision. */
public final class Quickstart {
  private Quickstart() {}

  /** Prints what is decided about Maria. */
  public static void main(String[] arguments) {
    // README: begin
    CredentialRules rules =
        CredentialRules.compile(
            PolicyPack.fromClassPath(Quickstart.class.getClassLoader(), "ums-horticulture"));

    Provenance vetted =
        Provenance.vettedBy("Cooperative Extension", ReviewerRole.STAFF, LocalDate.of(2025, 4, 15));
    LearnerRecord maria =
        LearnerRecord.builder("maria")
            .campus("UM")
            .add(
                TrainingCompletion.builder()
                    .type(TrainingType.COURSE)
                    .training("horticulture-online-first-part")
                    .completedOn(LocalDate.of(2024, 1, 15))
                    .provenance(vetted)
                    .build(),
                WorkExperience.builder()
                    .type(WorkExperienceType.APPRENTICESHIP)
                    .siteApproved(true)
                    .hours(new BigDecimal("140.5"))
                    .endedOn(LocalDate.of(2025, 3, 1))
                    .provenance(vetted)
                    .build())
            .build();

    Evaluation evaluation =
        rules.evaluate(maria, LocalDate.of(2025, 5, 1), ZoneId.of("America/New_York"));
    for (String id : List.of("horticulture-level-1", "horticulture-level-3")) {
      Decision decision = evaluation.decision(id);
      System.out.println((decision.isEarned() ? "EARNED      " : "NOT EARNED  ") + id);
      for (RequirementResult requirement : decision.requirements()) {
        String has = requirement.measure() == null ? "" : ", has " + requirement.measure();
        System.out.println("  " + requirement.state() + ": " + requirement.name() + has);
      }
    }
    // README: end
  }
}
