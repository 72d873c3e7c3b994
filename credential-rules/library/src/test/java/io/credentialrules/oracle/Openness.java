package io.credentialrules.oracle;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Field;
import io.credentialrules.vocabulary.VettingStatus;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which fields of a fact are open while they are absent, from the guide: the outcome of what is not
 * completed, and the review of what nobody has reviewed.
 */
final class Openness {
  private static final Set<String> OF_REVIEW = Set.of("reviewer", "reviewerRole", "vettedOn");
  private static final Set<FactStatus> NOT_COMPLETED =
      EnumSet.of(
          FactStatus.ENROLLED, FactStatus.IN_PROGRESS, FactStatus.ON_HOLD, FactStatus.PROVISIONAL);

  /** The day on which what is not completed will be, by what it is. */
  private static final Set<String> ENDS =
      Set.of(
          "TrainingCompletion.completedOn",
          "AssessmentResult.takenOn",
          "WorkExperience.endedOn",
          "Endorsement.madeOn",
          "HeldCredential.awardedOn",
          "IndustryCertification.earnedOn",
          "Participation.heldOn",
          "PerformanceFeedback.givenOn",
          "RubricScore.assessedOn",
          "SignOff.on",
          "SubmittedEvidence.submittedOn",
          "Affiliation.startedOn",
          "Enrolment.startedOn");

  private Openness() {}

  /** Whether it is the day on which something ends that has not: nothing before today. */
  static boolean isOfTheEnd(Fact fact, String name) {
    return ENDS.contains(fact.getClass().getSimpleName() + "." + name)
        && NOT_COMPLETED.contains(fact.provenance().status())
        && fact.provenance().status() != FactStatus.PROVISIONAL;
  }

  static boolean mayBeOpen(Fact fact, String name) {
    RecordComponent component =
        Arrays.stream(fact.getClass().getRecordComponents())
            .filter(one -> one.getName().equals(name))
            .findFirst()
            .orElse(null);
    if (component == null) {
      return OF_REVIEW.contains(name)
          && fact.provenance().vetting().status() == VettingStatus.UNVETTED;
    }
    Field described = component.getAnnotation(Field.class);
    boolean isKnownAtTheEnd =
        component.getType() == BigDecimal.class
            || component.getType() == LocalDate.class
            || (described != null && (described.scale() || described.outcome()));
    return isKnownAtTheEnd && NOT_COMPLETED.contains(fact.provenance().status());
  }
}
