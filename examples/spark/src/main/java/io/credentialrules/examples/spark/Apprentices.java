package io.credentialrules.examples.spark;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.FeedbackOutcome;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Apprentices in horticulture, made from their numbers: each at another point of the way. */
final class Apprentices {
  private static final List<String> CAMPUSES = List.of("UM", "UMA", "UMF", "UMFK", "UMM", "UMPI");
  private static final List<String> AREAS =
      List.of(
          "watering-and-irrigation",
          "pest-management",
          "plant-management",
          "customer-service",
          "planting-and-seeding",
          "plant-selection-and-design",
          "safe-equipment-use");

  private Apprentices() {}

  static LearnerRecord number(long number) {
    SplittableRandom random = new SplittableRandom(number);
    LocalDate begun = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(700));
    Provenance vetted =
        Provenance.vettedBy("Cooperative Extension", ReviewerRole.STAFF, begun.plusDays(200));
    Provenance byHost = Provenance.vettedBy("J. Roy", ReviewerRole.HOST, begun.plusDays(300));
    LearnerRecord.Builder record =
        LearnerRecord.builder("learner-" + number)
            .campus(CAMPUSES.get(random.nextInt(CAMPUSES.size())));
    if (random.nextInt(10) < 9) {
      record.add(course("horticulture-online-first-part", begun, vetted));
    }
    if (random.nextInt(10) < 7) {
      record.add(course("horticulture-online", begun.plusDays(120), vetted));
    }
    int shifts = random.nextInt(6);
    for (int shift = 0; shift < shifts; shift++) {
      LocalDate started = begun.plusDays(130 + 20L * shift);
      record.add(
          WorkExperience.builder()
              .type(WorkExperienceType.APPRENTICESHIP)
              .experience("nursery-" + shift)
              .site("River Nursery")
              .siteApproved(random.nextInt(10) > 0)
              .hours(BigDecimal.valueOf(random.nextInt(200, 800), 1))
              .agreementSignedOn(begun.plusDays(125))
              .startedOn(started)
              .endedOn(started.plusDays(15))
              .provenance(byHost)
              .build());
    }
    if (shifts > 0 && random.nextInt(10) < 8) {
      record.add(
          PerformanceFeedback.builder()
              .outcome(FeedbackOutcome.POSITIVE)
              .provider("J. Roy")
              .providerRole(ReviewerRole.HOST)
              .experience("nursery-0")
              .subject("HORTICULTURE")
              .givenOn(begun.plusDays(260))
              .provenance(random.nextInt(10) < 8 ? vetted : Provenance.UNVETTED)
              .build());
    }
    for (String area : AREAS) {
      record.add(
          RubricScore.builder()
              .rubric("horticulture-areas")
              .criterion(area)
              .level(random.nextInt(10) < 8 ? "PROFICIENT" : "NOT_YET")
              .assessedOn(begun.plusDays(250))
              .provenance(byHost)
              .build());
    }
    return record.build();
  }

  private static TrainingCompletion course(String training, LocalDate on, Provenance vetted) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(training)
        .completedOn(on)
        .provenance(vetted)
        .build();
  }
}
