package io.credentialrules.examples;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LiveLearner;
import io.credentialrules.PolicyPack;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A page that stays open on one learner while a supervisor enters what was done. */
public final class OpenPage {
  private static final LocalDate TODAY = LocalDate.of(2024, 12, 2);
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final ZonedDateTime NOW = TODAY.atTime(12, 0).atZone(ZONE);

  private OpenPage() {}

  /**
   * Prints what each entry changes.
   *
   * @param arguments the learner record; without one, {@code examples/learners/maria.json}
   */
  public static void main(String[] arguments) {
    CredentialRules rules =
        CredentialRules.compile(
            PolicyPack.fromClassPath(OpenPage.class.getClassLoader(), "ums-horticulture"));
    Path file = Path.of(arguments.length == 0 ? "examples/learners/maria.json" : arguments[0]);
    LearnerRecord record =
        LearnerRecordReader.of(rules.vocabulary(), ZONE).read("maria.json", file);

    try (LiveLearner maria = rules.live(record, NOW)) {
      System.out.println("earned: " + maria.evaluation().earned());
      print("40 hours", maria.add(hours(40)));
      print("60 hours, not 40", maria.replace(hours(40), hours(60)));
      for (Fact fact : record.facts()) {
        if (fact instanceof PerformanceFeedback feedback) {
          print("feedback is reviewed", maria.replace(feedback, reviewed(feedback)));
        }
      }
      print(
          "two areas", maria.add(proficient("customer-service"), proficient("safe-equipment-use")));
      print("a third area", maria.add(proficient("planting-and-seeding")));
      print("which was a mistake", maria.withdraw(proficient("planting-and-seeding")));
      print("a year later", maria.moveTo(NOW.plusYears(1)));
    }
  }

  private static void print(String what, LiveLearner.Change change) {
    System.out.println(what + (change.isEmpty() ? ": nothing changes" : ""));
    change.satisfied().forEach(id -> System.out.println("  now satisfied: " + id));
    change.noLongerSatisfied().forEach(id -> System.out.println("  no longer satisfied: " + id));
    change.gained().forEach(id -> System.out.println("  newly earned: " + id));
    change.lost().forEach(id -> System.out.println("  no longer earned: " + id));
  }

  private static Fact hours(int hours) {
    return WorkExperience.builder()
        .type(WorkExperienceType.APPRENTICESHIP)
        .experience("river-nursery")
        .site("River Nursery")
        .siteApproved(true)
        .hours(BigDecimal.valueOf(hours))
        .agreementSignedOn(LocalDate.of(2024, 3, 28))
        .startedOn(LocalDate.of(2024, 10, 7))
        .endedOn(LocalDate.of(2024, 11, 29))
        .provenance(Provenance.vettedBy("J. Roy", ReviewerRole.HOST, TODAY))
        .build();
  }

  private static Fact reviewed(PerformanceFeedback feedback) {
    return feedback.toBuilder()
        .provenance(Provenance.vettedBy("R. Fox", ReviewerRole.FACULTY, TODAY))
        .build();
  }

  private static Fact proficient(String area) {
    return RubricScore.builder()
        .rubric("horticulture-areas")
        .criterion(area)
        .level("PROFICIENT")
        .assessedOn(LocalDate.of(2024, 11, 28))
        .provenance(Provenance.vettedBy("J. Roy", ReviewerRole.HOST, TODAY))
        .build();
  }
}
